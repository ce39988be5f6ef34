import { deprecationsOf } from '@pasarela/schema/access/deprecation-notice';
import { noticesOf } from '@pasarela/schema/access/notice';
import { authorizeOperation } from '@pasarela/schema/access/question/authorize-operation';
import type { QueryLimits } from '@pasarela/schema/access/question/limits';
import type { Authorized, Parsed } from '../request-state';

/** What the step is bounded by. */
export type AuthorizeLimits = Pick<QueryLimits, 'maxFields' | 'maxCost'>;

/** Decides the operation, refuses it where it must be, and lists what of it the requester gets less of, and why. */
export function authorize(parsed: Parsed, limits: AuthorizeLimits): Authorized {
  const { coercedVariables: variables, decider, language } = parsed;
  const { decided, cost } = authorizeOperation({ ...parsed, variables }, limits);
  return {
    ...parsed,
    decided,
    notices: noticesOf(decided, decider.ruleSet, language),
    deprecations: deprecationsOf(decided, decider, language),
    cost,
  };
}
