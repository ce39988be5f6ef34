import type { Stage } from '../attack';
import { sameBut } from '../same-but-for';
import { fetchAsGateway, sendDirect } from './gateway-fetch';

const QUERY = '{ crossingRecords(first: 1) { edges { node { sex } } } }';
const SUBGRAPH = 'panama-darien-flow';

/** What a token gets at the gateway, and at a subgraph with the gateway's own signatures around it. */
export async function answersTo(stage: Stage, token: string) {
  const purpose = 'MIGRATION_MANAGEMENT';
  const headers = { authorization: `Bearer ${token}` };
  const gateway = await stage.ask({ purpose, query: QUERY, headers });
  const subgraph = await sendDirect(stage, await fetchAsGateway(stage, { subgraph: SUBGRAPH, token, query: QUERY }));
  return { gateway: [gateway.status, sameBut(gateway.text)], subgraph: [subgraph.status, subgraph.text] };
}

/** Expects each token to be refused on both sides, in the very words in which no token is. */
export async function expectRefused(stage: Stage, tokens: Readonly<Record<string, string>>): Promise<void> {
  const none = await answersTo(stage, '');
  expect([none.gateway[0], none.subgraph[0]]).toEqual([401, 401]);
  const answers: Record<string, unknown> = {};
  for (const [name, token] of Object.entries(tokens)) answers[name] = await answersTo(stage, token);
  expect(answers).toEqual(Object.fromEntries(Object.keys(tokens).map((name) => [name, none])));
}

/** Expects a token to be believed on both sides. */
export async function expectBelieved(stage: Stage, token: string): Promise<void> {
  const { gateway, subgraph } = await answersTo(stage, token);
  expect([gateway[0], subgraph[0]]).toEqual([200, 200]);
}
