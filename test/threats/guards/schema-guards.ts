import type { GraphQLSchema } from 'graphql';
import type { Guard } from './guard';

const VALIDATION = '@pasarela/schema/access/view/validate-document';

// graphql and the catalogue are required inside: guards are listed before any module of the product may be loaded.
const graphql = () => require('graphql') as typeof import('graphql');
const refuse = (...parameters: unknown[]) => require('@pasarela/schema/errors').requestError(...parameters);

/** Without it whoever asks for the schema gets all of it. */
export const requesterView: Guard = {
  module: '@pasarela/schema/access/view/requester-schema',
  function: 'RequesterSchemas.for',
  what: 'makes a view of the schema for each rights profile, in which only what may be theirs exists',
  permissive:
    (actual, self) =>
    (...subject) => ({ ...actual(...subject), view: self.api }),
};

/** Without it introspection tells of all that can be asked, withheld or not. */
export const introspectedView: Guard = {
  module: '@pasarela/gateway/execute/introspect',
  function: 'introspect',
  what: "answers introspection from the requester's own view",
  permissive: (actual) => (planned) => actual({ ...planned, view: () => planned.schema }),
};

/** Without it refusals are in the words of the GraphQL library, which suggests names and echoes values. */
export const ownWords: Guard = {
  module: VALIDATION,
  function: 'validateDocument',
  what: "names the rule that is broken and never repeats the library's text",
  permissive: () => (schema, document) => {
    const [error] = graphql().validate(schema, document);
    if (error) throw refuse('INVALID_QUERY', { rule: error.message, line: 0, column: 0 });
  },
};

/** Without it a variable that does not fit is answered in the library's words, its value among them. */
export const variablesUnsaid: Guard = {
  module: '@pasarela/gateway/parse/parse-operation',
  function: 'parseOperation',
  what: 'names the variable that does not fit, never its value, its type or what would fit',
  permissive: (actual) => (request, ruleSet, tools) => {
    try {
      return actual(request, ruleSet, tools);
    } catch (error) {
      if ((error as { code?: string }).code !== 'BAD_VARIABLES') throw error;
      throw refuse('BAD_VARIABLES', { name: wordsOfLibrary(request, ruleSet, tools) });
    }
  },
};

/** Without it a directive that sends answers in parts is taken for one that is known. */
export const knownDirectives: Guard = {
  module: VALIDATION,
  function: 'validateDocument',
  what: 'refuses every directive but @include and @skip',
  permissive: (actual) => (schema: GraphQLSchema, document) => {
    const { extendSchema, parse } = graphql();
    const inParts =
      'directive @defer(if: Boolean, label: String) on FRAGMENT_SPREAD | INLINE_FRAGMENT | FIELD directive @stream(if: Boolean, initialCount: Int, label: String) on FIELD';
    actual(extendSchema(schema, parse(inParts)), document);
  },
};

function wordsOfLibrary(request: any, ruleSet: any, tools: any): string {
  const { getVariableValues, parse } = graphql();
  const { askable } = tools.schemas.for(request.requester, ruleSet, request.receivedAt.getTime());
  const [operation] = parse(request.query).definitions as any[];
  const { errors } = getVariableValues(askable, operation.variableDefinitions, request.variables);
  return errors?.[0]?.message ?? '';
}
