import { makeClientKey } from '@pasarela/schema/testing/client';
import type { HttpAnswer } from '../../federation/open-federation';
import { fixtureSightings } from '../../fixtures/sightings';
import type { Attack, Stage } from '../attack';
import { type BoundClient, boundClient, proofFor } from '../forge/bound-client';
import { fetchAsGateway, sendDirect } from '../forge/gateway-fetch';
import { signedToken } from '../forge/token';
import { type HeldGateway, startHeldGateway } from '../held-gateway';
import { sameBut } from '../same-but-for';

type Headers = Readonly<Record<string, string>>;

const QUESTION = { purpose: 'STATISTICS', query: '{ __typename }' } as const;
const SECOND_MS = 1000;

const ask = (stage: Stage, headers: Headers): Promise<HttpAnswer> => stage.ask({ ...QUESTION, headers });
const bearing = (token: string): Headers => ({ authorization: `Bearer ${token}` });
const proving = (token: string, dpop: string): Headers => ({ authorization: `DPoP ${token}`, dpop });

/** Expects each way of asking to be refused, all in the same words but for the code's own. */
async function expectRefused(stage: Stage, code: string, ways: Readonly<Record<string, Headers>>): Promise<void> {
  const outcomes: Record<string, unknown> = {};
  const texts = new Set<string>();
  for (const [name, headers] of Object.entries(ways)) {
    const { status, body, text } = await ask(stage, headers);
    outcomes[name] = [status, body.errors?.[0].extensions.code, body.data === undefined ? 'no data' : 'data'];
    texts.add(sameBut(text));
  }
  expect(outcomes).toEqual(Object.fromEntries(Object.keys(ways).map((name) => [name, [401, code, 'no data']])));
  expect(texts.size).toBe(1);
}

/** The client itself is answered: without that a refusal would show nothing. */
async function expectAnswered(stage: Stage, headers: Headers): Promise<void> {
  expect((await ask(stage, headers)).body.data).toEqual({ __typename: 'Query' });
}

async function useWithoutKey(stage: Stage): Promise<void> {
  const [client, thief] = [await boundClient(stage), await boundClient(stage)];
  await expectAnswered(stage, proving(client.token, await proofFor(stage, client)));
  await expectAnswered(stage, proving(thief.token, await proofFor(stage, thief)));
  const { token } = client;
  await expectRefused(stage, 'PROOF_NEEDED', {
    'as bearer': bearing(token),
    'as bound, without a proof': { authorization: `DPoP ${token}` },
    'with words for a proof': proving(token, 'trust-me'),
    'with the token for a proof': proving(token, token),
    "with a proof of the thief's key": proving(token, await proofFor(stage, { ...thief, token })),
    "with the client's key in a proof that the thief signs": proving(
      token,
      await proofFor(stage, client, { signedBy: thief.key }),
    ),
    'with two proofs': proving(token, `${await proofFor(stage, client)}, ${await proofFor(stage, client)}`),
  });
}

async function useProofAgain(stage: Stage): Promise<void> {
  const client = await boundClient(stage);
  const proof = await proofFor(stage, client, { claims: { jti: 'overheard' } });
  await expectAnswered(stage, proving(client.token, proof));
  await expectRefused(stage, 'PROOF_NEEDED', {
    'the same proof': proving(client.token, proof),
    'another of the same name': proving(client.token, await proofFor(stage, client, { claims: { jti: 'overheard' } })),
  });
}

async function useProofElsewhere(stage: Stage): Promise<void> {
  const client = await boundClient(stage);
  const proven = async (claims: Headers) => proving(client.token, await proofFor(stage, client, { claims }));
  await expectAnswered(stage, await proven({ htu: `${stage.gateway.address}?operation=1` }));
  await expectRefused(stage, 'PROOF_NEEDED', {
    'made for a subgraph': await proven({ htu: stage.subgraphs[0]?.url as string }),
    'made for another path': await proven({ htu: `${stage.gateway.url}/health/ready` }),
    'made for another host': await proven({ htu: 'https://evil.example/graphql' }),
    'made for another scheme': await proven({ htu: stage.gateway.address.replace('http:', 'https:') }),
    'made for another method': await proven({ htm: 'GET' }),
  });
}

async function useProofOfOtherToken(stage: Stage): Promise<void> {
  const client = await boundClient(stage);
  const next = await boundClient(stage, client.key);
  await expectAnswered(stage, proving(client.token, await proofFor(stage, client)));
  await expectRefused(stage, 'PROOF_NEEDED', {
    'of the same client': proving(next.token, await proofFor(stage, client)),
  });
}

async function useProofLater(stage: Stage): Promise<void> {
  const client = await boundClient(stage);
  const now = Math.floor(Date.now() / SECOND_MS);
  const madeAt = async (iat: number) => proving(client.token, await proofFor(stage, client, { claims: { iat } }));
  const kept: Headers[] = [await madeAt(now), await madeAt(now)];
  const refused = async (name: string, headers: Headers) => expectRefused(stage, 'PROOF_NEEDED', { [name]: headers });
  await expectAnswered(stage, await madeAt(now));
  await refused('made for in ten minutes', await madeAt(now + 600));
  await refused('made an hour ago', await madeAt(now - 3600));
  try {
    stage.clock.aheadMs = 10 * SECOND_MS;
    await expectAnswered(stage, kept[0] as Headers);
    stage.clock.aheadMs = 40 * SECOND_MS;
    await refused('kept for forty seconds', kept[1] as Headers);
  } finally {
    stage.clock.aheadMs = 0;
  }
}

async function passUnboundForBound(stage: Stage): Promise<void> {
  const client: BoundClient = { key: await makeClientKey(), token: signedToken(stage, 'PAN') };
  await expectAnswered(stage, bearing(client.token));
  await expectRefused(stage, 'TOKEN_NOT_BOUND', {
    'with a proof': proving(client.token, await proofFor(stage, client)),
    'without a proof': { authorization: `DPoP ${client.token}` },
  });
}

/** A dashboard's token as an issuer makes it that does not know better: whoever copies it from the disk has it. */
async function useServiceWithoutKey(stage: Stage): Promise<void> {
  for (const roles of [['DASHBOARD'], ['ANALYST', 'DASHBOARD']]) {
    const token = signedToken(stage, 'PAN', { claims: { roles } });
    const client: BoundClient = { key: await makeClientKey(), token };
    await expectRefused(stage, 'TOKEN_NOT_BOUND', {
      'as bearer': bearing(token),
      'with a proof of some key': proving(token, await proofFor(stage, client)),
    });
    const parts = { subgraph: fixtureSightings.name, token, query: '{ __typename }' };
    const { status, body } = await sendDirect(stage, await fetchAsGateway(stage, parts));
    expect([status, body.errors?.[0].extensions.code, body.data]).toEqual([401, 'UNAUTHENTICATED', undefined]);
  }
}

const PUBLISHED = '{ mirrorPeriods { period departures { series } } }';

/** A subgraph that cannot be trusted keeps what the gateway sends to it, and turns round with it. */
async function replayFromSubgraph(stage: Stage): Promise<void> {
  const held = await startHeldGateway(stage, 'colombia-departures');
  try {
    const token = await overheardToken(held);
    const own: BoundClient = { key: await makeClientKey(), token };
    await expectRefused(stage, 'PROOF_NEEDED', {
      'with all that it was sent beside': { ...pasarelaHeaders(held), ...bearing(token) },
      'as bearer': bearing(token),
      'as bound': { authorization: `DPoP ${token}` },
      'with a proof of its own key': proving(token, await proofFor(stage, own)),
    });
  } finally {
    await held.close();
  }
}

/** The token of a dashboard, as a subgraph receives it: alone, without a proof that could serve again. */
async function overheardToken(held: HeldGateway): Promise<string> {
  const { status, body } = await held.ask({ as: 'dashboard.usa', purpose: 'STATISTICS', query: PUBLISHED });
  expect([status, body.data.mirrorPeriods.length > 0]).toEqual([200, true]);
  const headers = held.received[0]?.headers;
  expect(Object.keys(headers ?? {})).not.toContain('dpop');
  return headers?.authorization?.replace('Bearer ', '') as string;
}

/** The gateway's own assertion and signature, as the subgraph received them. */
const pasarelaHeaders = ({ received: [message] }: HeldGateway): Headers =>
  Object.fromEntries(
    Object.entries(message?.headers ?? {}).filter(([name]) => name.startsWith('x-pasarela')),
  ) as Headers;

/** The attacks of threat 52. */
export const attacks: readonly Attack[] = [
  {
    number: 52,
    title: "a stolen token is refused without its client's key",
    on: 'sightings',
    guards: ['possession', 'proofKey', 'proofSignature'],
    run: useWithoutKey,
  },
  {
    number: 52,
    title: 'a proof that was used is refused',
    on: 'sightings',
    guards: ['proofOnce'],
    run: useProofAgain,
  },
  {
    number: 52,
    title: 'a proof for another address or method is refused',
    on: 'sightings',
    guards: ['proofRequest'],
    run: useProofElsewhere,
  },
  {
    number: 52,
    title: 'a proof for another token of the same client is refused',
    on: 'sightings',
    guards: ['proofToken'],
    run: useProofOfOtherToken,
  },
  {
    number: 52,
    title: 'a proof that was kept, or made for later, is refused',
    on: 'sightings',
    guards: ['proofTime'],
    run: useProofLater,
  },
  {
    number: 52,
    title: 'an unbound token does not pass for a bound one',
    on: 'sightings',
    guards: ['possession'],
    run: passUnboundForBound,
  },
  {
    number: 52,
    title: "a service's token that is not bound is refused at the gateway and at a subgraph",
    on: 'sightings',
    guards: ['serviceBinding'],
    run: useServiceWithoutKey,
  },
  {
    number: 52,
    title: 'what a subgraph receives opens nothing at the gateway',
    on: 'product',
    guards: ['possession'],
    run: replayFromSubgraph,
  },
];
