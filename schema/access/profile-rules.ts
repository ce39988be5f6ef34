import { CONTRIBUTED_BY, OWNER_JOINT, type RecordLabel } from '../labels/label';
import { fieldsOfType } from '../labels/type-behind';
import type { Condition } from './conditions/condition';
import { RecordTest } from './conditions/record-test';
import type { DecisionSubject } from './decision-subject';
import { rankOf } from './levels';
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
  private readonly contributors = new Map<RecordLabel, readonly string[]>();

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

  /** The records of a type that a cap leaves alone: none without a condition; of a joint cap with two, what either spares. */
  sparedBy(cap: Cap, record: RecordLabel | undefined): RecordTest {
    const { when, unless } = cap;
    if (!when && !unless) return RecordTest.NEVER;
    return this.test(cap, record, () =>
      RecordTest.any([
        ...(when ? [RecordTest.whenFalse(when, this.who, record)] : []),
        ...(unless ? [RecordTest.whenTrue(unless, this.who, record)] : []),
      ]),
    );
  }

  /** The joint records of a type of which their contributors grant something: who does not, contributed none that exists. */
  grantedByContributor(record: RecordLabel): RecordTest {
    const operands = this.contributorsGranting(record);
    if (operands.length === 0) return RecordTest.NEVER;
    const granted: Condition = { kind: 'comparison', subject: CONTRIBUTED_BY, operator: 'in', operands };
    return RecordTest.whenTrue(granted, this.who, record);
  }

  /** The parties that grant something of a joint type's records, if only of some. */
  contributorsGranting(record: RecordLabel): readonly string[] {
    const known = this.contributors.get(record);
    if (known) return known;
    const grants = fieldsOfType(record.type, this.ruleSet.labels)
      .filter(({ owner, key, structural }) => owner === OWNER_JOINT && !key && !structural)
      .flatMap(({ coordinate, kind }) =>
        (this.ruleSet.grants.get(coordinate) ?? []).filter(({ level }) => (rankOf(kind, level) ?? 0) > 0),
      );
    const parties = [
      ...new Set(grants.filter((grant) => this.holdsSomewhere(grant, record)).map(contributorOf)),
    ].sort();
    this.contributors.set(record, parties);
    return parties;
  }

  private holdsSomewhere(grant: Grant, record: RecordLabel): boolean {
    return this.grantMatches(grant) && this.heldBy(grant, record).settled !== false;
  }

  private test(rule: Grant | Cap, record: RecordLabel | undefined, make: () => RecordTest): RecordTest {
    const ofRule = this.tests.get(rule) ?? new Map<RecordLabel | undefined, RecordTest>();
    this.tests.set(rule, ofRule);
    const test = ofRule.get(record) ?? make();
    ofRule.set(record, test);
    return test;
  }
}

const contributorOf = ({ agreement }: Grant): string => agreement.owner;

const bySubject = new WeakMap<DecisionSubject, ProfileRules>();

/** The rules of a profile, kept for as long as the very object that describes it. */
export function profileRules(ruleSet: RuleSet, subject: DecisionSubject): ProfileRules {
  const known = bySubject.get(subject);
  if (known?.ruleSet === ruleSet) return known;
  const made = new ProfileRules(ruleSet, subject);
  bySubject.set(subject, made);
  return made;
}
