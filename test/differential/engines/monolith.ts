import { execute, parse } from 'graphql';
import type { Engine } from '../engine';
import type { Asking, MadeFederation } from '../federation/made-federation';

/** The whole federation as one schema, executed by graphql-js: what an answer must be. */
export const monolith =
  ({ whole }: MadeFederation): Engine =>
  async ({ text, variables }) => {
    const contextValue: Asking = { mutations: { done: 0 } };
    const { data, errors = [] } = await execute({
      schema: whole,
      document: parse(text),
      variableValues: variables,
      contextValue,
    });
    return {
      dataText: JSON.stringify(data ?? null),
      errors: errors.map(({ path, extensions }) => ({ path, code: extensions.code as string | undefined })),
    };
  };
