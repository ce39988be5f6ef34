import type { FieldLabel, LabelTable, RecordLabel } from '../labels/label';
import { OWNER_ALL } from '../labels/label';
import { recordsBehind } from '../labels/type-behind';
import { isUnderRulesOf, JointRules, NOT_GRANTED_BY_CONTRIBUTOR, rowsFollowContributor } from './joint-rules';
import type { Opening } from './opening';
import { indexRevocations, type Revocation, type RevocationIndex } from './revocations/revocation';
import type { Agreement, Cap, Deprecation, Grant } from './rule';
import type { Party } from './rule-files';

/** Every rule in force, indexed by what it speaks of. Immutable; a change makes a new one. */
export interface RuleSet {
  /** Names the content: equal rules have equal versions. */
  readonly version: string;
  readonly labels: LabelTable;
  readonly parties: Readonly<Record<string, Party>>;
  readonly agreements: readonly Agreement[];
  /** Every rule once, those too that reach nothing yet. */
  readonly rules: {
    readonly grants: readonly Grant[];
    readonly caps: readonly Cap[];
    readonly deprecations?: readonly Deprecation[];
  };
  /** Whom and which keys their own parties have revoked. */
  readonly revocations: readonly Revocation[];
  /** The same by what they name. */
  readonly revoked: RevocationIndex;
  /** By the field's coordinate. */
  readonly grants: ReadonlyMap<string, readonly Grant[]>;
  /** By the field's coordinate. */
  readonly caps: ReadonlyMap<string, readonly Cap[]>;
  /** Row rules by the type's name. */
  readonly rowCaps: ReadonlyMap<string, readonly Cap[]>;
  /** By the field's coordinate, announced already or not. */
  readonly deprecations: ReadonlyMap<string, Deprecation>;
  /** Who opened which agreement. They open nothing that its owner did not write as a break-glass grant. */
  readonly openings: readonly Opening[];
}

/** Rules before they are indexed; without openings nothing is open. */
type UnindexedRules = Omit<RuleSet, 'grants' | 'caps' | 'rowCaps' | 'deprecations' | 'revoked' | 'openings'> &
  Partial<Pick<RuleSet, 'openings'>>;

/**
 * Indexes grants, caps and row rules. A cap by tag reaches every field, and every type, that carries the tag.
 * Under a joint field stands what a rule says of it: what its contributor's rules say of the records it contributed.
 */
export function indexRules(input: UnindexedRules): RuleSet {
  const { labels, rules } = input;
  const joint = new JointRules(labels);
  const grants = new Map<string, Grant[]>();
  for (const grant of rules.grants)
    for (const coordinate of grant.coordinates) append(grants, coordinate, joint.grantAt(coordinate, grant));
  const caps = new Map<string, Cap[]>();
  const rowCaps = new Map<string, Cap[]>();
  for (const cap of rules.caps) {
    for (const coordinate of reachedBy(cap, labels)) append(caps, coordinate, joint.capAt(coordinate, cap));
    for (const record of rowsReachedBy(cap, labels)) append(rowCaps, record.type, joint.capOfRows(record, cap));
  }
  for (const record of labels.records.values())
    if (rowsFollowContributor(record)) append(rowCaps, record.type, NOT_GRANTED_BY_CONTRIBUTOR);
  const deprecations = new Map((rules.deprecations ?? []).map((one) => [one.coordinate, one]));
  return { openings: [], ...input, grants, caps, rowCaps, deprecations, revoked: indexRevocations(input.revocations) };
}

function append<Rule>(index: Map<string, Rule[]>, coordinate: string, rule: Rule): void {
  const rules = index.get(coordinate);
  if (rules) rules.push(rule);
  else index.set(coordinate, [rule]);
}

/** Whether a cap is about rows rather than fields. */
export const isRowRule = ({ target }: Pick<Cap, 'target'>): boolean =>
  target.rows !== undefined || target.rowsOf !== undefined;

/** The record types whose rows a cap limits. */
export function rowsReachedBy({ owner, target }: Pick<Cap, 'owner' | 'target'>, labels: LabelTable): RecordLabel[] {
  return [...labels.records.values()]
    .filter((record) => owner === OWNER_ALL || isUnderRulesOf(record, owner, labels))
    .filter(({ type, of }) => target.rows?.includes(type) || (of !== undefined && target.rowsOf?.includes(of)));
}

/** The coordinates that a cap limits. Structural fields follow another field; keys are plumbing. */
export function reachedBy({ owner, target }: Pick<Cap, 'owner' | 'target'>, labels: LabelTable): string[] {
  if (isRowRule({ target })) return [];
  if (target.coordinates) return [...target.coordinates];
  return [...labels.fields.values()]
    .filter((label) => !label.structural && !label.key)
    .filter((label) => owner === OWNER_ALL || isUnderRulesOf(label, owner, labels))
    .filter((label) => (target.types ? isOfTypes(label, target.types) : hasTags(label, target, labels)))
    .map(({ coordinate }) => coordinate);
}

/** All fields of a type; one that can never be blank is published for everyone. */
const isOfTypes = ({ coordinate, nullable }: FieldLabel, types: readonly string[]): boolean =>
  nullable && types.includes(coordinate.split('.')[0] as string);

function hasTags(label: FieldLabel, { about, kinds, sensitivities, returning }: Cap['target'], labels: LabelTable) {
  if (about && !about.some((subject) => label.about.includes(subject))) return false;
  if (kinds && !kinds.includes(label.kind)) return false;
  if (sensitivities && !(label.sensitivity && sensitivities.includes(label.sensitivity))) return false;
  if (!returning) return Boolean(about ?? kinds ?? sensitivities);
  return recordsBehind(label, labels).some(({ of }) => of !== undefined && returning.includes(of));
}
