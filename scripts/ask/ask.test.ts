import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { SAMPLE_BODY } from '@pasarela/schema/testing/sample-answer';
import { CASE_BODY } from '@pasarela/schema/testing/sample-case-answer';
import { decodeJwt, exportJWK, generateKeyPair } from 'jose';
import { parseArguments } from './arguments';
import { ask } from './ask';

const REFUSAL = {
  errors: [{ message: 'No.', extensions: { code: 'PURPOSE_NOT_GRANTED' } }],
  extensions: { requestId: 'r' },
};
const directory = mkdtempSync(path.join(tmpdir(), 'ask-'));
const file = path.join(directory, 'my.graphql');
let server: Server;
let body: unknown;
let authorization: string | undefined;
let proof: string | string[] | undefined;

beforeAll(async () => {
  writeFileSync(file, '{ nationalities { code } }');
  writeFileSync(path.join(directory, 'token'), 'x.y.z\n');
  server = createServer((request, response) => {
    authorization = request.headers.authorization;
    proof = request.headers.dpop;
    request.resume().on('end', () => response.end(JSON.stringify(body)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
beforeEach(() => {
  body = SAMPLE_BODY;
});
afterAll(() => {
  rmSync(directory, { recursive: true });
  server.closeAllConnections();
  return new Promise((resolve) => server.close(resolve));
});

const run = (...argv: string[]) =>
  ask(parseArguments(argv, 'en'), {
    language: 'en',
    coloured: false,
    gateway: () => ({
      url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
      address: 'https://data.example/graphql',
    }),
    credentialsFor: async (persona) => ({ token: `token-of-${persona}` }),
  });

test('a query of the user is answered in a generic table', async () => {
  const { output, exitCode } = await run('--file', file, '--as', 'analyst.col');
  expect(output).toContain('150,327');
  expect([authorization, exitCode]).toEqual(['Bearer token-of-analyst.col', 0]);
});

test('a saved question is asked by its own persona unless another is named', async () => {
  await run('07');
  expect(authorization).toBe('Bearer token-of-analyst.pan');
  await run('07', '--token-file', path.join(directory, 'token'));
  expect(authorization).toBe('Bearer x.y.z');
});

test('a bound token is sent with a proof for the address that clients know, made with its key', async () => {
  const keyFile = path.join(directory, 'key');
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  writeFileSync(keyFile, JSON.stringify(await exportJWK(privateKey)));
  await run('07', '--token-file', path.join(directory, 'token'), '--key-file', keyFile);
  expect(authorization).toBe('DPoP x.y.z');
  expect(decodeJwt(proof as string)).toMatchObject({ htm: 'POST', htu: 'https://data.example/graphql' });
  writeFileSync(keyFile, '{}');
  await expect(run('07', '--token', 'x.y.z', '--key-file', keyFile)).rejects.toMatchObject({ fault: 'badKey' });
});

test('a query without anybody who asks is a usage fault', async () => {
  await expect(run('--file', file)).rejects.toMatchObject({ fault: 'nobodyAsks' });
});

test('a refusal fails, as text and as JSON', async () => {
  body = REFUSAL;
  expect(await run('07')).toMatchObject({
    output: '',
    exitCode: 1,
    aside: expect.stringContaining('PURPOSE_NOT_GRANTED'),
  });
  expect(await run('07', '--json')).toMatchObject({ output: `${JSON.stringify(REFUSAL, null, 2)}\n`, exitCode: 1 });
});

test('figures go to the file, what is withheld to the reader', async () => {
  const { output, aside, exitCode } = await run('--file', file, '--as', 'a.b', '--csv');
  expect(output.split('\n')[0]).toContain('countingParty,definition,unit');
  expect([aside?.includes('G-VICTIMS'), exitCode]).toEqual([true, 0]);
});

test('one blank is explained; a path that the question lacks is bad usage', async () => {
  expect(await run('07', '--why', 'nationalities.1.darienCrossings.count')).toMatchObject({
    exitCode: 0,
    output: expect.stringContaining('NOT_PUBLISHED'),
  });
  expect(await run('07', '--why', 'nope')).toMatchObject({ exitCode: 2, output: '' });
});

test('what may be hidden on some records is told in the table, in the file and for one blank', async () => {
  body = CASE_BODY;
  const asked = ['--file', file, '--as', 'investigator.pan'];
  const table = await run(...asked);
  const csv = await run(...asked, '--csv');
  const why = await run(...asked, '--why', 'usaSmugglingCases.edges.1.node.corridor');
  for (const { output, exitCode } of [table, csv, why])
    expect([output.includes('G-CORRIDOR-DELAY'), exitCode]).toEqual([true, 0]);
  for (const text of [table.output, csv.aside, why.output]) expect(text).toContain('does not say whether anything');
});

test('lists the saved questions', async () => {
  expect((await run('--list')).output).toMatch(/^ {2}07 {2}Each nationality/m);
});
