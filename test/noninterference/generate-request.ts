import type { Purpose } from '@pasarela/schema/identity/purposes';
import { SeededRandom } from '@pasarela/serve/domain/seeded-random';
import { generateQuery, type QuerySource } from './generate-query';
import { needsCase } from './requester';
import { type GeneratedRequest, type SpoilSource, spoilt } from './spoil-query';
import type { WantedFields } from './wanted-fields';

/** What a request is drawn from; its seed decides the rest. */
export type RequestSource = Omit<QuerySource, 'random' | 'purpose' | 'sweep'> &
  Omit<SpoilSource, 'random'> & {
    readonly purpose: Purpose;
    /** What every fourth request asks for, wherever it stands, until all of it was asked. */
    readonly sweep?: WantedFields;
  };

const ABOUT_THE_SCHEMA = [
  '{ __schema { queryType { fields { name args { name } } } } }',
  '{ __type(name: "CrossingRecord") { fields { name description type { name kind } } } }',
  '{ __type(name: "UsaCasePerson") { name fields { name } } }',
  '{ __type(name: "UsaSmugglingCaseFilter") { inputFields { name } } }',
  'query T($name: String!) { __type(name: $name) { kind enumValues { name } } __typename }',
] as const;

/** Two of eight, one of them odd: seeds take turns in the purposes too. */
const SWEEPS = [0, 5];
const OF_SEEDS = 8;

/** Draws a request: mostly a valid query, now and then about the schema, and one of six wrong in some way; one of four is a sweep. */
export function generateRequest(seed: number, source: RequestSource): GeneratedRequest {
  const random = new SeededRandom(seed);
  const headers = headersFor(source.purpose, random);
  if (random.chance(0.03))
    return { query: random.pick(ABOUT_THE_SCHEMA), variables: { name: 'HandlingCode' }, headers };
  const sweep = SWEEPS.includes(seed % OF_SEEDS) && source.sweep?.all().length ? source.sweep : undefined;
  if (sweep) return { ...generateQuery({ ...source, sweep, random }), headers };
  const request = { ...generateQuery({ ...source, sweep: undefined, random }), headers };
  return random.chance(source.sweep ? 0.27 : 0.17) ? spoilt(request, { ...source, random }) : request;
}

function headersFor(purpose: Purpose, random: SeededRandom): Record<string, string> {
  return {
    'x-purpose': purpose,
    ...(needsCase(purpose) && { 'x-case-reference': 'PAN-2026-0107' }),
    ...(random.chance(0.08) && { 'accept-language': 'es' }),
    ...(random.chance(0.1) && { 'x-withheld': 'errors' }),
    ...(random.chance(0.04) && { 'x-dry-run': 'true' }),
  };
}
