import { type DirectiveNode, Kind, type OperationDefinitionNode, visit } from 'graphql';
import type { FieldRead } from '../labels/label';
import type { DecidedInput, DecidedOperation } from './decided-operation';
import { FULL, rankOf } from './levels';
import { type OperationInput, type WalkedOperation, walkOperation } from './operation-walk';
import { usedInputs } from './read-inputs';
import { RememberedByRules } from './remembered-by-rules';

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

/** Walks are kept up to so many bytes in all, at about so many for each selection. */
const walks = new RememberedByRules<WalkedOperation>({
  most: 64_000_000,
  sizeOf: ({ selected }) => 1_000 + selected * 400,
});

function walkedOnce(input: OperationInput): WalkedOperation {
  const { decider, schema, operation, maxFields } = input;
  const values = JSON.stringify(conditionVariables(input).map((name) => input.variables[name]));
  return walks.get(decider.ruleSet, [decider, schema, operation, String(maxFields), values], () =>
    walkOperation(input),
  );
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
