import { requestError } from '../../errors';
import { contactOf } from '../contact-of';
import { decideOperation } from '../decide-operation';
import type { DecidedOperation } from '../decided-operation';
import type { Decider } from '../decider';
import type { OperationInput } from '../operation-walk';
import { costOf } from './cost';
import type { QueryLimits } from './limits';

/** An operation that may be answered: what is left of it, and what that may cost. */
export interface AuthorizedOperation {
  readonly decided: DecidedOperation;
  readonly cost: number;
}

/**
 * Decides every field of the whole document and prunes what is withheld. A withheld input or mutation
 * refuses the operation: nothing has been fetched yet.
 *
 * @throws TOO_MANY_FIELDS, MUTATION_WITHHELD, INPUT_WITHHELD, TOO_COSTLY.
 */
export function authorizeOperation(
  input: Omit<OperationInput, 'maxFields'>,
  { maxFields, maxCost }: Pick<QueryLimits, 'maxFields' | 'maxCost'>,
): AuthorizedOperation {
  const { schema, operation, variables, decider } = input;
  const decided = decideOperation({ ...input, maxFields });
  if (operation.operation === 'mutation') refuseWithheldMutation(decided, decider);
  const withheld = decided.withheldInputs[0];
  if (withheld) throw requestError('INPUT_WITHHELD', { coordinate: withheld.decision.coordinate });
  const cost = costOf(decided.selectionSet, { schema, operation: operation.operation, variables });
  if (cost > maxCost) throw requestError('TOO_COSTLY', { cost, max: maxCost });
  return { decided, cost };
}

/** INVARIANT: one withheld root field refuses all of a mutation; no part of it reaches a subgraph (threat 19). */
function refuseWithheldMutation({ fields }: DecidedOperation, { ruleSet }: Decider): void {
  const refused = fields.find(
    ({ decision }) => decision.withheld && decision.coordinate.startsWith('Mutation.'),
  )?.decision;
  if (!refused) return;
  const contact = contactOf(refused.label?.owner, ruleSet) ?? '';
  throw requestError('MUTATION_WITHHELD', { coordinate: refused.coordinate, contact });
}
