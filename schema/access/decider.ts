import { LRUCache } from 'lru-cache';
import { type Decision, type DecisionSubject, decide } from './decide';
import { NONE } from './levels';
import type { RuleSet } from './rule-set';

/** Decides fields for one rights profile; each field once. */
export class Decider {
  private readonly decisions = new Map<string, Decision>();

  constructor(
    readonly ruleSet: RuleSet,
    readonly subject: DecisionSubject,
  ) {}

  /** The decision on a field (`Type.field`), with what the field requires taken into account. */
  decide(coordinate: string): Decision {
    const known = this.decisions.get(coordinate);
    if (known) return known;
    const decision = this.withRequirements(decide(this.ruleSet, this.subject, coordinate));
    this.decisions.set(coordinate, decision);
    return decision;
  }

  /** INVARIANT: a field is never shown when something that it is computed from is not shown in full. */
  private withRequirements(decision: Decision): Decision {
    const lowered = decision.label?.requires
      .filter((required) => !this.ruleSet.labels.fields.get(required)?.structural)
      .map((required) => this.decide(required))
      .find(({ full }) => !full);
    return lowered
      ? { ...decision, level: NONE, full: false, withheld: true, agreements: [], cap: lowered.cap }
      : decision;
  }
}

const MAX_PROFILES = 500;

/**
 * Deciders by rights profile: party, agency, roles, purpose. One cache serves one rule set between two
 * boundaries of its agreements' dates, so a cached decision can never outlive an agreement.
 */
export class DeciderCache {
  private readonly deciders = new LRUCache<string, Decider>({ max: MAX_PROFILES });
  private period: Period = { from: 0, until: 0 };
  private ruleSet: RuleSet | undefined;

  /** The decider for a subject under a rule set. */
  for(ruleSet: RuleSet, subject: DecisionSubject): Decider {
    const { from, until } = this.period;
    // A clock that was set back leaves the period too: it could precede the end of an agreement.
    if (ruleSet !== this.ruleSet || subject.at < from || subject.at >= until) this.reset(ruleSet, subject.at);
    const { requester, purpose } = subject;
    const profile = JSON.stringify([requester.party, requester.agency, [...requester.roles].sort(), purpose]);
    const known = this.deciders.get(profile);
    if (known) return known;
    const decider = new Decider(ruleSet, subject);
    this.deciders.set(profile, decider);
    return decider;
  }

  private reset(ruleSet: RuleSet, at: number): void {
    this.deciders.clear();
    this.ruleSet = ruleSet;
    this.period = periodAround(ruleSet, at);
  }
}

/** A stretch of time, `until` not included, in which no agreement begins or ends. */
interface Period {
  readonly from: number;
  readonly until: number;
}

function periodAround({ agreements }: RuleSet, at: number): Period {
  const boundaries = agreements.flatMap(({ from, to }) => [from, to]);
  return {
    from: Math.max(Number.NEGATIVE_INFINITY, ...boundaries.filter((instant) => instant <= at)),
    until: Math.min(Number.POSITIVE_INFINITY, ...boundaries.filter((instant) => instant > at)),
  };
}
