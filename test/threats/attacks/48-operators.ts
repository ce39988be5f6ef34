import { randomUUID } from 'node:crypto';
import type { Attack, Stage } from '../attack';
import { fetchAsGateway, sendDirect } from '../forge/gateway-fetch';
import { askAsOfficer, DETAILS, officerToken, probeInput, REPLY, SEND, sentProbe } from '../forge/probe-officer';
import { loggedAnywhere } from '../never-asked';
import { sameBut } from '../same-but-for';

/** Operators of MongoDB's query language, and keys that reach into objects. */
const OPERATORS: readonly unknown[] = [
  { $ne: '' },
  { $gt: '' },
  { $regex: '.*' },
  { $where: 'true' },
  { $in: [''] },
  { $exists: true },
  { $not: { $in: [] } },
  { 'contributedBy.0': 'PAN' },
  { $or: [{}, {}] },
];

const questionsWith = (operator: unknown) => [
  { query: REPLY, variables: { ticket: operator } },
  { query: DETAILS, variables: { hit: operator } },
  ...['askedParty', 'clientKey'].map((name) => ({
    query: SEND,
    variables: { input: probeInput({ [name]: operator }) },
  })),
  { query: SEND, variables: { input: probeInput({ tokens: [operator, operator] }) } },
  { query: SEND, variables: { input: { ...probeInput(), ...(operator as object) } } },
];

/** An operator does not fit a text: the request is refused by its type, without repeating it, and nobody is asked. */
async function operatorsByType(stage: Stage): Promise<void> {
  const caseReference = `case-${randomUUID()}`;
  await sentProbe(stage, caseReference);
  const texts = new Set<string>();
  const entries = await loggedAnywhere(stage, async () => {
    for (const question of OPERATORS.flatMap(questionsWith)) {
      const { status, body, text } = await askAsOfficer(stage, { ...question, caseReference });
      expect([question, status, body.errors?.[0]?.extensions.code]).toEqual([question, 400, 'BAD_VARIABLES']);
      expect(text).not.toContain('$ne');
      texts.add(sameBut(text.replace(/input|ticket|hit/g, 'NAME')));
    }
  });
  expect(texts.size).toBe(1);
  expect(entries).toEqual([]);
}

/** A text that holds an operator is a text: at the gateway, and where the owner looks. */
async function operatorsInTexts(stage: Stage): Promise<void> {
  const caseReference = `case-${randomUUID()}`;
  await sentProbe(stage, caseReference);
  for (const operator of OPERATORS.map((one) => JSON.stringify(one))) {
    const reply = await askAsOfficer(stage, { query: REPLY, variables: { ticket: operator }, caseReference });
    expect([operator, reply.status, reply.body.data]).toEqual([operator, 200, { identityProbe: null }]);
    const details = await askAsOfficer(stage, { query: DETAILS, variables: { hit: operator }, caseReference });
    expect([operator, details.status, details.body.data]).toEqual([operator, 200, { identityDetails: null }]);
  }
}

/** A gateway that lets an operator through: the domain refuses it by the type of its own schema. */
async function operatorsStraightAtTheDomain(stage: Stage): Promise<void> {
  const caseReference = `case-${randomUUID()}`;
  const { ticket } = await sentProbe(stage, caseReference);
  const ask = async (question: { query: string; variables: unknown }) =>
    sendDirect(
      stage,
      await fetchAsGateway(stage, {
        subgraph: 'joint-identity',
        token: officerToken(stage),
        asserted: { purpose: 'MIGRATION_MANAGEMENT', caseReference },
        ...question,
      }),
    );
  expect((await ask({ query: REPLY, variables: { ticket } })).body.data.identityProbe.ticket).toBe(ticket);
  for (const question of OPERATORS.flatMap(questionsWith)) {
    const { body } = await ask(question);
    expect([question, body.data]).toEqual([question, undefined]);
    expect(body.errors[0].extensions.code).toBe('BAD_INPUT');
  }
}

/** The attacks of threat 48 on identity checks. */
export const attacks: readonly Attack[] = [
  {
    number: 48,
    title: 'an operator in an identity check is refused by its type before any fetch',
    on: 'product',
    guards: ['variablesByType'],
    run: operatorsByType,
  },
  {
    number: 48,
    title: 'a text that holds an operator finds no identity check',
    on: 'product',
    guards: ['operatorsAsTexts'],
    run: operatorsInTexts,
  },
  {
    number: 48,
    title: 'an operator that a gateway lets through is refused by the type of the domain itself',
    on: 'product',
    guards: ['variablesOfDomain'],
    run: operatorsStraightAtTheDomain,
  },
];
