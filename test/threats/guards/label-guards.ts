import type { Guard } from './guard';

/** The names by which plain readers know directives. */
const LITERAL =
  /^(key|requires|external|override|owner|sensitivity|about|counts|computedFrom|reads|structural|record|attribute|link)$/;

/** Without it directives are known by how they are written. */
export const realNames: Guard = {
  module: '@pasarela/schema/labels/directive-names',
  function: 'directiveNames',
  what: 'finds which directive a name really is, whatever it was imported as',
  permissive: () => () => ({ real: (written: string) => (LITERAL.test(written) ? written : 'tag') }),
};

/** Without it a directive that nobody knows, or that carries values past decisions, composes. */
export const checkedDirectives: Guard = {
  module: '@pasarela/schema/labels/check-directives',
  function: 'checkDirectives',
  what: 'refuses to compose directives that are not known, labels that are not those of the contract, and all that carries values past a decision',
  permissive: () => () => [],
};

/** Without it an owner lists another's entities by their keys. */
export const checkedRecords: Guard = {
  module: '@pasarela/schema/labels/check-records',
  function: 'checkRecords',
  what: "refuses to compose fields that list another owner's entities, rows that cannot be null, and people as keys",
  permissive: () => () => [],
};

/** Without it whatever stands in a representation reaches a domain. */
export const trimmedRepresentations: Guard = {
  module: '@pasarela/serve/entities/trim-representation',
  function: 'trimRepresentation',
  what: 'takes from a representation the key and what is required, and nothing else',
  permissive: () => (representation) => representation,
};

/** Without it a representation of something else fails all others. */
export const knownEntities: Guard = {
  module: '@pasarela/serve/entities/answer-known-entities',
  function: 'answerKnownEntities',
  what: 'answers null in the place of what is no entity of the subgraph',
  permissive: () => () => undefined,
};

/** Without it a subgraph gives back what a representation claimed of another subgraph's field. */
export const foreignFields: Guard = {
  module: '@pasarela/serve/entities/blank-foreign-fields',
  function: 'blankForeignFields',
  what: 'answers nothing for fields that belong to another subgraph',
  permissive: () => () => undefined,
};
