import { type ClientRequest, request } from 'node:http';
import type { Attack, Stage } from '../attack';

const CHUNK = Buffer.alloc(16_384, ' ');
/** An endless body ends here, so that this attack does, too. */
const ENOUGH_BYTES = 8_000_000;
const FIVE_MEGABYTES = 5_000_000;

/** Sends a body piece by piece, to the end or until an answer comes, and says with which status. */
async function statusOf(url: URL, headers: Record<string, string>, bytes: number): Promise<number | undefined> {
  const sending = request(url, {
    method: 'POST',
    agent: false,
    headers: { 'content-type': 'application/json', ...headers },
  });
  const answered = new Promise<number | undefined>((resolve) => {
    sending.once('response', (response) => {
      resolve(response.statusCode);
      response.resume();
    });
    sending.on('error', () => resolve(undefined));
  });
  let status: number | undefined | 'none' = 'none';
  void answered.then((answer) => {
    status = answer;
  });
  for (let sent = 0; sent < bytes && status === 'none'; sent += CHUNK.length) await write(sending);
  if (status === 'none') sending.end();
  const answer = await answered;
  sending.destroy();
  return answer;
}

/** Writes one chunk and lets the answer to the last one arrive. */
async function write(sending: ClientRequest): Promise<void> {
  if (!sending.destroyed) sending.write(CHUNK);
  await new Promise((resolve) => setTimeout(resolve, 1));
}

async function flood(url: URL, headers: Record<string, string>): Promise<void> {
  const announced = { ...headers, 'content-length': String(FIVE_MEGABYTES) };
  expect(await statusOf(url, announced, FIVE_MEGABYTES)).toBe(413);
  expect(await statusOf(url, { ...headers, 'transfer-encoding': 'chunked' }, ENOUGH_BYTES)).toBe(413);
}

async function floodGateway(stage: Stage): Promise<void> {
  const authorization = `Bearer ${await stage.token('analyst.pan')}`;
  const url = new URL('/graphql', stage.gateway.url);
  await flood(url, { authorization, 'x-purpose': 'STATISTICS' });
  await flood(url, {});
  const { status, body } = await stage.ask({ as: 'analyst.pan', purpose: 'STATISTICS', query: '{ __typename }' });
  expect([status, body.data]).toEqual([200, { __typename: 'Query' }]);
}

async function floodSubgraphs(stage: Stage): Promise<void> {
  for (const { url } of stage.subgraphs) {
    await flood(new URL(url), {});
    expect((await fetch(new URL('/health/ready', url))).status).toBe(200);
  }
}

/** The attacks of threat 36. */
export const attacks: readonly Attack[] = [
  {
    number: 36,
    title: 'a body of 5 MB or without end is refused, and the gateway lives',
    on: 'sightings',
    guards: ['gatewayBodyLimit'],
    run: floodGateway,
  },
  {
    number: 36,
    title: 'a body of 5 MB or without end is refused, and the subgraph lives',
    on: 'sightings',
    guards: ['subgraphBodyLimit'],
    run: floodSubgraphs,
  },
];
