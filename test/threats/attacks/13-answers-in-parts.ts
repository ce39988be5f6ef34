import type { Attack, Stage } from '../attack';
import { askedOf, loggedAnywhere } from '../never-asked';

const RECORDS = 'crossingRecords(first: 2) { edges { node { sex } } }';

/** Ways to ask for an answer in parts: each could send one part before the rules are decided for the next. */
const IN_PARTS: readonly string[] = [
  `{ ... @defer { ${RECORDS} } }`,
  `{ ... @defer(if: true, label: "late") { ${RECORDS} } }`,
  `query ($late: Boolean!) { ... @defer(if: $late) { ${RECORDS} } }`,
  `{ ...Late @defer } fragment Late on Query { ${RECORDS} }`,
  `{ ... on Query @defer(if: false) { ${RECORDS} } }`,
  '{ crossingRecords(first: 2) { edges { node { sex ... @defer { fullName } } } } }',
  '{ crossingRecords(first: 2) { edges @stream(initialCount: 1) { node { sex } } } }',
  '{ nationalities(codes: ["VEN", "ECU"]) @stream(initialCount: 0) { code } }',
  `directive @defer on INLINE_FRAGMENT query { ... @defer { ${RECORDS} } }`,
  `directive @defer(if: Boolean) on FRAGMENT_SPREAD | INLINE_FRAGMENT { ...Late @defer } fragment Late on Query { ${RECORDS} }`,
  `directive @stream on FIELD query { crossingRecords(first: 2) { edges @stream { node { sex } } } }`,
  `subscription { ${RECORDS} }`,
  `query @defer { ${RECORDS} }`,
  `query @live { ${RECORDS} }`,
];

/** What a client says that can read an answer in parts. */
const ACCEPTED: readonly string[] = [
  'application/json',
  'multipart/mixed; deferSpec=20220824, application/json',
  'multipart/mixed; incrementalDeliverySpec=3283f8a',
  'multipart/mixed; subscriptionSpec=1.0',
  'text/event-stream',
];

async function run(stage: Stage): Promise<void> {
  const ask = (query: string, accept: string) =>
    stage.ask({
      as: 'analyst.col',
      purpose: 'MIGRATION_MANAGEMENT',
      query,
      headers: { accept },
      ...(query.includes('$late') && { variables: { late: true } }),
    });
  const whole = await ask(`{ ${RECORDS} }`, 'application/json');
  expect(whole.body.data.crossingRecords.edges).toHaveLength(2);
  const entries = await loggedAnywhere(stage, async () => {
    for (const query of IN_PARTS)
      for (const accept of ACCEPTED.slice(0, 2)) {
        const { status, headers, body } = await ask(query, accept);
        const parts = [headers.get('content-type'), Object.keys(body ?? {})];
        expect([query, accept, status, ...parts]).toEqual([query, accept, 400, JSON_TYPE, ['errors', 'extensions']]);
        expect(body.errors[0].extensions.code).toMatch(/^(UNKNOWN_FIELD|INVALID_QUERY|UNSUPPORTED_OPERATION)$/);
      }
  });
  expect(askedOf(entries)).toEqual([]);
  await expectWhole(ACCEPTED, whole.body.data, (accept) => ask(`{ ${RECORDS} }`, accept));
}

const JSON_TYPE = 'application/json; charset=utf-8';

/** A plain question is answered whole, in one JSON text, whatever its sender could read. */
async function expectWhole(
  accepted: readonly string[],
  data: unknown,
  ask: (accept: string) => ReturnType<Stage['ask']>,
): Promise<void> {
  for (const accept of accepted) {
    const { status, headers, body } = await ask(accept);
    expect([accept, status, headers.get('content-type')]).toEqual([accept, 200, JSON_TYPE]);
    expect([Object.keys(body), body.data]).toEqual([['data', 'extensions'], data]);
  }
}

/** The attacks of threat 13. */
export const attacks: readonly Attack[] = [
  {
    number: 13,
    title: '@defer and @stream are refused, and nothing is sent in parts',
    on: 'product',
    guards: ['knownDirectives', 'oneReply'],
    run,
  },
];
