import type { Guard } from './guard';

const DECIDER = '@pasarela/schema/access/decider';

/** Without it a field is shown in full that is computed from what is not. */
export const requirements: Guard = {
  module: DECIDER,
  function: 'Decider.withRequirements',
  what: 'lowers a field to what it requires, a count to the dimensions by which it is counted',
  permissive: () => (decision) => decision,
};

/** Without it a month suffices to filter by days. */
export const inputLevels: Guard = {
  module: '@pasarela/schema/access/read-inputs',
  function: 'usedInputs',
  what: 'says at which level an input reads its field, all of it where none is named',
  permissive:
    (actual) =>
    (...use) =>
      actual(...use).map((used: any) => ({ ...used, reads: { ...used.reads, at: 'year' } })),
};

/** Without it what is shown of some records counts as shown of all. */
export const everyRecord: Guard = {
  module: '@pasarela/schema/access/decide',
  function: 'decide',
  what: 'says of a level whether it holds on every record',
  permissive:
    (actual) =>
    (...question) => {
      const decision = actual(...question);
      return decision.conditional ? { ...decision, conditional: undefined, full: true } : decision;
    },
};

/** Without it whoever got hold of an opaque id or a cursor can use it. */
export const sealedIds: Guard = {
  module: '@pasarela/serve/domain/opaque-ids',
  function: 'OpaqueIds.scopeText',
  what: 'seals ids and cursors for one party, agreement, purpose and quarter',
  permissive: () => (type) => type,
};

/** Without it a stored id is as good as one that was given out. */
export const ownIds: Guard = {
  module: '@pasarela/serve/domain/opaque-ids',
  function: 'OpaqueIds.open',
  what: 'opens only what the owner sealed: authenticated, so that a changed or guessed text opens nothing',
  permissive:
    (actual) =>
    (type, opaque, ...agreement) =>
      actual(type, opaque, ...agreement) ?? opaque,
};

/** Without it all partners are shown rows in one order. */
export const ownOrder: Guard = {
  module: '@pasarela/serve/domain/opaque-ids',
  function: 'OpaqueIds.order',
  what: 'shows each party, for each agreement, purpose and quarter, rows in an order of its own',
  permissive: (_, self) => (type) => {
    const { rowOrderOf } = require('@pasarela/serve/domain/row-order');
    return rowOrderOf(self.key, type);
  },
};

/** Without it one owner is sent what stands in another's records. */
export const foreignJoins: Guard = {
  module: '@pasarela/schema/access/foreign-join',
  function: 'withoutForeignJoin',
  what: "withholds what could be fetched only by sending its owner values of another owner's records",
  permissive: () => (decision) => decision,
};

/** Without it every row exists for everybody. */
export const rowRules: Guard = {
  module: '@pasarela/schema/access/decide-rows',
  function: 'decideRows',
  what: 'decides which rows exist for a requester, whatever is selected',
  permissive: (actual) => (ruleSet, subject) => actual(ruleSet, subject, 'no type'),
};

/** Without it a row that a rule hides is found by its key. */
export const hiddenRows: Guard = {
  module: '@pasarela/serve/mask/hide-rows',
  function: 'hideRows',
  what: 'leaves out, at the source, rows that do not exist for the requester, on every way to them',
  permissive: () => () => undefined,
};

/** Without it hidden rows leave gaps in pages. */
export const wholePages: Guard = {
  module: '@pasarela/serve/domain/read-page',
  function: 'readPage',
  what: 'reads only rows that exist for the requester, so that pages and cursors tell of no others',
  permissive: (actual) => (page, source) => actual(page, { ...source, matching: source.matching.slice(1) }),
};
