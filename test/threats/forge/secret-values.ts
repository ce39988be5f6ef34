import type { Question } from '../../federation/open-federation';

/** A value that is nobody's: if it comes back, or stands in a log, then any value could. */
export const SECRET = 'SECRET7F3A91';
/** Such a value as a number. */
export const NUMBER = 77_309_173_091;

const rows = 'edges { node { sex } }';
/** A question with a filter. */
export const filtered = (filter: string) => `{ crossingRecords(first: 1, filter: ${filter}) { ${rows} } }`;
const byVariable = (type: string) => `query ($v: ${type}) { crossingRecords(first: 1, filter: $v) { ${rows} } }`;
const first = `query ($v: Int!) { crossingRecords(first: $v) { ${rows} } }`;

/** Values as literals: of another type, of no enum, of an unknown input field, and some that fit. */
export const LITERALS: readonly string[] = [
  `{ crossingRecords(first: "${SECRET}") { ${rows} } }`,
  `{ crossingRecords(first: ${NUMBER}) { ${rows} } }`,
  `{ crossingRecords(after: "${SECRET}") { ${rows} } }`,
  filtered(`"${SECRET}"`),
  filtered(`["${SECRET}"]`),
  filtered(`{ sex: ${SECRET} }`),
  filtered(`{ sex: "${SECRET}" }`),
  filtered(`{ password: "${SECRET}" }`),
  filtered(`{ month: "${SECRET}" }`),
  filtered(`{ month: { of: "${SECRET}" } }`),
  filtered(`{ nationality: "${SECRET}" }`),
  filtered(`{ nationality: """${SECRET}""" }`),
  `{ nationalities(codes: [{ code: "${SECRET}" }]) { code } }`,
  `{ nationalities @include(if: "${SECRET}") { code } }`,
  `query ($v: Int = "${SECRET}") { crossingRecords(first: $v) { ${rows} } }`,
  `{ __type(name: "${SECRET}") { name } }`,
  `{ nationalities { code } # ${SECRET}\n`,
  `{ nationalities(codes: "${SECRET}`,
  `{ nationalities(codes: "${SECRET}") { code } } "${SECRET}"`,
];

/** Values as variables. */
export const VARIABLES: ReadonlyArray<readonly [query: string, v: unknown]> = [
  [first, SECRET],
  [first, NUMBER],
  [first, [SECRET]],
  [first, { [SECRET]: SECRET }],
  [byVariable('CrossingRecordFilter'), SECRET],
  [byVariable('CrossingRecordFilter'), { sex: SECRET }],
  [byVariable('CrossingRecordFilter'), { password: SECRET }],
  [byVariable('CrossingRecordFilter'), { [SECRET]: 'x' }],
  [byVariable('CrossingRecordFilter'), { month: SECRET }],
  [byVariable('CrossingRecordFilter'), { nationality: SECRET }],
  [byVariable('String'), SECRET],
  [byVariable('CrossingRecordFilter'), SECRET.repeat(15_000)],
  ['{ nationalities { nothing } }', SECRET],
  ['query ($w: Int!) { crossingRecords(first: $w) { edges { cursor } } }', SECRET],
];

const as = (persona: string, purpose: Question['purpose']) => ({
  as: persona,
  ...(purpose && { purpose }),
  headers: { 'x-case-reference': 'CASE-1' },
});
/** Who sends most of them. */
export const ANALYST = as('analyst.col', 'MIGRATION_MANAGEMENT');

/** Values that are refused further on: where an input is withheld, and in a subgraph. */
export const FURTHER: readonly Question[] = [
  {
    ...as('protection.usa', 'PROTECTION'),
    query: `{ usaSmugglingCases(filter: { routeFrom: "${SECRET}" }) { edges { cursor } } }`,
  },
  { ...as('investigator.pan', 'ENFORCEMENT'), query: `{ usaSmugglingCase(id: "${SECRET}") { status } }` },
  {
    ...as('administrator.pan', 'MIGRATION_MANAGEMENT'),
    query: `mutation { reviseMonthlyCrossings(input: { month: "${SECRET}", value: -1, source: "${SECRET}", note: "${SECRET}", expectedRevisions: 1, clientKey: "${SECRET}" }) { month } }`,
  },
  { ...ANALYST, query: '{ nationalities { code } }', operationName: SECRET },
  { ...ANALYST, query: `query ${SECRET} { nationalities(codes: []) { code } }` },
  { ...ANALYST, query: '{ nationalities { code } }', operationName: SECRET.repeat(50) },
];

/** Bodies that are no GraphQL request. */
export const BODIES: readonly string[] = [
  `{"query": "${SECRET}`,
  `["${SECRET}"]`,
  `"${SECRET}"`,
  JSON.stringify({ query: { text: SECRET } }),
  JSON.stringify({ query: '{ __typename }', variables: SECRET }),
  JSON.stringify({ query: '{ nothing }', extensions: { persistedQuery: SECRET }, [SECRET]: SECRET }),
  JSON.stringify({ query: SECRET.repeat(90_000) }),
];

/** Headers with something in them that does not belong there. */
export const HEADERS: ReadonlyArray<Readonly<Record<string, string>>> = [
  { 'x-purpose': SECRET },
  { authorization: `Bearer ${SECRET}.${SECRET}.${SECRET}` },
  { authorization: `Basic ${SECRET}` },
  { 'accept-language': SECRET },
  { 'x-request-id': SECRET },
  { 'x-withheld': SECRET },
  { traceparent: SECRET, cookie: `session=${SECRET}`, 'x-forwarded-for': SECRET, referer: `https://${SECRET}/` },
  { 'content-type': `application/${SECRET}` },
];
