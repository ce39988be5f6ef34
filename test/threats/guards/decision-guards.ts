import type { GraphQLSchema } from 'graphql';
import type { Guard } from './guard';
import { writeOut } from './write-out';

const OPERATIONS = '@pasarela/schema/access/decide-operation';

/** Without it a gateway fetches whatever is asked. */
export const wholeDocument: Guard = {
  module: OPERATIONS,
  function: 'decideOperation',
  what: 'walks the whole document, decides each field by its own name and type, and prunes what is withheld',
  permissive:
    () =>
    ({ operation, fragments }) => ({
      selectionSet: writeOut(operation.selectionSet, fragments),
      fields: [],
      rows: [],
      withheldInputs: [],
      inputsRead: [],
      openedInputs: [],
      fetches: true,
    }),
};

/** Without it an owner believes what the gateway decided. */
export const ownersDecision: Guard = {
  module: '@pasarela/serve/decide/decide-again',
  function: 'decideAgain',
  what: "decides the same fields once more, on the owner's side",
  permissive: () => () => [],
};

/** Without it an interface is decided once for all its types. */
export const concreteTypes: Guard = {
  module: '@pasarela/schema/access/decider',
  function: 'Decider.decideAt',
  what: 'decides a field of each concrete type for itself, not as the first implementation of the interface',
  permissive: (actual, self) => (place: number | undefined, coordinate: string) =>
    coordinate === 'PersonSighting.place' ? self.decide('VehicleSighting.place') : actual(place, coordinate),
};

/** Without it a withheld object shows by its type or its place in a list. */
export const hiddenTypes: Guard = {
  module: '@pasarela/serve/mask/hide-types',
  function: 'hideTypes',
  what: 'leaves out, at the source, objects of a type of which the requester gets nothing',
  permissive: () => () => undefined,
};

/** Without it a condition is taken to hold. */
export const runTimeConditions: Guard = {
  module: '@pasarela/schema/access/included',
  function: 'isIncluded',
  what: 'decides @include and @skip on the values of this very request',
  permissive: () => () => true,
};

/** Without it a filter tells what its field does not. */
export const readInputs: Guard = {
  module: '@pasarela/schema/access/read-inputs',
  function: 'usedInputs',
  what: 'finds every input that reads a field, in coerced values, however it is written',
  permissive: () => () => [],
};

/** Without it whoever asks first decides for all others with the same purpose. */
export const decisionCache: Guard = {
  module: '@pasarela/schema/access/decider',
  function: 'DeciderCache.for',
  what: 'keeps the decisions of each rule set, party, agency, role and purpose apart',
  permissive: (actual, self) => (ruleSet, subject) => {
    self.byPurpose ??= new Map();
    const deciders: Map<string, unknown> = self.byPurpose;
    if (!deciders.has(subject.purpose)) deciders.set(subject.purpose, actual(ruleSet, subject));
    return deciders.get(subject.purpose);
  },
};

/** Without it any issuer speaks for any agency. */
export const ownAgencies: Guard = {
  module: '@pasarela/schema/access/decide',
  function: 'decide',
  what: "counts an agency only where it is one of the issuer's own country",
  permissive: (actual) => (ruleSet, subject, coordinate) => {
    const agencies = Object.values<any>(ruleSet.parties).flatMap((party) => party.agencies);
    const parties = Object.fromEntries(
      Object.entries<any>(ruleSet.parties).map(([code, party]) => [code, { ...party, agencies }]),
    );
    return actual({ ...ruleSet, parties }, subject, coordinate);
  },
};

/** Without it the gateway's schema has what subgraphs have for it alone. */
export const apiSchema: Guard = {
  module: '@pasarela/schema/access/view/requester-schema',
  function: 'RequesterSchemas.for',
  what: "gives each requester a reduction of the API's schema, in which subgraphs' plumbing does not exist",
  permissive:
    (actual) =>
    (...subject) => {
      const { view, askable } = actual(...subject);
      return { view: withPlumbing(view), askable: withPlumbing(askable) };
    },
};

function withPlumbing(schema: GraphQLSchema): GraphQLSchema {
  // Required here: guards are listed before any module of the product, graphql among them, may be loaded.
  const { extendSchema, parse } = require('graphql') as typeof import('graphql');
  return extendSchema(schema, parse('type _Service { sdl: String } extend type Query { _service: _Service }'));
}
