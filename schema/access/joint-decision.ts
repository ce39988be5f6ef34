import type { RecordLabel } from '../labels/label';
import { RecordTest } from './conditions/record-test';
import type { ConditionalCap, ConditionalGrant, Decision } from './decision';
import { isOfAllContributed, rowsFollowContributor } from './joint-rules';
import { NONE, rankOf, topRank } from './levels';
import type { ProfileRules } from './profile-rules';
import type { Cap } from './rule';

/** The built-in cap on what is computed from fields that are not whole on every record. */
export const COMPUTED_FROM_LESS: Cap = {
  id: 'G-COMPUTED',
  owner: 'ALL',
  target: {},
  audience: {},
  scope: 'ALWAYS',
  level: NONE,
  reason: {
    en: 'It is computed from fields that are blank or lowered on some records, and blank there too.',
    es: 'Se calcula a partir de campos en blanco o reducidos en algunos registros, y allí también está en blanco.',
  },
  source: 'Withheld unless shared',
};

/** The rules that decide a field: what is granted and capped on every record, and on some. */
export interface RulesOfField {
  readonly grants: readonly ConditionalGrant[];
  readonly caps: readonly ConditionalCap[];
  readonly granted: number;
  readonly capped: number;
}

/**
 * The least rank that a joint field has on any row that can exist for the requester. Rows exist of those alone who
 * grant something of them, so what each of these grants without a condition of its own is on every row.
 * INVARIANT: any cap that can limit some record counts as if it limited all.
 */
export function rankOnEveryRow(rules: ProfileRules, record: RecordLabel | undefined, field: RulesOfField): number {
  if (!record || !rowsFollowContributor(record)) return 0;
  const granted = rules
    .contributorsGranting(record)
    .map((party) =>
      field.grants
        .filter(({ grant }) => isOfAllContributed(grant, party))
        .reduce((most, { rank }) => Math.max(most, rank), field.granted),
    );
  if (granted.length === 0) return 0;
  return Math.min(...granted, field.capped, ...field.caps.map(({ rank }) => rank));
}

/** A decision on a record, blank where what it requires is not whole on that very record; undefined where it never is. */
export function whereWhole(decision: Decision, required: Decision): Decision | undefined {
  const spares = wholeOn(required);
  if (spares.settled === true) return decision;
  if (spares.settled === false) return undefined;
  const rank = rankOf(decision.label?.kind ?? 'other', decision.level) ?? 0;
  const conditional = decision.conditional ?? { granted: rank, capped: rank, grants: [], caps: [] };
  return {
    ...decision,
    full: false,
    conditional: { ...conditional, caps: [...conditional.caps, { cap: COMPUTED_FROM_LESS, rank: 0, spares }] },
    onEveryRow: undefined,
  };
}

/** The records on which a field is whole. */
function wholeOn({ full, label, conditional }: Decision): RecordTest {
  if (full) return RecordTest.ALWAYS;
  if (!label || !conditional) return RecordTest.NEVER;
  const top = topRank(label.kind);
  const { granted, capped, grants, caps } = conditional;
  if (capped < top) return RecordTest.NEVER;
  const whole = grants.filter(({ rank }) => rank >= top).map(({ holds }) => holds);
  return RecordTest.all([
    granted >= top ? RecordTest.ALWAYS : RecordTest.any(whole),
    ...caps.map(({ spares }) => spares),
  ]);
}
