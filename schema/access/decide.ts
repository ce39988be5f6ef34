import type { FieldLabel, RecordLabel } from '../labels/label';
import type { ConditionalCap, ConditionalGrant, ConditionalLevels, Decision } from './decision';
import type { DecisionSubject } from './decision-subject';
import { rankOnEveryRow } from './joint-decision';
import { levelAt, NONE, rankOf, topRank } from './levels';
import { type ProfileRules, profileRules } from './profile-rules';
import type { Agreement, Grant } from './rule';
import type { RuleSet } from './rule-set';

export type { ConditionalCap, ConditionalGrant, ConditionalLevels, Decision } from './decision';

/**
 * Decides one field.
 *
 *     level = min( max(levels of matching grants), min(levels of matching caps) )    nothing granted: none
 *
 * PUBLIC fields count as granted in full to every requester of a known party. An unknown field is withheld.
 * Conditions are left open here: the level is the most that any record may show, and `levelOn` settles one.
 */
export function decide(ruleSet: RuleSet, subject: DecisionSubject, coordinate: string): Decision {
  const label = ruleSet.labels.fields.get(coordinate);
  // INVARIANT: a state that is no party to the exchange gets nothing, not even what is PUBLIC.
  if (!label?.owner || !label.sensitivity || !Object.hasOwn(ruleSet.parties, subject.requester.party))
    return unknown(coordinate, label);
  const rules = profileRules(ruleSet, subject);
  const grants = matchingGrants(rules, label);
  if (grants.length === 0 && label.sensitivity !== 'PUBLIC') return notGranted(label);
  const caps = matchingCaps(rules, label);
  const published = label.sensitivity === 'PUBLIC' ? topRank(label.kind) : 0;
  const granted = highest(published, grants.filter(isAlways));
  const mayBeGranted = highest(granted, grants);
  const cap = lowest(caps.filter(isNeverSpared));
  const capped = cap?.rank ?? topRank(label.kind);
  const reached = Math.min(mayBeGranted, capped);
  const matched = { grants, caps, granted, capped, reached };
  const conditional = conditionalLevels(matched);
  const everywhere = conditional && rankOnEveryRow(rules, recordOf(label, ruleSet), matched);
  return {
    coordinate,
    ...levelFields(label, reached, conditional),
    onEveryRow: everywhere ? levelAt(label.kind, everywhere) : undefined,
    agreements: reached === 0 ? [] : agreementsOf(grants.filter(({ rank }) => rank >= reached)),
    opened: openedBy({ grants, granted: published, capped }),
    cap: reached < mayBeGranted ? cap?.cap : undefined,
    label,
  };
}

/** The level of a field on one raw record. No record: conditions of grants fail and those of caps hold. */
export function levelOn({ level, conditional, label }: Decision, record: object | undefined): string {
  if (!conditional || !label) return level;
  const { granted, capped, grants, caps } = conditional;
  let shown = granted;
  for (const { rank, holds } of grants) if (rank > shown && holds.holds(record)) shown = rank;
  shown = Math.min(shown, capped);
  for (const { rank, spares } of caps) if (rank < shown && !spares.holds(record)) shown = rank;
  return levelAt(label.kind, shown);
}

function levelFields({ kind }: FieldLabel, reached: number, conditional: ConditionalLevels | undefined) {
  const full = reached === topRank(kind) && conditional === undefined;
  return { level: levelAt(kind, reached), full, withheld: reached === 0, conditional };
}

interface MatchedRules {
  readonly grants: readonly ConditionalGrant[];
  readonly caps: readonly ConditionalCap[];
  readonly granted: number;
  readonly capped: number;
  readonly reached: number;
}

/** Only rules that can make a difference on some record; undefined when none can. */
function conditionalLevels({ grants, caps, granted, capped, reached }: MatchedRules): ConditionalLevels | undefined {
  if (grants.every(isAlways) && caps.every(isNeverSpared)) return undefined;
  const always = Math.min(granted, capped);
  const open = {
    grants: grants.filter((rule) => !isAlways(rule) && Math.min(rule.rank, capped) > always),
    caps: caps.filter((rule) => !isNeverSpared(rule) && rule.rank < reached),
  };
  return open.grants.length + open.caps.length > 0 ? { granted, capped, ...open } : undefined;
}

/** The highest break-glass grant that shows more on some record than what is granted for good on all. */
function openedBy({ grants, granted, capped }: Pick<MatchedRules, 'grants' | 'granted' | 'capped'>): Grant | undefined {
  const forGood = highest(
    granted,
    grants.filter((rule) => isAlways(rule) && !rule.grant.breakGlass),
  );
  const opened = grants
    .filter(({ grant, rank }) => grant.breakGlass && Math.min(rank, capped) > Math.min(forGood, capped))
    .reduce<ConditionalGrant | undefined>((most, one) => (!most || one.rank > most.rank ? one : most), undefined);
  return opened?.grant;
}

const notGrantedByLabel = new WeakMap<FieldLabel, Decision>();

/** Most fields are not granted to most requesters: they share one decision a field. */
function notGranted(label: FieldLabel): Decision {
  const known = notGrantedByLabel.get(label) ?? Object.freeze(unknown(label.coordinate, label));
  notGrantedByLabel.set(label, known);
  return known;
}

/** INVARIANT: what has no label is withheld from everyone. */
function unknown(coordinate: string, label: FieldLabel | undefined): Decision {
  const nothing = { level: NONE, full: false, withheld: true, conditional: undefined };
  return { coordinate, ...nothing, agreements: [], opened: undefined, cap: undefined, label };
}

/** INVARIANT: a level off its chain, which the checks refuse, counts as nothing. */
const rankIn = (label: FieldLabel, level: string): number => rankOf(label.kind, level) ?? 0;
const isAlways = ({ holds }: ConditionalGrant): boolean => holds.settled === true;
const isNeverSpared = ({ spares }: ConditionalCap): boolean => spares.settled === false;

function matchingGrants(rules: ProfileRules, label: FieldLabel): ConditionalGrant[] {
  const matching: ConditionalGrant[] = [];
  for (const grant of rules.ruleSet.grants.get(label.coordinate) ?? []) {
    if (!rules.grantMatches(grant)) continue;
    const holds = rules.heldBy(grant, grant.when && recordOf(label, rules.ruleSet));
    if (holds.settled !== false) matching.push({ grant, rank: rankIn(label, grant.level), holds });
  }
  return matching;
}

function matchingCaps(rules: ProfileRules, label: FieldLabel): ConditionalCap[] {
  const matching: ConditionalCap[] = [];
  for (const cap of rules.ruleSet.caps.get(label.coordinate) ?? []) {
    if (!rules.capMatches(cap, label.owner)) continue;
    const spares = rules.sparedBy(cap, (cap.when ?? cap.unless) && recordOf(label, rules.ruleSet));
    if (spares.settled !== true) matching.push({ cap, rank: rankIn(label, cap.level), spares });
  }
  return matching;
}

/** INVARIANT: a field is decided on records of its own type, where its subgraph stores them; else they are unknown. */
function recordOf({ coordinate, subgraphs }: FieldLabel, { labels }: RuleSet): RecordLabel | undefined {
  const record = labels.records.get(coordinate.split('.')[0] as string);
  return record && subgraphs.includes(record.subgraph) ? record : undefined;
}

function highest(rank: number, grants: readonly ConditionalGrant[]): number {
  let reached = rank;
  for (const grant of grants) if (grant.rank > reached) reached = grant.rank;
  return reached;
}

const lowest = (caps: readonly ConditionalCap[]): ConditionalCap | undefined =>
  caps.reduce<ConditionalCap | undefined>((least, one) => (!least || one.rank < least.rank ? one : least), undefined);

const agreementsOf = (grants: readonly ConditionalGrant[]): Agreement[] => [
  ...new Set(grants.map(({ grant }) => grant.agreement)),
];
