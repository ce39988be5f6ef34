import { randomBytes } from 'node:crypto';
import type { Purpose } from '@pasarela/schema/identity/purposes';
import { scatteredId } from '@pasarela/serve/domain/scattered-id';
import type { Attack, Stage } from '../attack';
import { fetchAsGateway, sendDirect } from '../forge/gateway-fetch';
import { signedToken } from '../forge/token';
import { changeRules, withRules } from '../rule-changes';

const CASE = 'ATTACK-15';
const LIST = '{ usaSmugglingCases(first: 1) { edges { cursor node { id status } } } }';
const BY_KEY = `query ($representations: [_Any!]!) {
  _entities(representations: $representations) { ... on UsaSmugglingCase { id status } }
}`;

/** Somebody who gets cases. */
interface Reader {
  readonly token: string;
  readonly purpose: Purpose;
}

interface FoundCase {
  readonly cursor: string;
  readonly node: { readonly id: string; readonly status: string };
}

async function firstCase(stage: Stage, { token, purpose }: Reader): Promise<FoundCase> {
  const headers = { authorization: `Bearer ${token}`, 'x-case-reference': CASE };
  const { body } = await stage.ask({ purpose, query: LIST, headers });
  return body.data.usaSmugglingCases.edges[0];
}

/** What a gateway with valid keys is told of ids, for a reader. */
async function found(stage: Stage, { token, purpose }: Reader, ids: readonly unknown[]) {
  const variables = { representations: ids.map((id) => ({ __typename: 'UsaSmugglingCase', id })) };
  const asserted = { purpose, caseReference: CASE };
  const fetch = await fetchAsGateway(stage, {
    subgraph: 'usa-smuggling-cases',
    token,
    query: BY_KEY,
    variables,
    asserted,
  });
  return (await sendDirect(stage, fetch)).body;
}

const readerOf = async (stage: Stage, as: string, purpose: Purpose = 'ENFORCEMENT'): Promise<Reader> => ({
  token: await stage.token(as),
  purpose,
});

async function expectFound(stage: Stage, reader: Reader, { node }: FoundCase): Promise<void> {
  expect(await found(stage, reader, [node.id])).toEqual({ data: { _entities: [node] } });
}

async function expectNothing(stage: Stage, reader: Reader, ids: readonly unknown[]): Promise<void> {
  expect(await found(stage, reader, ids)).toEqual({ data: { _entities: ids.map(() => null) } });
}

async function useIdsOfOthers(stage: Stage): Promise<void> {
  const readers = [
    await readerOf(stage, 'investigator.usa'),
    await readerOf(stage, 'investigator.col'),
    await readerOf(stage, 'investigator.pan'),
    await readerOf(stage, 'protection.usa', 'PROTECTION'),
  ];
  const cases = await Promise.all(readers.map((reader) => firstCase(stage, reader)));
  for (const [index, reader] of readers.entries()) {
    await expectFound(stage, reader, cases[index] as FoundCase);
    await expectNothing(
      stage,
      reader,
      cases.filter((_, other) => other !== index).map(({ node }) => node.id),
    );
  }
}

/** Texts that could open something, made from an id that does. */
const guesses = ({ cursor, node: { id } }: FoundCase): readonly unknown[] => [
  cursor,
  id.slice(1),
  `${id}A`,
  `A${id}`,
  `${id.slice(0, -2)}${id.endsWith('AA') ? 'BB' : 'AA'}`,
  id.toLowerCase() === id ? id.toUpperCase() : id.toLowerCase(),
  Buffer.from(id, 'base64url').toString('hex'),
  randomBytes(40).toString('base64url'),
  scatteredId('case USA', '000001'),
  'SYNTHETIC-USA-000001',
  '',
  ' ',
  '\u0000',
  '../../keys',
  7,
  true,
  null,
  [id],
  { $ne: null },
  { id },
];

async function guessIds(stage: Stage): Promise<void> {
  const reader = await readerOf(stage, 'investigator.usa');
  const known = await firstCase(stage, reader);
  await expectFound(stage, reader, known);
  await expectNothing(stage, reader, guesses(known));
}

const AGREEMENT_FILE = 'agreements/another.usa.yaml';
/** An agreement with one agency: what it gets under it is no longer what its neighbour gets. */
const AGREEMENT = `agreement: ANOTHER
owner: USA
title: { en: Another, es: Otro }
parties: [COL, USA]
legalGround: { en: None; a test, es: Ninguno; una prueba }
from: 2024-01-01
to: 2099-01-01
obligations:
  deleteBy: P1D
  passingOn: { en: Not at all., es: De ningún modo. }
grants:
  - id: USA-ANOTHER-CASES
    fields:
      UsaSmugglingCase: [status]
    audience: { parties: [COL], agencies: [ICBF], roles: [INVESTIGATOR] }
    purposes: [ENFORCEMENT]
    level: full
`;

async function useIdsOfAnotherAgreement(stage: Stage): Promise<void> {
  const claims = { roles: ['INVESTIGATOR'], purposes: ['ENFORCEMENT'], assurance: 3 };
  const investigator = (agency: string): Reader => ({
    token: signedToken(stage, 'COL', { claims: { ...claims, agency } }),
    purpose: 'ENFORCEMENT',
  });
  const [one, other] = [investigator('FISCALIA'), investigator('ICBF')];
  const question = {
    purpose: 'ENFORCEMENT',
    query: LIST,
    headers: { authorization: `Bearer ${one.token}`, 'x-case-reference': CASE },
  } as const;
  const before = await firstCase(stage, one);
  await expectFound(stage, other, before);
  await withRules(stage, { file: AGREEMENT_FILE, question }, async () => {
    await changeRules(stage, AGREEMENT_FILE, AGREEMENT);
    await expectFound(stage, one, before);
    await expectNothing(stage, other, [before.node.id]);
    await expectFound(stage, other, await firstCase(stage, other));
  });
}

/** The attacks of threat 15 by an entity's key. */
export const attacks: readonly Attack[] = [
  {
    number: 15,
    title: 'an opaque id that was given to another party or for another purpose finds nothing',
    on: 'product',
    guards: ['sealedIds'],
    run: useIdsOfOthers,
  },
  {
    number: 15,
    title: 'an opaque id that was given under another agreement finds nothing',
    on: 'product',
    guards: ['sealedIds'],
    run: useIdsOfAnotherAgreement,
  },
  {
    number: 15,
    title: 'a guessed, changed or stored id finds nothing, and looks like what does not exist',
    on: 'product',
    guards: ['ownIds'],
    run: guessIds,
  },
];
