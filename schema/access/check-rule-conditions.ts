import type { FieldLabel, RecordLabel } from '../labels/label';
import { OWNER_ALL } from '../labels/label';
import { attributesRead, conditionFault, type Reach } from './conditions/check-condition';
import { type Condition, comparisonsOf, isVariable } from './conditions/condition';
import { isUnderRulesOf } from './joint-rules';
import { NONE } from './levels';
import type { Cap } from './rule';
import type { Fault, RuleContext } from './rule-context';
import { rowsReachedBy } from './rule-set';

/** A cap's condition, and under which word it stands. */
export const conditionOf = ({ when, unless }: Cap) => ({ condition: when ?? unless, place: when ? 'when' : 'unless' });

/** What a condition of a field is checked with. */
export interface ConditionCheck {
  readonly context: RuleContext;
  readonly fault: Fault;
  readonly reach?: Reach;
}

/**
 * Throws when a condition cannot be decided on the records of a field's type.
 * INVARIANT: a field that is blank for a PROTECTED reason would tell that reason, unless it is PROTECTED itself.
 */
export function checkFieldCondition(
  condition: Condition,
  label: FieldLabel,
  { context, fault, reach = 'named' }: ConditionCheck,
) {
  const { coordinate, kind, sensitivity, subgraphs } = label;
  if (kind === 'mutation') throw fault([], `${coordinate} is a mutation, which is allowed or not, without a condition`);
  const record = context.labels.records.get(coordinate.split('.')[0] as string);
  const cause = conditionFault(condition, record, reach);
  if (cause) throw fault([], cause);
  if (reach === 'named' && record && !subgraphs.includes(record.subgraph))
    throw fault(
      [],
      `${coordinate} is not answered where the records of ${record.type} are stored (${record.subgraph})`,
    );
  const told = attributesRead(condition, record).find((attribute) => attribute.sensitivity === 'PROTECTED');
  if (told && sensitivity !== 'PROTECTED')
    throw fault([], `reads ${told.name}, which is PROTECTED: where ${coordinate} is blank, it would be told`);
}

/** Throws when a condition compares the requester with a party or agency that nobody knows: it could never be true. */
export function checkRequesterNames(condition: Condition, { parties }: RuleContext, fault: Fault): void {
  const known: Readonly<Record<string, readonly string[]>> = {
    '$requester.party': Object.keys(parties),
    '$requester.agency': Object.values(parties).flatMap(({ agencies }) => agencies),
  };
  for (const { subject, operands } of comparisonsOf(condition)) {
    const names = known[subject];
    const stranger = names && operands.find((operand) => !isVariable(operand) && !names.includes(String(operand)));
    if (stranger !== undefined) throw fault([], `${String(stranger)} is none of ${names?.join(', ')}`);
  }
}

/** Throws when a row rule names no record type, has a level, or reads what it may not. */
export function checkRowRule(cap: Cap, context: RuleContext, fault: Fault): void {
  if (cap.level !== NONE)
    throw fault(['level'], 'a row exists or does not: a row rule has the level none, or no level');
  for (const type of cap.target.rows ?? []) checkRowType(type, cap.owner, { context, fault });
  const { condition, place } = conditionOf(cap);
  if (!condition) return;
  const reach = cap.target.rows ? 'named' : 'tagged';
  for (const record of rowsReachedBy(cap, context.labels)) {
    const cause = conditionFault(condition, record, reach) ?? disappearance(condition, record);
    if (cause) throw fault([place], cause);
  }
  // A tag that reaches no type yet is checked for its variables all the same.
  const cause = conditionFault(condition, undefined, 'tagged');
  if (cause) throw fault([place], cause);
}

function checkRowType(
  type: string,
  owner: string,
  { context, fault }: Pick<ConditionCheck, 'context' | 'fault'>,
): void {
  const record = context.labels.records.get(type);
  if (!record) {
    const known = [...context.labels.records.keys()];
    const cause = `${type} declares no records; types that do are ${known.join(', ')}`;
    throw fault(['rows'], cause, { written: type, known });
  }
  if (owner !== OWNER_ALL && !isUnderRulesOf(record, owner, context.labels))
    throw fault(['rows'], `${type} belongs to ${record.owner}, not to ${owner}`);
}

/** INVARIANT: a row never disappears, or appears, because of a PROTECTED fact: that would tell the fact. */
function disappearance(condition: Condition, record: RecordLabel): string | undefined {
  const told = attributesRead(condition, record).find(
    ({ sensitivity, changes }) => sensitivity === 'PROTECTED' && changes,
  );
  return (
    told &&
    `reads ${told.name} of ${record.type}, a PROTECTED fact that can change: the row's disappearance would tell it`
  );
}
