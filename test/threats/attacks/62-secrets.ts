import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { credentialHeaders } from '@pasarela/schema/identity/possession/credentials';
import type { Purpose } from '@pasarela/schema/identity/purposes';
import { PERSONAS } from '@pasarela/scripts/development/personas';
import type { Attack, Stage } from '../attack';
import { personaCredentials } from '../forge/persona-credentials';
import { filtered, SECRET } from '../forge/secret-values';

/** Records about people, a value that somebody looks for, and what no owner takes. */
const QUERIES: readonly string[] = [
  '{ crossingRecords(first: 50) { edges { cursor node { id } } } }',
  '{ permits(first: 50) { edges { cursor node { id } } } }',
  '{ usaSmugglingCases(first: 20) { edges { cursor node { id caseNumber } } } }',
  `{ crossingRecords(first: "${SECRET}") { edges { cursor } } }`,
  filtered(`{ nationality: "${SECRET}" }`),
  `{ nationalities(codes: ["${SECRET}"]) { code darienCrossings(year: 2022) { count { value } } } }`,
];

/** What came back, and what of it nobody else may see. */
interface Run {
  readonly refusals: string[];
  readonly secrets: Set<string>;
}

/** Everything that every persona asks for, for every purpose that is theirs. */
async function runOfEveryone(stage: Stage): Promise<Run> {
  const run: Run = { refusals: [], secrets: new Set([SECRET]) };
  for (const [name, { purposes }] of PERSONAS)
    for (const purpose of purposes) await runOf(stage, { name, purpose, run });
  return run;
}

async function runOf(
  stage: Stage,
  { name, purpose, run }: { name: string; purpose: Purpose; run: Run },
): Promise<void> {
  const credentials = await personaCredentials(stage, name);
  for (const part of credentials.token.split('.').slice(1)) run.secrets.add(part);
  for (const query of QUERIES) {
    const request = { method: 'POST', address: stage.gateway.address };
    const proven = await credentialHeaders(credentials, request, () => new Date(Date.now() + stage.clock.aheadMs));
    const { body, text } = await stage.ask({ purpose, query, headers: { ...proven, 'x-case-reference': 'CASE-62' } });
    if (body.errors) run.refusals.push(JSON.stringify(body.errors));
    for (const [, id] of text.matchAll(/"(?:id|caseNumber|cursor)":"([^"]{20,})"/g)) run.secrets.add(id as string);
  }
}

/** Every file under a folder, as text. */
function textsIn(folder: string): Array<readonly [file: string, text: string]> {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => path.join(parentPath, name))
    .map((file) => [file, readFileSync(file, 'latin1')] as const);
}

/** The secret parts of every key that the federation runs on. */
const keysOf = ({ dataDirectory }: Stage): string[] =>
  textsIn(path.join(dataDirectory, 'keys')).flatMap(([file, text]) =>
    file.endsWith('.json') ? [JSON.parse(text).d as string] : [text.trim()],
  );

/** What of the secrets stands in a text. */
const secretsIn = (text: string, secrets: readonly string[]): string[] => secrets.filter((one) => text.includes(one));

async function lookForSecrets(stage: Stage): Promise<void> {
  const { refusals, secrets } = await runOfEveryone(stage);
  const all = [...secrets, ...keysOf(stage)];
  expect(secrets.size).toBeGreaterThan(PERSONAS.size * 2 + 20);
  expect(refusals.length).toBeGreaterThan(PERSONAS.size);
  expect(refusals.flatMap((text) => secretsIn(text, all))).toEqual([]);
  // Waits for what is written behind the answers.
  await stage.requestLog('panama-darien-flow');
  const files = [
    ...textsIn(path.join(stage.dataDirectory, 'logs')),
    ...textsIn(path.join(stage.dataDirectory, 'evidence')),
  ];
  expect(files.length).toBeGreaterThan(stage.subgraphs.length * 4);
  const leaks = files.flatMap(([file, text]) =>
    secretsIn(text, all).map(() => path.relative(stage.dataDirectory, file)),
  );
  expect([...new Set(leaks)]).toEqual([]);
}

/** The attack of threat 62. */
export const attacks: readonly Attack[] = [
  {
    number: 62,
    title: 'no token, key or value of a person stands in a log, in the evidence or in an error, whoever asks for what',
    on: 'product',
    guards: ['tokensUnlogged', 'valuesUnlogged', 'literalsHoisted'],
    run: lookForSecrets,
  },
];
