import type { Attack, Stage } from '../attack';
import { askedOf, loggedAnywhere, loggedDuring } from '../never-asked';

const RECORDS = '{ crossingRecords(first: 1) { edges { node { sex } } } }';

async function sendBatches(stage: Stage): Promise<void> {
  const headers = {
    'content-type': 'application/json',
    authorization: `Bearer ${await stage.token('analyst.col')}`,
    'x-purpose': 'MIGRATION_MANAGEMENT',
  };
  const batches = [[{ query: RECORDS }], [{ query: RECORDS }, { query: RECORDS }], [], [[{ query: RECORDS }]]];
  const entries = await loggedAnywhere(stage, async () => {
    for (const batch of batches) {
      const { status, body } = await stage.send('/graphql', { method: 'POST', headers, body: JSON.stringify(batch) });
      expect([batch.length, status, body.data, body.errors?.[0].extensions.code]).toEqual([
        batch.length,
        400,
        undefined,
        'BAD_REQUEST',
      ]);
    }
  });
  expect(entries).toEqual([]);
}

const DOCUMENT = `
  query Harmless { crossingRecords(first: 1) { edges { node { ...Shown } } } }
  query Curious { crossingRecords(first: 1) { edges { node { ...Shown fullName } } } }
  mutation Refused { reviseMonthlyCrossings(input: { month: "2024-04", value: 1, source: "x", expectedRevisions: 1, clientKey: "k" }) { month } }
  fragment Shown on CrossingRecord { sex }
`;

async function sendDocument(stage: Stage): Promise<void> {
  const ask = (operationName?: string) =>
    stage.ask({
      as: 'analyst.col',
      purpose: 'MIGRATION_MANAGEMENT',
      query: DOCUMENT,
      ...(operationName !== undefined && { operationName }),
    });
  const entries = await loggedDuring(stage, 'panama-darien-flow', async () => {
    const harmless = (await ask('Harmless')).body;
    expect([Object.keys(node(harmless)), harmless.extensions.notices]).toEqual([['sex'], []]);
    const curious = (await ask('Curious')).body;
    expect(node(curious)).toEqual({ sex: expect.stringMatching(/MALE$/), fullName: null });
    expect(curious.extensions.notices).toHaveLength(1);
    expect((await ask('Refused')).status).toBe(403);
    for (const name of [undefined, '', 'Shown', 'harmless', '__proto__']) {
      const { status, body } = await ask(name);
      expect([name, status, body.errors?.[0].extensions.code]).toEqual([name, 400, 'UNKNOWN_OPERATION']);
    }
  });
  const asked = ['CrossingRecord.sex', 'Query.crossingRecords'];
  expect(askedOf(entries)).toEqual([asked, asked]);
}

const node = (body: any): object => body.data.crossingRecords.edges[0].node;

/** The attacks of threat 20. */
export const attacks: readonly Attack[] = [
  {
    number: 20,
    title: 'an array of operations is refused',
    on: 'product',
    guards: ['oneOperation'],
    run: sendBatches,
  },
  {
    number: 20,
    title: 'of several operations in one document the named one is decided alone',
    on: 'product',
    guards: ['namedOperation'],
    run: sendDocument,
  },
];
