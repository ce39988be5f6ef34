import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { HttpAnswer } from '../../federation/open-federation';
import type { Attack, Stage } from '../attack';
import { atEveryFault } from '../faulty-clock';
import { fetchAsGateway, sendDirect } from '../forge/gateway-fetch';
import {
  ANALYST,
  BODIES,
  FURTHER,
  filtered,
  HEADERS,
  LITERALS,
  NUMBER,
  SECRET,
  VARIABLES,
} from '../forge/secret-values';
import { asText } from '../telling';

/** Every request that carries a value, by what it is. */
async function* answers(stage: Stage): AsyncGenerator<readonly [what: unknown, answer: HttpAnswer]> {
  for (const query of LITERALS) yield [query, await stage.ask({ ...ANALYST, query })];
  for (const [query, v] of VARIABLES) yield [query, await stage.ask({ ...ANALYST, query, variables: { v } })];
  for (const question of FURTHER) yield [question.query, await stage.ask(question)];
  const authorization = `Bearer ${await stage.token('analyst.col')}`;
  const known = { 'content-type': 'application/json', authorization, 'x-purpose': 'MIGRATION_MANAGEMENT' };
  const send = (headers: object, body: string, where = '/graphql') =>
    stage.send(where, { method: 'POST', headers: { ...known, ...headers }, body });
  for (const body of BODIES) yield [body.slice(0, 80), await send({}, body)];
  for (const headers of HEADERS)
    yield [headers, await send(headers, '{"query":"{ nationalities(codes: []) { code } }"}')];
  yield ['an address', await send({}, '{}', `/${SECRET}?${SECRET}=${SECRET}`)];
}

async function sendValues(stage: Stage): Promise<void> {
  const statuses = new Set<number>();
  for await (const [what, answer] of answers(stage)) {
    expect([what, answer.status, echoIn(asText(answer))]).toEqual([what, answer.status, undefined]);
    statuses.add(answer.status);
  }
  expect([...statuses].sort()).toEqual([200, 400, 401, 403, 404, 413]);
  await expectUnlogged(stage);
}

/** A subgraph that is asked past the gateway's checks does not echo either. */
async function sendToSubgraph(stage: Stage): Promise<void> {
  const token = await stage.token('analyst.col');
  for (const query of LITERALS) {
    const fetch = await fetchAsGateway(stage, { subgraph: 'panama-darien-flow', token, query });
    const { text } = await sendDirect(stage, fetch);
    expect([query, echoIn(text)]).toEqual([query, undefined]);
  }
  await expectUnlogged(stage);
}

/** What a store or a library says of a fault can hold the value that it failed on. */
async function meetFaults(stage: Stage): Promise<void> {
  const fault = `duplicate key { documentNumber: "${SECRET}" }`;
  const met = await atEveryFault(stage, fault, () => stage.ask({ ...ANALYST, query: filtered('{ sex: FEMALE }') }));
  for (const answer of met) expect(echoIn(asText(answer))).toBeUndefined();
  const logs = await expectUnlogged(stage);
  expect(logs.match(/"fault":"TypeError"/g)?.length).toBeGreaterThan(1);
}

const echoIn = (text: string): string | undefined => new RegExp(`${SECRET}|${NUMBER}`, 'i').exec(text)?.[0];

/** Expects no log of the federation to hold the value, and gives them all back. */
async function expectUnlogged(stage: Stage): Promise<string> {
  // Waits for what is written behind the answers.
  await stage.requestLog('panama-darien-flow');
  const folder = path.join(stage.dataDirectory, 'logs');
  const names = (await readdir(folder)).sort();
  const texts = await Promise.all(names.map((name) => readFile(path.join(folder, name), 'utf8')));
  expect(names).toEqual(['gateway.log', ...stage.subgraphs.map(({ name }) => `${name}.log`)].sort());
  expect(names.map((name, index) => [name, echoIn(texts[index] as string)])).toEqual(
    names.map((name) => [name, undefined]),
  );
  return texts.join('');
}

/** The attacks of threat 7. */
export const attacks: readonly Attack[] = [
  {
    number: 7,
    title: 'no value of a request comes back or stands in a log',
    on: 'product',
    guards: ['ownWords', 'variablesUnsaid', 'valuesUnlogged'],
    run: sendValues,
  },
  {
    number: 7,
    title: 'a subgraph echoes no value and logs none',
    on: 'product',
    guards: ['subgraphWords', 'valuesUnlogged'],
    run: sendToSubgraph,
  },
  {
    number: 7,
    title: 'what a fault says stands neither in an answer nor in a log',
    on: 'product',
    guards: ['faultUnsaid', 'catalogueWords'],
    run: meetFaults,
  },
];
