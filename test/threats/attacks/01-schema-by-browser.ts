import type { Attack, Stage } from '../attack';
import { sendRaw } from '../raw-http';

const SCHEMA = '{ __schema { types { name } } }';

/** What a page of another site could make a browser send, and what a link can hold. */
async function runByBrowser(stage: Stage): Promise<void> {
  const authorization = `authorization: Bearer ${await stage.token('analyst.pan')}`;
  const inAddress = `/graphql?query=${encodeURIComponent(SCHEMA)}`;
  const json = JSON.stringify({ query: SCHEMA });
  const form = `query=${encodeURIComponent(SCHEMA)}`;
  const parts = `--b\r\ncontent-disposition: form-data; name="query"\r\n\r\n${SCHEMA}\r\n--b--\r\n`;
  const sent: ReadonlyArray<readonly [line: string, type: string, body: string]> = [
    [`GET ${inAddress}`, '', ''],
    [`GET ${inAddress}`, 'application/json', ''],
    [`GET ${inAddress.replace('/graphql', '/graphql/')}`, '', ''],
    ['GET /graphql', 'application/json', json],
    [`PUT ${inAddress}`, 'application/json', json],
    [`POST ${inAddress}`, '', ''],
    ['POST /graphql', '', json],
    ['POST /graphql', 'text/plain', json],
    ['POST /graphql', 'text/plain;charset=application/json', json],
    ['POST /graphql', 'application/x-www-form-urlencoded', form],
    ['POST /graphql', 'application/x-www-form-urlencoded', json],
    ['POST /graphql', 'multipart/form-data; boundary=b', parts],
    ['POST /graphql', 'application/graphql', SCHEMA],
  ];
  for (const [line, type, body] of sent) {
    const head = [
      'host: gateway',
      authorization,
      'x-purpose: STATISTICS',
      'connection: close',
      'origin: https://elsewhere.invalid',
    ];
    if (type) head.push(`content-type: ${type}`);
    if (body) head.push(`content-length: ${Buffer.byteLength(body)}`);
    const reply = await sendRaw(stage.gateway.url, `${line} HTTP/1.1\r\n${head.join('\r\n')}\r\n\r\n${body}`);
    const status = Number(/^HTTP\/1\.1 (\d+)/.exec(reply)?.[1]);
    expect([line, type, status]).toEqual([line, type, line.startsWith('POST') ? 400 : 404]);
    expect([line, type, /"data"|Nationality|access-control/i.exec(reply)]).toEqual([line, type, null]);
  }
  const { status } = await stage.ask({ as: 'analyst.pan', purpose: 'STATISTICS', query: SCHEMA });
  expect(status).toBe(200);
}

/** The attack of threat 1 by what a browser sends. */
export const attacks: readonly Attack[] = [
  {
    number: 1,
    title: 'introspection by an address, or by what a browser sends unasked, is refused',
    on: 'product',
    guards: ['postOnly', 'jsonOnly'],
    run: runByBrowser,
  },
];
