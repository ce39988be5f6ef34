import { LRUCache } from 'lru-cache';
import { typesBehind } from '../labels/type-behind';
import { type Decision, decide } from './decide';
import { decideRows, type RowDecision } from './decide-rows';
import type { DecisionSubject } from './decision-subject';
import { placesIn } from './field-facts';
import { whereWhole } from './joint-decision';
import { jointRecordOf } from './joint-rules';
import { levelAt, NONE, rankOf } from './levels';
import { nameOfAgreement } from './name-of-agreement';
import { openTo } from './openings';
import { rightsName } from './rights-name';
import type { Cap } from './rule';
import type { RuleSet } from './rule-set';

/** Decides fields and rows for one rights profile; each once. */
export class Decider {
  /** By the place of the coordinate in the table: small, and found without a lookup of its own. */
  private readonly decisions: Decision[] = [];
  private readonly places: ReadonlyMap<string, number>;
  private readonly rowDecisions = new Map<string, RowDecision>();
  private readonly agreementsByType = new Map<string, string>();

  constructor(
    readonly ruleSet: RuleSet,
    readonly subject: DecisionSubject,
  ) {
    this.places = placesIn(ruleSet.labels);
  }

  /** The decision on a field (`Type.field`), with what it requires and the rows that it brings taken into account. */
  decide(coordinate: string): Decision {
    return this.decideAt(this.places.get(coordinate), coordinate);
  }

  /** The decision on a field of which its place is known. */
  decideAt(place: number | undefined, coordinate: string): Decision {
    if (place === undefined) return decide(this.ruleSet, this.subject, coordinate);
    const known = this.decisions[place];
    if (known) return known;
    const plain = decide(this.ruleSet, this.subject, coordinate);
    // INVARIANT: fields that require each other are withheld, all of them.
    if (plain.label?.requires.length) this.decisions[place] = withheldBy(plain, undefined);
    const decision = this.withRows(this.withRequirements(plain));
    this.decisions[place] = decision;
    return decision;
  }

  /** Which rows of a type exist for this profile. */
  rows(type: string): RowDecision {
    const known = this.rowDecisions.get(type);
    if (known) return known;
    const decision = decideRows(this.ruleSet, this.subject, type);
    this.rowDecisions.set(type, decision);
    return decision;
  }

  /**
   * The agreement under which this profile gets rows of a type: the first by name of those that grant one of
   * its fields; empty for what is published. Keys of rows are made for it alone.
   */
  agreementOf(type: string): string {
    const known = this.agreementsByType.get(type);
    if (known !== undefined) return known;
    const ids = [...this.ruleSet.labels.fields.values()]
      .filter(({ coordinate, key }) => !key && coordinate.startsWith(`${type}.`))
      .flatMap(({ coordinate }) => this.decide(coordinate).agreements);
    const first = agreementName(ids);
    this.agreementsByType.set(type, first);
    return first;
  }

  /**
   * INVARIANT: a field is never shown at more than the lowest level of what it is computed from. Levels of
   * another kind cannot be compared, and a condition is decided on a record that is not at hand: then nothing.
   */
  private withRequirements(decision: Decision): Decision {
    const { label } = decision;
    return (label?.requires ?? [])
      .filter((required) => !this.ruleSet.labels.fields.get(required)?.structural)
      .map((required) => this.decide(required))
      .reduce((lowered, required) => openedWith(this.lowered(lowered, required), required), decision);
  }

  /** What several contributed is decided on the record that both stand on; all else without one. */
  private lowered(decision: Decision, required: Decision): Decision {
    const record = jointRecordOf(decision.label, this.ruleSet.labels);
    if (decision.withheld || !record || record !== jointRecordOf(required.label, this.ruleSet.labels))
      return loweredBy(decision, required);
    return whereWhole(decision, required) ?? withheldBy(decision, required.cap);
  }

  /** A field whose rows exist for nobody of this profile is withheld by that rule, rather than an empty list. */
  private withRows(decision: Decision): Decision {
    if (decision.withheld || !decision.label) return decision;
    const hidden = typesBehind(decision.label, this.ruleSet.labels).map((type) => this.rows(type).hidesAll);
    return hidden[0] && hidden.every(Boolean) ? withheldBy(decision, hidden[0]) : decision;
  }
}

function loweredBy(decision: Decision, required: Decision): Decision {
  if (required.full || decision.withheld) return decision;
  const kind = decision.label?.kind ?? 'other';
  const comparable = kind === required.label?.kind && !required.conditional && !decision.conditional;
  const rank = comparable ? Math.min(rankOf(kind, decision.level) ?? 0, rankOf(kind, required.level) ?? 0) : 0;
  if (rank === 0) return withheldBy(decision, required.cap);
  if (rank === rankOf(kind, decision.level)) return decision;
  return { ...decision, level: levelAt(kind, rank), full: false, cap: required.cap ?? decision.cap };
}

/** A field that is computed from what somebody opened is shown under that opening too. */
const openedWith = (decision: Decision, { opened }: Decision): Decision =>
  decision.withheld || decision.opened || !opened ? decision : { ...decision, opened };

/** A decision turned into nothing by a cap. */
export function withheldBy(decision: Decision, cap: Cap | undefined): Decision {
  return {
    ...decision,
    level: NONE,
    full: false,
    withheld: true,
    conditional: undefined,
    onEveryRow: undefined,
    agreements: [],
    opened: undefined,
    cap,
  };
}

/** The first by name of agreements, `OWNER:ID`; empty when there is none. */
export const agreementName = (agreements: Decision['agreements']): string =>
  agreements.map(nameOfAgreement).sort()[0] ?? '';

const MAX_PROFILES = 500;
const DAY = 86_400_000;

/**
 * Deciders by rights profile: party, agency, roles, purpose, whether a case is named, and which agreements are
 * open to the person at this very instant, so that none outlives an opening. One cache serves one
 * rule set between two boundaries of its agreements' dates and within one day, so a cached decision can never
 * outlive an agreement or a condition's `$today`.
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
    const { requester, purpose, caseGiven = false } = subject;
    const open = subject.open ?? openTo(ruleSet, subject);
    const profile = `${rightsName(requester, ruleSet)} ${purpose} ${caseGiven} ${open.length > 0 ? JSON.stringify(open) : ''}`;
    const known = this.deciders.get(profile);
    if (known) return known;
    const decider = new Decider(ruleSet, { ...subject, open });
    this.deciders.set(profile, decider);
    return decider;
  }

  private reset(ruleSet: RuleSet, at: number): void {
    this.deciders.clear();
    this.ruleSet = ruleSet;
    this.period = periodAround(ruleSet, at);
  }
}

/** A stretch of time, `until` not included, in which no agreement begins or ends and the day stays the same. */
interface Period {
  readonly from: number;
  readonly until: number;
}

function periodAround({ agreements }: RuleSet, at: number): Period {
  const midnight = Math.floor(at / DAY) * DAY;
  const boundaries = [midnight, midnight + DAY, ...agreements.flatMap(({ from, to }) => [from, to])];
  return {
    from: Math.max(...boundaries.filter((instant) => instant <= at)),
    until: Math.min(...boundaries.filter((instant) => instant > at)),
  };
}
