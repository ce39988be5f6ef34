import type { ConditionalLevels, Decision } from '../decide';
import { Decider } from '../decider';
import { levelAt, NONE, rankOf } from '../levels';
import type { Cap } from '../rule';
import type { RuleSet } from '../rule-set';
import { mergedRows } from './merge-rows';
import { profilesOf, subjectOfProfile } from './profiles';

/** What a kind of requester has of fields before and after a change. Lists stand for every combination. */
export interface LevelChange {
  readonly coordinates: readonly string[];
  readonly parties: readonly string[];
  /** Own agencies; an empty text stands for any other. */
  readonly agencies: readonly string[];
  readonly roles: readonly string[];
  readonly purposes: readonly string[];
  /** `with a case`, `without a case`. */
  readonly cases: readonly string[];
  readonly before: string;
  readonly after: string;
  /** DIFFERS: neither is certainly more, for instance where only a condition changed. */
  readonly change: 'GAINS' | 'LOSES' | 'DIFFERS';
}

/**
 * Who gains and who loses which field, and which rows, between two rule sets at an instant: every party, own
 * agency, role and purpose, with a case and without, decided under both.
 *
 * @param at UTC milliseconds.
 */
export function compareRuleSets(before: RuleSet, after: RuleSet, at: number): LevelChange[] {
  const fields = changedKeys(before, after, 'fields');
  const types = changedKeys(before, after, 'rows');
  const rows = profilesOf(before, after).flatMap((profile) => {
    const subject = subjectOfProfile(profile, at);
    const [old, now] = [new Decider(before, subject), new Decider(after, subject)];
    const { party, agency, role, purpose, caseGiven } = profile;
    const who = {
      parties: [party],
      agencies: [agency],
      roles: [role],
      purposes: [purpose],
      cases: [caseGiven ? 'with a case' : 'without a case'],
    };
    return [
      ...fields.flatMap((coordinate) => fieldChange(coordinate, old.decide(coordinate), now.decide(coordinate))),
      ...types.flatMap((type) => rowChange(type, old.rows(type), now.rows(type))),
    ].map(({ coordinate, ...change }) => ({ coordinates: [coordinate], ...who, ...change }));
  });
  return mergedRows(rows, ['cases', 'agencies', 'roles', 'purposes', 'coordinates', 'parties']);
}

interface Change extends Pick<LevelChange, 'before' | 'after' | 'change'> {
  readonly coordinate: string;
}

function fieldChange(coordinate: string, old: Decision, now: Decision): Change[] {
  const [before, after] = [shownAt(old), shownAt(now)];
  const conditional = JSON.stringify(rulesOf(old.conditional)) !== JSON.stringify(rulesOf(now.conditional));
  if (before === after && !conditional) return [];
  const [from, to] = [ranks(old), ranks(now)];
  const gains = to.most >= from.most && to.least >= from.least && !isSame(from, to);
  const loses = to.most <= from.most && to.least <= from.least && !isSame(from, to);
  return [{ coordinate, before, after, change: gains ? 'GAINS' : loses ? 'LOSES' : 'DIFFERS' }];
}

interface Ranks {
  readonly most: number;
  readonly least: number;
}
const isSame = (one: Ranks, other: Ranks): boolean => one.most === other.most && one.least === other.least;

/** The most and the least that a record may show. */
function ranks({ label, level, conditional }: Decision): Ranks {
  const most = label ? (rankOf(label.kind, level) ?? 0) : 0;
  if (!conditional) return { most, least: most };
  const { granted, capped, caps } = conditional;
  return { most, least: Math.min(granted, capped, ...caps.map(({ rank }) => rank)) };
}

function shownAt(decision: Decision): string {
  const { label, level } = decision;
  if (!label) return NONE;
  const { most, least } = ranks(decision);
  return most === least ? level : `${level}, on some records ${levelAt(label.kind, least)}`;
}

const rulesOf = (conditional: ConditionalLevels | undefined) =>
  conditional && [
    conditional.grants.map(({ grant: { id, when } }) => [id, when]),
    conditional.caps.map(({ cap: { id, when, unless } }) => [id, when, unless]),
  ];

type Rows = ReturnType<Decider['rows']>;

function rowChange(type: string, old: Rows, now: Rows): Change[] {
  if (JSON.stringify(old.caps.map(conditions)) === JSON.stringify(now.caps.map(conditions))) return [];
  const held = (caps: readonly Cap[], of: readonly Cap[]) =>
    caps.every((cap) => of.some((one) => JSON.stringify(conditions(one)) === JSON.stringify(conditions(cap))));
  const change = held(now.caps, old.caps) ? 'GAINS' : held(old.caps, now.caps) ? 'LOSES' : 'DIFFERS';
  return [{ coordinate: `rows of ${type}`, before: existing(old), after: existing(now), change }];
}

const conditions = ({ when, unless }: Cap) => [when ?? null, unless ?? null];

const existing = ({ caps, hidesAll }: Rows): string =>
  hidesAll ? 'none' : caps.length === 0 ? 'all' : `those that ${caps.map(({ id }) => id).join(', ')} leave`;

/** The fields or row types on which any rule, label or party differs. */
function changedKeys(before: RuleSet, after: RuleSet, of: 'fields' | 'rows'): string[] {
  const all =
    of === 'fields' ? [before.labels.fields, after.labels.fields] : [before.labels.records, after.labels.records];
  const keys = new Set(all.flatMap((map) => [...map.keys()]));
  if (JSON.stringify(before.parties) !== JSON.stringify(after.parties)) return [...keys].sort();
  const text = (ruleSet: RuleSet, key: string) => JSON.stringify(rulesAt(ruleSet, key, of));
  const changed = [...keys].filter((key) => text(before, key) !== text(after, key));
  return of === 'fields' ? withDependents(changed, after).sort() : changed.sort();
}

const rulesAt = ({ grants, caps, rowCaps }: RuleSet, key: string, of: 'fields' | 'rows') =>
  of === 'fields' ? [grants.get(key) ?? [], caps.get(key) ?? []] : (rowCaps.get(key) ?? []);

/** With what is computed from what changed. */
function withDependents(changed: readonly string[], { labels }: RuleSet): string[] {
  const reached = new Set(changed);
  for (let size = -1; size !== reached.size; ) {
    size = reached.size;
    for (const { coordinate, requires } of labels.fields.values())
      if (requires.some((required) => reached.has(required))) reached.add(coordinate);
  }
  return [...reached];
}
