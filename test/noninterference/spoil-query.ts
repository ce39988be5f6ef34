import type { SeededRandom } from '@pasarela/serve/domain/seeded-random';
import type { GeneratedQuery } from './generate-query';

/** A request as it is sent. */
export interface GeneratedRequest extends GeneratedQuery {
  readonly headers: Readonly<Record<string, string>>;
}

/** What a request can be spoilt with. */
export interface SpoilSource {
  readonly random: SeededRandom;
  /** Names of the whole contract, those too that the requester's schema does not have. */
  readonly names: readonly string[];
}

type Spoil = (request: GeneratedRequest, source: SpoilSource) => GeneratedRequest;

/** Makes a request wrong in one way: unknown names, values that do not fit, bad pages and cursors, missing headers, other operations. */
export const spoilt: Spoil = (request, source) => source.random.pick(SPOILS)(request, source);

const rewritten =
  (rewrite: (query: string, source: SpoilSource) => string): Spoil =>
  (request, source) => ({ ...request, query: rewrite(request.query, source) });

const withoutHeader =
  (name: string): Spoil =>
  ({ headers, ...request }) => ({
    ...request,
    headers: Object.fromEntries(Object.entries(headers).filter(([header]) => header !== name)),
  });

const inPlaceOf = (pattern: RegExp, text: (source: SpoilSource) => string): Spoil =>
  rewritten((query, source) => query.replace(pattern, text(source)));

const aName = ({ names, random }: SpoilSource): string => random.pick(names);

const SPOILS: readonly Spoil[] = [
  inPlaceOf(/node(_\d+)? \{/, (source) => `node { ${aName(source)}`),
  inPlaceOf(/node(_\d+)? \{/, ({ random }) => `node { ${random.pick(['secret', 'asylumClaims', 'x1'])}`),
  inPlaceOf(/\{ /, (source) => `{ ${aName(source)} `),
  inPlaceOf(/(sex|status|direction): \w+/, () => 'sex: "FEMALE"'),
  inPlaceOf(/first: \d+/, ({ random }) => `first: ${random.pick(['0', '-1', '101', '1000000000', '1.5', '"3"'])}`),
  inPlaceOf(/\(first: \d+/, ({ random }) => `(first: 2, after: "${random.pick(['', 'x', 'bm9uZQ', '☃'])}"`),
  inPlaceOf(/filter: \{/, (source) => `filter: { ${aName(source)}: "PAN"`),
  inPlaceOf(/\{ /, () => '{ _entities(representations: []) { __typename } '),
  inPlaceOf(/\{ /, () => '{ usaSmugglingCase(id: "bm9uZQ") { status } crossingRecords { edges { cursor } } '),
  inPlaceOf(/\}$/, () => ''),
  inPlaceOf(/^query[^{]*/, () => 'mutation '),
  inPlaceOf(/^query[^{]*/, () => 'subscription '),
  inPlaceOf(/^query[^{(]*/, () => 'query Q($unused: String)'),
  ({ variables: _, ...request }) => ({ ...request, variables: { v1: { not: 'this' }, v2: [[]] } }),
  withoutHeader('x-purpose'),
  withoutHeader('x-case-reference'),
  ({ headers, ...request }) => ({ ...request, headers: { ...headers, 'x-purpose': 'AUDIT' } }),
];
