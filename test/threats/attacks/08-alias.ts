import type { Attack, Stage } from '../attack';
import { fetchAsGateway, sendDirect } from '../forge/gateway-fetch';
import { askedOf, loggedDuring } from '../never-asked';

const SUBGRAPH = 'panama-darien-flow';
const DISGUISED =
  '{ crossingRecords(first: 3) { edges { node { sex: fullName direction: unaccompaniedChild shown: sex } } } }';

async function askUnderAlias(stage: Stage): Promise<void> {
  const entries = await loggedDuring(stage, SUBGRAPH, async () => {
    const { status, body } = await stage.ask({
      as: 'analyst.col',
      purpose: 'MIGRATION_MANAGEMENT',
      query: DISGUISED,
    });
    expect(status).toBe(200);
    expect(body.data.crossingRecords.edges).toHaveLength(3);
    for (const { node } of body.data.crossingRecords.edges)
      expect(node).toEqual({ sex: null, direction: null, shown: expect.stringMatching(/^(FE)?MALE$/) });
    const withheld = body.extensions.notices.map(({ code, coordinate, path }: any) => [code, coordinate, path]);
    expect(withheld).toEqual([
      ['WITHHELD', 'CrossingRecord.fullName', 'crossingRecords.edges.@.node.sex'],
      ['WITHHELD', 'CrossingRecord.unaccompaniedChild', 'crossingRecords.edges.@.node.direction'],
    ]);
  });
  expect(askedOf(entries)).toEqual([['CrossingRecord.sex', 'Query.crossingRecords']]);
}

/** The gateway's own keys do not help: the owner decides again. */
async function askAsGateway(stage: Stage): Promise<void> {
  const token = await stage.token('analyst.col');
  const ask = async (query: string) =>
    sendDirect(stage, await fetchAsGateway(stage, { subgraph: SUBGRAPH, token, query }));
  const refused = await ask(DISGUISED);
  expect(refused.body.data?.crossingRecords).toBeUndefined();
  expect(refused.body.errors[0].extensions).toMatchObject({
    code: 'WITHHELD',
    details: { coordinate: 'CrossingRecord.fullName' },
  });
  const allowed = await ask('{ crossingRecords(first: 1) { edges { node { shown: sex } } } }');
  expect(allowed.body.data.crossingRecords.edges).toHaveLength(1);
}

/** The attacks of threat 8. */
export const attacks: readonly Attack[] = [
  {
    number: 8,
    title: 'a withheld field under an alias is null, recorded under its real name, and never fetched',
    on: 'product',
    guards: ['wholeDocument'],
    run: askUnderAlias,
  },
  {
    number: 8,
    title: 'a gateway that prunes nothing is refused by the owner',
    on: 'product',
    guards: ['ownersDecision'],
    run: askAsGateway,
  },
];
