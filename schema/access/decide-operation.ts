import { type DirectiveNode, Kind, type OperationDefinitionNode, visit } from 'graphql';
import type { FieldRead } from '../labels/label';
import type { DecidedInput, DecidedOperation } from './decided-operation';
import { FULL, rankOf } from './levels';
import { type OperationInput, type WalkedOperation, walkOperation } from './operation-walk';
import { usedInputs } from './read-inputs';

/**
 * Decides every field and input of an operation and prunes what is withheld. The walk over the document is
 * made once for a rights profile and the values of its conditions; inputs are checked on every request's values.
 */
export function decideOperation(input: OperationInput): DecidedOperation {
  const { selectionSet, fields, rows, uses } = walkedOnce(input);
  const fetches = selectionSet.selections.some(
    (selection) => selection.kind !== Kind.FIELD || selection.name.value !== '__typename',
  );
  return { selectionSet, fields, rows, ...decidedInputs(uses, input), fetches };
}

function decidedInputs(
  uses: WalkedOperation['uses'],
  { variables, decider }: OperationInput,
): Pick<DecidedOperation, 'withheldInputs' | 'openedInputs' | 'inputsRead'> {
  const { labels } = decider.ruleSet;
  const used = uses.flatMap((use) => usedInputs(use, variables, labels));
  const inputs = used
    // Asking for an entity by the opaque key that one was given is not filtering.
    .filter(({ reads }) => !labels.fields.get(reads.field)?.key)
    .map(({ input, reads }) => ({ input, reads, decision: decider.decide(reads.field) }));
  const told = ({ input, decision }: DecidedInput): DecidedInput => ({ input, decision });
  return {
    withheldInputs: inputs.filter(({ reads, decision }) => !suffices(reads, decision)).map(told),
    openedInputs: inputs.filter(({ decision }) => decision.opened).map(told),
    inputsRead: used.map(({ reads }) => reads.field),
  };
}

/** Whether a decision suffices for an input. INVARIANT: it selects by no more than what is shown on every record. */
export function suffices({ at }: FieldRead, decision: DecidedInput['decision']): boolean {
  const { full, conditional, onEveryRow, level, label } = decision;
  if (full) return true;
  const everywhere = conditional ? onEveryRow : level;
  if (everywhere === undefined || !label) return false;
  return (rankOf(label.kind, everywhere) ?? 0) >= (rankOf(label.kind, at ?? FULL) ?? Number.POSITIVE_INFINITY);
}

/** At most so many walks are kept for one operation: its conditions can have so many values. */
const MAX_WALKS = 64;
type WalksOfOperation = WeakMap<OperationDefinitionNode, Map<string, WalkedOperation>>;

function walkedOnce(input: OperationInput): WalkedOperation {
  const walks = walksOf(input);
  const values = JSON.stringify(conditionVariables(input).map((name) => input.variables[name]));
  const known = walks.get(values);
  if (known) return known;
  const walked = walkOperation(input);
  if (walks.size >= MAX_WALKS) walks.clear();
  walks.set(values, walked);
  return walked;
}

function walksOf({ decider, schema, operation }: OperationInput): Map<string, WalkedOperation> {
  const ofSchema = (decider.remembered.get(schema) as WalksOfOperation | undefined) ?? new WeakMap();
  decider.remembered.set(schema, ofSchema);
  const walks = ofSchema.get(operation) ?? new Map<string, WalkedOperation>();
  ofSchema.set(operation, walks);
  return walks;
}

const variablesByOperation = new WeakMap<OperationDefinitionNode, readonly string[]>();

/** The variables that `@include` and `@skip` read anywhere in an operation and its fragments, sorted. */
function conditionVariables({ operation, fragments }: OperationInput): readonly string[] {
  const known = variablesByOperation.get(operation);
  if (known) return known;
  const names = new Set<string>();
  const collect = {
    Directive: (node: DirectiveNode) => void visit(node, { Variable: ({ name }) => void names.add(name.value) }),
  };
  for (const node of [operation, ...fragments.values()]) visit(node, collect);
  const sorted = [...names].sort();
  variablesByOperation.set(operation, sorted);
  return sorted;
}
