const CARRIES = 'carries values to fields without a decision of their owner: let each field be fetched from its owner';
const NOT_ENFORCED = 'is not enforced here: write a rule instead';
const NO_EFFECT = 'has no effect here: leave it out';

/**
 * Apollo Federation's directives by their real names: why one is refused, or undefined where it may stand.
 * @see https://specs.apollo.dev/federation/v2.14
 */
export const FEDERATION_DIRECTIVES: ReadonlyMap<string, string | undefined> = new Map([
  ['key', undefined],
  ['external', undefined],
  ['requires', undefined],
  ['extends', undefined],
  ['shareable', undefined],
  ['override', undefined],
  ['inaccessible', undefined],
  ['tag', undefined],
  ['provides', CARRIES],
  ['context', CARRIES],
  ['fromContext', CARRIES],
  ['interfaceObject', 'gives fields to types that do not say so: write the fields on the types'],
  ['composeDirective', 'puts a directive into the supergraph, from which no label is read: leave it out'],
  ['authenticated', NOT_ENFORCED],
  ['requiresScopes', NOT_ENFORCED],
  ['policy', NOT_ENFORCED],
  ['cost', NO_EFFECT],
  ['listSize', NO_EFFECT],
  ['cacheTag', NO_EFFECT],
]);

/** GraphQL's own directives for schemas. */
export const BUILT_IN_DIRECTIVES: ReadonlySet<string> = new Set(['deprecated', 'specifiedBy', 'oneOf']);
