import type { RecordLabel } from '../labels/label';
import { RecordTest } from './conditions/record-test';
import type { DecisionSubject } from './decision-subject';
import type { Cap, Grant } from './rule';
import { capMatches, grantMatches, ownAgency } from './rule-match';
import type { RuleSet } from './rule-set';

/**
 * Which rules match one rights profile, and for which records they hold. A rule that speaks of many fields is
 * matched once, and its condition is settled once for a record type.
 */
export class ProfileRules {
  private readonly matchingGrants = new Map<Grant, boolean>();
  private readonly matchingCaps = { own: new Map<Cap, boolean>(), foreign: new Map<Cap, boolean>() };
  private readonly tests = new Map<Grant | Cap, Map<RecordLabel | undefined, RecordTest>>();

  /** Who asks; an agency that is not one of their own party's is none. */
  readonly who: DecisionSubject;

  constructor(
    readonly ruleSet: RuleSet,
    subject: DecisionSubject,
  ) {
    this.who = { ...subject, requester: { ...subject.requester, agency: ownAgency(subject.requester, ruleSet) } };
  }

  /** Whether a grant applies, whatever the record. */
  grantMatches(grant: Grant): boolean {
    const known = this.matchingGrants.get(grant);
    if (known !== undefined) return known;
    const matches = grantMatches(grant, this.who, this.ruleSet);
    this.matchingGrants.set(grant, matches);
    return matches;
  }

  /** Whether a cap applies to what an owner has, whatever the record. */
  capMatches(cap: Cap, owner: string | undefined): boolean {
    const matched = owner === this.who.requester.party ? this.matchingCaps.own : this.matchingCaps.foreign;
    const known = matched.get(cap);
    if (known !== undefined) return known;
    const matches = capMatches(cap, { ...this.who, owner }, this.ruleSet);
    matched.set(cap, matches);
    return matches;
  }

  /** The records of a type for which a grant holds. */
  heldBy(grant: Grant, record: RecordLabel | undefined): RecordTest {
    const { when } = grant;
    if (!when) return RecordTest.ALWAYS;
    return this.test(grant, record, () => RecordTest.whenTrue(when, this.who, record));
  }

  /** The records of a type that a cap leaves alone: none without a condition. */
  sparedBy(cap: Cap, record: RecordLabel | undefined): RecordTest {
    const { when, unless } = cap;
    if (unless) return this.test(cap, record, () => RecordTest.whenTrue(unless, this.who, record));
    if (when) return this.test(cap, record, () => RecordTest.whenFalse(when, this.who, record));
    return RecordTest.NEVER;
  }

  private test(rule: Grant | Cap, record: RecordLabel | undefined, make: () => RecordTest): RecordTest {
    const ofRule = this.tests.get(rule) ?? new Map<RecordLabel | undefined, RecordTest>();
    this.tests.set(rule, ofRule);
    const test = ofRule.get(record) ?? make();
    ofRule.set(record, test);
    return test;
  }
}

const bySubject = new WeakMap<DecisionSubject, ProfileRules>();

/** The rules of a profile, kept for as long as the very object that describes it. */
export function profileRules(ruleSet: RuleSet, subject: DecisionSubject): ProfileRules {
  const known = bySubject.get(subject);
  if (known?.ruleSet === ruleSet) return known;
  const made = new ProfileRules(ruleSet, subject);
  bySubject.set(subject, made);
  return made;
}
