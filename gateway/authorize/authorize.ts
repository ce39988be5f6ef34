import { type DeprecationNotice, deprecationsOf } from '@pasarela/schema/access/deprecation-notice';
import { type Notice, noticesOf } from '@pasarela/schema/access/notice';
import { authorizeOperation } from '@pasarela/schema/access/question/authorize-operation';
import type { QueryLimits } from '@pasarela/schema/access/question/limits';
import { RememberedByRules } from '@pasarela/schema/access/remembered-by-rules';
import type { Authorized, Parsed } from '../request-state';
import { readOfVariables } from './read-of-variables';

/** What the step is bounded by. */
export type AuthorizeLimits = Pick<QueryLimits, 'maxFields' | 'maxCost'>;

/** What the step adds; frozen, since many requests have it together. */
type Authorization = Readonly<Omit<Authorized, keyof Parsed>>;

/**
 * What was decided is kept up to so many bytes in all, as they are estimated: a field is a reference to a decision,
 * a notice holds texts.
 */
const authorizations = new RememberedByRules<Authorization>({
  most: 32_000_000,
  sizeOf: ({ decided, notices, deprecations }) =>
    1_000 + decided.fields.length * 100 + (notices.length + deprecations.length) * 1_000,
});

/** Decides the operation, refuses it where it must be, and lists what of it the requester gets less of, and why. */
export function authorize(parsed: Parsed, limits: AuthorizeLimits): Authorized {
  return { ...parsed, ...authorizedOnce(parsed, limits) };
}

/**
 * INVARIANT: a decision serves whoever has the same decider (its rights profile, what is open to them, the rules and
 * their dates), asks the same operation in the same schema and language, and gives variables that are read alike.
 */
function authorizedOnce(parsed: Parsed, limits: AuthorizeLimits): Authorization {
  const { decider, schema, operation, language, coercedVariables } = parsed;
  const read = readOfVariables(coercedVariables);
  if (read === undefined) return decide(parsed, limits);
  const dependsOn = [decider, schema, operation, limits, language, read];
  return authorizations.get(decider.ruleSet, dependsOn, () => decide(parsed, limits));
}

function decide(parsed: Parsed, limits: AuthorizeLimits): Authorization {
  const { coercedVariables: variables, decider, language } = parsed;
  const { decided, cost } = authorizeOperation({ ...parsed, variables }, limits);
  return Object.freeze({
    decided: Object.freeze(decided),
    notices: frozen<Notice>(noticesOf(decided, decider.ruleSet, language)),
    deprecations: frozen<DeprecationNotice>(deprecationsOf(decided, decider, language)),
    cost,
  });
}

const frozen = <Told extends object>(told: readonly Told[]): readonly Told[] =>
  Object.freeze(told.map((one) => Object.freeze(one)));
