import { isDeepStrictEqual } from 'node:util';
import type { FieldLabel } from '../../labels/label';
import { typesBehind } from '../../labels/type-behind';
import type { Cap, Grant } from '../rule';
import type { RuleSet } from '../rule-set';

/** What a change of rules can reach. */
export interface ChangedPlaces {
  /** Fields on which a rule or the label differs, that bring rows of which one does, or that are computed from such. */
  readonly fields: readonly string[];
  /** Types with rows of which a row rule differs. */
  readonly types: readonly string[];
  /** Parties of which the agencies differ, or that come or go: anything can change for them. */
  readonly parties: ReadonlySet<string>;
}

/** What a change from one rule set to another can reach: nothing else has to be decided to compare the two. */
export function changedPlaces(before: RuleSet, after: RuleSet): ChangedPlaces {
  const types = changedKeys(rowTexts(before), rowTexts(after));
  const fields = changedKeys(fieldTexts(before), fieldTexts(after));
  const all = [...before.labels.fields.values(), ...after.labels.fields.values()];
  const bringing = [before, after].flatMap(({ labels }) =>
    [...labels.fields.values()].filter((label) => typesBehind(label, labels).some((type) => types.includes(type))),
  );
  const reached = new Set([...fields, ...bringing.map(({ coordinate }) => coordinate)]);
  return { fields: withDependents(reached, all).sort(), types, parties: changedParties(before, after) };
}

/** Every field and every type with rows, for whom anything can change. */
export function everyPlace(...ruleSets: readonly RuleSet[]): Pick<ChangedPlaces, 'fields' | 'types'> {
  const keys = (maps: ReadonlyArray<ReadonlyMap<string, unknown>>) =>
    [...new Set(maps.flatMap((map) => [...map.keys()]))].sort();
  return {
    fields: keys(ruleSets.map(({ labels }) => labels.fields)),
    types: keys(ruleSets.map(({ labels }) => labels.records)),
  };
}

type Texts = ReadonlyMap<string, string>;

const changedKeys = (before: Texts, after: Texts): string[] =>
  [...new Set([...before.keys(), ...after.keys()])].filter((key) => before.get(key) !== after.get(key)).sort();

function fieldTexts({ labels, grants, caps }: RuleSet): Texts {
  const text = ruleTexts();
  return new Map(
    [...labels.fields].map(([coordinate, label]) => [
      coordinate,
      [JSON.stringify(label), ...[...(grants.get(coordinate) ?? []), ...(caps.get(coordinate) ?? [])].map(text)].join(),
    ]),
  );
}

function rowTexts({ labels, rowCaps }: RuleSet): Texts {
  const text = ruleTexts();
  return new Map([...labels.records.keys()].map((type) => [type, (rowCaps.get(type) ?? []).map(text).join()]));
}

/** What rules say but for where: that is known already. Each rule is written out once. */
function ruleTexts(): (rule: Grant | Cap) => string {
  const known = new Map<Grant | Cap, string>();
  return (rule) => {
    const text = known.get(rule) ?? JSON.stringify({ ...rule, coordinates: null, target: null });
    known.set(rule, text);
    return text;
  };
}

function changedParties({ parties: before }: RuleSet, { parties: after }: RuleSet): ReadonlySet<string> {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return new Set([...names].filter((name) => !isDeepStrictEqual(before[name]?.agencies, after[name]?.agencies)));
}

/** Fields, and all that is computed from them. @param reached gains what depends on it. */
export function withDependents(reached: Set<string>, labels: readonly FieldLabel[]): string[] {
  for (let size = -1; size !== reached.size; ) {
    size = reached.size;
    for (const { coordinate, requires } of labels)
      if (requires.some((required) => reached.has(required))) reached.add(coordinate);
  }
  return [...reached];
}
