import { type ErrorCode, errorMessage } from '@pasarela/schema/errors';
import type { Attack, Stage } from '../attack';
import { atEveryFault } from '../faulty-clock';
import { fetchAsGateway, sendDirect } from '../forge/gateway-fetch';
import { WRONG, WRONG_AT_SUBGRAPH } from '../forge/wrong-requests';
import { openStage } from '../open-stage';
import { sendRaw } from '../raw-http';
import { asText, told } from '../telling';

async function askWrongly(stage: Stage): Promise<void> {
  const statuses = new Set<number>();
  for (const url of [stage.gateway.url, ...stage.subgraphs.map((subgraph) => subgraph.url)])
    for (const [line, rest] of url === stage.gateway.url ? WRONG : WRONG_AT_SUBGRAPH) {
      const request = `${line} HTTP/1.1\r\nHost: gateway\r\nConnection: close\r\n${rest}`;
      const reply = await sendRaw(url, request);
      expect([line, rest.slice(0, 80), told(stage, reply)]).toEqual([line, rest.slice(0, 80), []]);
      if (url === stage.gateway.url) statuses.add(expectOwnWords(line, reply));
    }
  expect([...statuses]).toEqual(expect.arrayContaining([200, 301, 302, 400, 404, 413, 417, 431]));
  expect((await stage.ask({ as: 'analyst.pan', purpose: 'STATISTICS', query: '{ __typename }' })).status).toBe(200);
}

/** A refusal of the gateway has no words but those of the catalogue. Gives back its status. */
function expectOwnWords(line: string, reply: string): number {
  const [head, body] = reply.split('\r\n\r\n') as [string, string | undefined];
  const status = Number(/^HTTP\/1\.1 (\d+)/.exec(head)?.[1]);
  // Node itself closes a CONNECT, and answers an expectation that it does not know without a word.
  if (body && status >= 400 && status !== 417) {
    const { errors } = JSON.parse(body);
    expect([line, errors.length, errors[0].message]).toEqual([line, 1, messageOf(errors[0])]);
  }
  return status;
}

const messageOf = ({ extensions: { code, ...details } }: { extensions: { code: ErrorCode } }): string =>
  errorMessage(code, 'en', details);

const OVER_ALL =
  '{ taskForceResults { measure } darienCrossingsByYear(from: 2022, to: 2022) { year } nationalities(codes: ["VEN"]) { usaSmugglingCaseFigures { cases { value } } } }';

const HEADERS: ReadonlyArray<Readonly<Record<string, string>>> = [
  {},
  { 'x-withheld': 'errors' },
  { 'x-dry-run': 'true' },
];

/** A partner that stopped is named, and nothing else about it. */
async function askWhileDown(): Promise<void> {
  const stage = await openStage('product');
  try {
    await stage.subgraphs.find(({ name }) => name === 'usa-smuggling-cases')?.close();
    for (const headers of HEADERS) {
      const answer = await stage.ask({ as: 'analyst.pan', purpose: 'STATISTICS', query: OVER_ALL, headers });
      expect([answer.status, told(stage, asText(answer))]).toEqual([200, []]);
      const problems = (answer.body.errors ?? []).filter(({ extensions }: any) => extensions.code !== 'WITHHELD');
      for (const problem of problems)
        expect(problem.extensions).toEqual({
          code: 'SUBGRAPH_UNAVAILABLE',
          subgraph: 'usa-smuggling-cases',
          paths: ['taskForceResults.@', 'nationalities.@.usaSmugglingCaseFigures'],
        });
      expect(problems.length > 0).toBe(!('x-dry-run' in headers));
    }
    const health = await stage.send('/health/ready', {});
    expect([health.status, health.body, told(stage, asText(health))]).toEqual([503, { ready: false }, []]);
  } finally {
    await stage.close();
  }
}

const FAULT = 'connect ECONNREFUSED 127.0.0.1:27017 at Store.read (/srv/pasarela/store.js:7:1)';

/** A fault anywhere on a request's way is answered in the catalogue's words. */
async function askAtFaults(stage: Stage): Promise<void> {
  const answers = await atEveryFault(stage, FAULT, () =>
    stage.ask({ as: 'analyst.pan', purpose: 'STATISTICS', query: OVER_ALL }),
  );
  for (const answer of answers) {
    expect(told(stage, asText(answer))).toEqual([]);
    expect(answer.body.errors.map(({ message }: any) => message)).toEqual(answer.body.errors.map(messageOf));
  }
  const codes = answers.flatMap(({ body }) => body.errors.map(({ extensions }: any) => extensions.code));
  expect(codes).toEqual(expect.arrayContaining(['INTERNAL', 'SUBGRAPH_UNAVAILABLE']));
}

/** All that a subgraph says of a query that it cannot answer. */
const OWN_WORDS = [
  'The subgraph could not answer.',
  'The input is not valid: something in the query does not fit its type.',
];

/** What fails inside a subgraph is told in its own words to nobody, not even to the gateway. */
async function askSubgraph(stage: Stage): Promise<void> {
  const token = await stage.token('analyst.pan');
  const subgraph = 'panama-darien-flow';
  for (const query of [
    '{ nothing }',
    '{ nationalities(codes: 1.5) { code } }',
    '{',
    '{ __schema { types { name } } }',
  ]) {
    const { text, body } = await sendDirect(stage, await fetchAsGateway(stage, { subgraph, token, query }));
    expect([query, told(stage, text), body.data]).toEqual([query, [], undefined]);
    expect(body.errors).toHaveLength(1);
    expect(OWN_WORDS).toContain(body.errors[0].message);
  }
}

/** The attacks of threat 6. */
export const attacks: readonly Attack[] = [
  {
    number: 6,
    title: 'a request that goes wrong is told nothing of the machine, its files or its programs',
    on: 'product',
    guards: ['catalogueWords', 'refusedBytes', 'namelessServer'],
    run: askWrongly,
  },
  {
    number: 6,
    title: 'a partner that is down is named, without address or cause',
    on: 'product',
    guards: ['addressUnsaid'],
    run: askWhileDown,
  },
  {
    number: 6,
    title: "a fault is answered in the catalogue's words",
    on: 'product',
    guards: ['catalogueWords'],
    run: askAtFaults,
  },
  {
    number: 6,
    title: 'what fails inside a subgraph is told in its own words to nobody',
    on: 'product',
    guards: ['subgraphWords'],
    run: askSubgraph,
  },
];
