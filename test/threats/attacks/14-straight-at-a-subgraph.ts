import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import type { Attack, Stage } from '../attack';
import { type DirectFetch, type FetchParts, fetchAsGateway, sendDirect } from '../forge/gateway-fetch';

const SUBGRAPH = 'panama-darien-flow';
const ENTITIES =
  '{ _entities(representations: [{ __typename: "Nationality", code: "VEN" }]) { ... on Nationality { code } } crossingRecords(first: 1) { edges { node { sex } } } }';
const MINUTE = 60_000;

/** What an attacker gets wrong, or cannot have, in a request that is otherwise as the gateway makes it. */
function wrongParts(otherToken: string, forgedKey: KeyObject): Record<string, Partial<FetchParts>> {
  return {
    'an assertion signed by another key': { assertionKey: forgedKey },
    'an assertion for another subgraph': { audience: 'colombia-departures' },
    'an assertion of another gateway': { gateway: 'another-gateway' },
    'an assertion for another token': { asserted: { tokenDigest: otherToken } },
    'an assertion for a purpose that the token does not carry': { asserted: { purpose: 'ENFORCEMENT' } },
    'an assertion that is a minute old': { assertedMsAgo: MINUTE },
    'a decision that is a minute old': { asserted: { decidedAt: Date.now() - MINUTE } },
    'a signature of a minute ago': { fetchedMsAgo: MINUTE },
    "a signature under another subgraph's key": { pairwiseOf: 'colombia-departures' },
  };
}

/** What an attacker does with a request that the gateway made. */
const CHANGES: Readonly<Record<string, (fetch: DirectFetch) => DirectFetch>> = {
  'the token alone': ({ headers, ...fetch }) => ({
    ...fetch,
    headers: { authorization: headers.authorization as string },
  }),
  'no token': ({ headers: { authorization: _, ...headers }, ...fetch }) => ({ ...fetch, headers }),
  'no assertion': ({ headers: { 'x-pasarela-assertion': _, ...headers }, ...fetch }) => ({ ...fetch, headers }),
  'no signature of the fetch': ({ headers: { 'x-pasarela-fetch': _, ...headers }, ...fetch }) => ({
    ...fetch,
    headers,
  }),
  'words for an assertion': (fetch) => changed(fetch, { 'x-pasarela-assertion': 'trust-me' }),
  'words for a signature': (fetch) => changed(fetch, { 'x-pasarela-fetch': `${Date.now()}.nonce.c2lnbmF0dXJl` }),
  'another body': (fetch) => ({ ...fetch, body: fetch.body.replace('sex', 'fullName') }),
  'one more byte': (fetch) => ({ ...fetch, body: `${fetch.body} ` }),
};

const changed = (fetch: DirectFetch, headers: Record<string, string>): DirectFetch => ({
  ...fetch,
  headers: { ...fetch.headers, ...headers },
});

async function run(stage: Stage): Promise<void> {
  const token = await stage.token('analyst.pan');
  const make = (parts: Partial<FetchParts> = {}) =>
    fetchAsGateway(stage, { subgraph: SUBGRAPH, token, query: ENTITIES, ...parts });
  const outcomes: Record<string, unknown> = {};
  for (const [name, change] of Object.entries(CHANGES)) outcomes[name] = await outcome(stage, change(await make()));
  const forged = generateKeyPairSync('ed25519').privateKey;
  for (const [name, parts] of Object.entries(wrongParts(await stage.token('analyst.col'), forged)))
    outcomes[name] = await outcome(stage, await make(parts));
  const genuine = await make();
  expect((await sendDirect(stage, genuine)).body.data.crossingRecords.edges).toHaveLength(1);
  outcomes['the same request once more'] = await outcome(stage, genuine);
  expect(outcomes).toEqual(
    Object.fromEntries(Object.keys(outcomes).map((name) => [name, [401, 'UNAUTHENTICATED', 'no data']])),
  );
  await expectHealthOpen(stage);
}

async function outcome(stage: Stage, fetch: DirectFetch) {
  const { status, body } = await sendDirect(stage, fetch);
  return [status, body.errors?.[0].extensions.code, body.data === undefined ? 'no data' : 'data'];
}

/** Health says that a subgraph is there, and nothing else. */
async function expectHealthOpen({ subgraphs }: Stage): Promise<void> {
  for (const { url } of subgraphs) {
    const response = await fetch(new URL('/health/ready', url));
    expect([response.status, await response.json()]).toEqual([200, { ready: true }]);
  }
}

/** The attacks of threat 14. */
export const attacks: readonly Attack[] = [
  {
    number: 14,
    title: "a subgraph answers nothing without the gateway's assertion and signature for this very request",
    on: 'product',
    guards: ['subgraphVerification', 'assertionSignature', 'fetchSignature'],
    run,
  },
];
