import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SAMPLE_BODY } from '@pasarela/schema/testing/sample-answer';
import { sendQuestion } from './send-question';

let server: Server;
let url: string;
let answer: (request: IncomingMessage, response: ServerResponse, body: string) => void;

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (part) => (body += part)).on('end', () => answer(request, response, body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
});
afterAll(() => {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(resolve));
});

const ask = (changes: object = {}) =>
  sendQuestion({
    url,
    credentials: { token: 'a.b.c' },
    query: '{ a }',
    variables: { year: 2022 },
    language: 'es',
    ...changes,
  });
const reply = (status: number, body: string) => (_: IncomingMessage, response: ServerResponse) =>
  void response.writeHead(status, { 'content-type': 'application/json' }).end(body);

test('sends query, variables, token, language, purpose, case and dry run', async () => {
  let seen: object = {};
  answer = (request, response, body) => {
    seen = { ...request.headers, body: JSON.parse(body) };
    reply(200, JSON.stringify(SAMPLE_BODY))(request, response);
  };
  const sent = await ask({ purpose: 'ENFORCEMENT', caseReference: 'CASE-1', dryRun: true });
  expect(seen).toMatchObject({
    authorization: 'Bearer a.b.c',
    'accept-language': 'es',
    'x-purpose': 'ENFORCEMENT',
    'x-case-reference': 'CASE-1',
    'x-dry-run': 'true',
    body: { query: '{ a }', variables: { year: 2022 } },
  });
  expect(sent.answer.notices).toHaveLength(2);
});

test('a refusal is an answer', async () => {
  answer = reply(
    403,
    JSON.stringify({
      errors: [{ message: 'No.', extensions: { code: 'PURPOSE_NOT_GRANTED' } }],
      extensions: { requestId: 'r' },
    }),
  );
  expect((await ask()).answer).toMatchObject({ data: null, requestId: 'r', problems: [{ message: 'No.' }] });
});

test.each([
  ['text', 'hello'],
  ['other JSON', '{"status":"ok"}'],
  ['a list', '[]'],
])('%s is not the gateway', async (_, body) => {
  answer = reply(200, body);
  await expect(ask()).rejects.toMatchObject({ fault: 'notGateway', exitCode: 1 });
});

test('a redirect is not followed: it would carry the token away', async () => {
  answer = (_, response) => void response.writeHead(307, { location: 'http://127.0.0.1:9/' }).end();
  await expect(ask()).rejects.toMatchObject({ exitCode: 1 });
});

test('a gateway that is not there: run npm start', async () => {
  await expect(ask({ url: 'http://127.0.0.1:1/graphql' })).rejects.toThrow(
    /^The gateway does not answer at .+ npm start$/,
  );
});

test('a gateway that never answers', async () => {
  answer = () => undefined;
  await expect(ask({ patienceSeconds: 0.2 })).rejects.toMatchObject({ fault: 'timeout' });
});

test.each([{ credentials: { token: 'a\nb' } }, { caseReference: 'é–' }])(
  'characters that no header carries: %j',
  async (changes) => {
    await expect(ask(changes)).rejects.toMatchObject({ fault: 'unsendable', exitCode: 2 });
  },
);
