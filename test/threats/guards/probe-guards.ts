import type { Guard } from './guard';

/** Without it a party's people and agencies each ask again for one target, in one case. */
export const probeLimits: Guard = {
  module: '@pasarela/joint-identity/spend-probes',
  function: 'spendProbe',
  what: 'takes a check from the limits of its target, its case and its party, whoever of the party asks and by whichever token',
  permissive: () => async () => undefined,
};

/** Without it people are enrolled for parties that may not find them. */
export const enrolledPeople: Guard = {
  module: '@pasarela/joint-identity/may-be-found',
  function: 'mayBeFound',
  what: 'enrols nobody for a party that may not find them: then a check for them is a check for nobody',
  permissive: () => () => true,
};

const FILTERS = '@pasarela/schema/access/conditions/record-filter';

/** A filter with something else in the place of a key. */
const withKey = ({ _id, ...rest }: any, made: (text: string) => unknown): object =>
  typeof _id === 'string' ? { _id: made(_id), ...rest } : { ...rest, ...(_id !== undefined && { _id }) };

/** Without it a key of whoever asks is compiled as a pattern. */
export const textsAsTexts: Guard = {
  module: FILTERS,
  function: 'every',
  what: 'puts a key into a filter as the text that it is: it is compared, never compiled',
  permissive: (actual) => (filters) =>
    actual(filters.map((filter: object) => withKey(filter, ($regex) => ({ $regex })))),
};

/** Without it a key that looks like an object becomes one. */
export const operatorsAsTexts: Guard = {
  module: FILTERS,
  function: 'every',
  what: 'puts a key that looks like an operator into a filter as the text that it is',
  permissive: (actual) => (filters) =>
    actual(
      filters.map((filter: object) => withKey(filter, (text) => (text.startsWith('{') ? JSON.parse(text) : text))),
    ),
};

/** Without it a check may hold anything. */
export const probeForm: Guard = {
  module: '@pasarela/joint-identity/check-probe',
  function: 'checkProbe',
  what: 'takes tokens and keys of one form and length, and parties by their codes, before anything is spent',
  permissive: () => () => undefined,
};

/** Without it the gateway sends on whatever stands in the place of a text. */
export const variablesByType: Guard = {
  module: '@pasarela/schema/access/question/operation-of',
  function: 'coerceVariables',
  what: 'takes variables by the types of the schema: an object is no text',
  permissive: () => (_schema, _operation, given) => ({ ...given }),
};

/** Without it the domain takes an object for a key. */
export const variablesOfDomain: Guard = {
  module: '@pasarela/serve/execute-operation',
  function: 'executeOperation',
  what: "takes variables by the types of the domain's own schema, whatever a gateway let through",
  permissive:
    (actual) =>
    async (...operation) => {
      const { GraphQLID } = require('graphql') as typeof import('graphql');
      const { parseValue } = GraphQLID;
      GraphQLID.parseValue = (value) => value as string;
      try {
        return await actual(...operation);
      } finally {
        GraphQLID.parseValue = parseValue;
      }
    },
};
