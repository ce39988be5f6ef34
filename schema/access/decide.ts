import type { Purpose } from '../identity/purposes';
import type { Requester } from '../identity/requester';
import type { FieldLabel } from '../labels/label';
import { levelAt, NONE, rankOf, topRank } from './levels';
import type { Agreement, Audience, Cap, Grant } from './rule';
import type { RuleSet } from './rule-set';

/** Who asks, for what, when: everything that a decision reads besides the rules. */
export interface DecisionSubject {
  readonly requester: Pick<Requester, 'party' | 'agency' | 'roles'>;
  readonly purpose: Purpose;
  /** UTC milliseconds. */
  readonly at: number;
}

/** What one requester gets of one field, and why. */
export interface Decision {
  readonly coordinate: string;
  /** A level of the field's chain; `none` is withheld. */
  readonly level: string;
  readonly full: boolean;
  readonly withheld: boolean;
  /** The agreements of the grants that reached the level; empty for PUBLIC fields and for what is withheld. */
  readonly agreements: readonly Agreement[];
  /** The cap that holds the level down, if one does. */
  readonly cap: Cap | undefined;
  readonly label: FieldLabel | undefined;
}

/**
 * Decides one field.
 *
 *     level = min( max(levels of matching grants), min(levels of matching caps) )    nothing granted: none
 *
 * PUBLIC fields count as granted in full to every authenticated requester. An unknown field is withheld.
 */
export function decide(ruleSet: RuleSet, subject: DecisionSubject, coordinate: string): Decision {
  const label = ruleSet.labels.fields.get(coordinate);
  if (!label?.owner || !label.sensitivity) return unknown(coordinate, label);
  const grants = (ruleSet.grants.get(coordinate) ?? []).filter((grant) => grantMatches(grant, subject, ruleSet));
  const granted = Math.max(
    label.sensitivity === 'PUBLIC' ? topRank(label.kind) : 0,
    ...grants.map(({ level }) => rank(label, level)),
  );
  const caps = (ruleSet.caps.get(coordinate) ?? []).filter((cap) => capMatches(cap, subject, label));
  const lowestCap = caps.reduce<Cap | undefined>(
    (lowest, cap) => (!lowest || rank(label, cap.level) < rank(label, lowest.level) ? cap : lowest),
    undefined,
  );
  const reached = Math.min(granted, lowestCap ? rank(label, lowestCap.level) : granted);
  return {
    coordinate,
    level: levelAt(label.kind, reached),
    full: reached === topRank(label.kind),
    withheld: reached === 0,
    agreements:
      reached === 0
        ? []
        : [...new Set(grants.filter(({ level }) => rank(label, level) >= reached).map(({ agreement }) => agreement))],
    cap: reached < granted ? lowestCap : undefined,
    label,
  };
}

/** INVARIANT: what has no label is withheld from everyone. */
function unknown(coordinate: string, label: FieldLabel | undefined): Decision {
  return { coordinate, level: NONE, full: false, withheld: true, agreements: [], cap: undefined, label };
}

/** INVARIANT: a level off its chain, which the checks refuse, counts as nothing. */
const rank = (label: FieldLabel, level: string): number => rankOf(label.kind, level) ?? 0;

function grantMatches(
  { agreement, audience, purposes }: Grant,
  subject: DecisionSubject,
  { parties }: RuleSet,
): boolean {
  const { requester, purpose, at } = subject;
  if (at < agreement.from || at >= agreement.to || !purposes.includes(purpose)) return false;
  return inAudience(audience, requester) && (!audience.agencies || speaksForAgency(requester, parties));
}

/** INVARIANT: an issuer names agencies of its own country only; another's agency gains nothing (threat 54). */
function speaksForAgency({ party, agency }: DecisionSubject['requester'], parties: RuleSet['parties']): boolean {
  return parties[party]?.agencies.includes(agency) ?? false;
}

function capMatches(cap: Cap, { requester, purpose }: DecisionSubject, label: FieldLabel): boolean {
  if (cap.scope === 'CROSSING' && requester.party === label.owner) return false;
  if (cap.purposes && !cap.purposes.includes(purpose)) return false;
  if (cap.exceptPurposes?.includes(purpose)) return false;
  return inAudience(cap.audience, requester);
}

function inAudience({ parties, agencies, roles }: Audience, requester: DecisionSubject['requester']): boolean {
  if (parties && !parties.includes(requester.party)) return false;
  if (agencies && !agencies.includes(requester.agency)) return false;
  return !roles || roles.some((role) => requester.roles.includes(role));
}
