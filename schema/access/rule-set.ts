import type { LabelTable } from '../labels/label';
import type { Agreement, Cap, Grant } from './rule';
import type { Party } from './rule-files';

/** Every rule in force, indexed by the field that it speaks of. Immutable; a change makes a new one. */
export interface RuleSet {
  /** Names the content: equal rules have equal versions. */
  readonly version: string;
  readonly labels: LabelTable;
  readonly parties: Readonly<Record<string, Party>>;
  readonly agreements: readonly Agreement[];
  readonly grants: ReadonlyMap<string, readonly Grant[]>;
  readonly caps: ReadonlyMap<string, readonly Cap[]>;
}

/** Indexes grants and caps by coordinate. A cap by tag reaches every field that carries the tag. */
export function indexRules(
  input: Omit<RuleSet, 'grants' | 'caps'> & { grants: readonly Grant[]; caps: readonly Cap[] },
): RuleSet {
  const grants = new Map<string, Grant[]>();
  for (const grant of input.grants) for (const coordinate of grant.coordinates) append(grants, coordinate, grant);
  const caps = new Map<string, Cap[]>();
  for (const cap of input.caps) for (const coordinate of reachedBy(cap, input.labels)) append(caps, coordinate, cap);
  return { ...input, grants, caps };
}

function append<Rule>(index: Map<string, Rule[]>, coordinate: string, rule: Rule): void {
  const rules = index.get(coordinate);
  if (rules) rules.push(rule);
  else index.set(coordinate, [rule]);
}

/** The coordinates that a cap limits. Structural fields follow another field; keys are plumbing. */
export function reachedBy({ owner, target }: Pick<Cap, 'owner' | 'target'>, labels: LabelTable): string[] {
  if (target.coordinates) return [...target.coordinates];
  return [...labels.fields.values()]
    .filter((label) => !label.structural && !label.key)
    .filter((label) => owner === 'ALL' || label.owner === owner)
    .filter((label) => !target.about || target.about.some((subject) => label.about.includes(subject)))
    .filter((label) => !target.kinds || target.kinds.includes(label.kind))
    .filter((label) => !target.sensitivities || (label.sensitivity && target.sensitivities.includes(label.sensitivity)))
    .map(({ coordinate }) => coordinate);
}
