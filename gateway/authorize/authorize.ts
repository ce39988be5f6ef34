import { decideOperation } from '@pasarela/schema/access/decide-operation';
import type { DecidedOperation } from '@pasarela/schema/access/decided-operation';
import { noticesOf } from '@pasarela/schema/access/notice';
import { requestError } from '@pasarela/schema/errors';
import type { Authorized, Parsed } from '../request-state';
import { costOf } from './cost';

/** What the step is bounded by. */
export interface AuthorizeLimits {
  readonly maxFields: number;
  readonly maxCost: number;
}

/**
 * Decides every field of the whole document and prunes what is withheld. A withheld input or mutation
 * refuses the operation: nothing has been fetched yet.
 */
export function authorize(parsed: Parsed, limits: AuthorizeLimits): Authorized {
  const { schema, operation, fragments, coercedVariables: variables, decider } = parsed;
  const decided = decideOperation({ schema, operation, fragments, variables, decider, maxFields: limits.maxFields });
  if (operation.operation === 'mutation') refuseWithheldMutation(parsed, decided);
  const input = decided.withheldInputs[0];
  if (input) throw requestError('INPUT_WITHHELD', { coordinate: input.decision.coordinate });
  const cost = costOf(decided.selectionSet, { schema, operation: operation.operation, variables });
  if (cost > limits.maxCost) throw requestError('TOO_COSTLY', { cost, max: limits.maxCost });
  return { ...parsed, decided, notices: noticesOf(decided, decider.ruleSet, parsed.language), cost };
}

/** INVARIANT: one withheld root field refuses all of a mutation; no part of it reaches a subgraph (threat 19). */
function refuseWithheldMutation({ decider }: Parsed, { fields }: DecidedOperation): void {
  const refused = fields.find(
    ({ decision }) => decision.withheld && decision.coordinate.startsWith('Mutation.'),
  )?.decision;
  if (!refused) return;
  const contact = decider.ruleSet.parties[refused.label?.owner ?? '']?.contact ?? '';
  throw requestError('MUTATION_WITHHELD', { coordinate: refused.coordinate, contact });
}
