import { GraphQLError, Kind } from 'graphql';
import { requestError } from '../errors';

/**
 * Runs a coercion of arguments. A variable that fits its own type can still not fit where it stands (a null
 * for `Boolean! = true`): that is BAD_VARIABLES with the variable's name, never its value.
 */
export function coerced<Value>(coerce: () => Value): Value {
  try {
    return coerce();
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const variable = error.nodes?.find((node) => node.kind === Kind.VARIABLE);
    throw requestError('BAD_VARIABLES', { name: variable?.name.value ?? '' });
  }
}
