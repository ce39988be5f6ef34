import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Attack, Stage } from '../attack';
import { changeRules, pullRules, withRules } from '../rule-changes';

const NEIGHBOUR = { as: 'analyst.col', purpose: 'MIGRATION_MANAGEMENT' } as const;
const RECORDS = { ...NEIGHBOUR, query: '{ crossingRecords(first: 5) { edges { node { sex crossedOn } } } }' };
const SEX = expect.stringMatching(/^(FE)?MALE$/);

const nodesOf = (body: any): { sex: string | null; crossedOn: string | null }[] =>
  body.data.crossingRecords.edges.map(({ node }: any) => node);

/** Every file of guardrails is moved away while the exchange runs: dates of records stay months. */
async function moveGuardrails(stage: Stage): Promise<void> {
  const file = 'guardrails/values.yaml';
  await withRules(stage, { file, question: RECORDS }, async () => {
    const before = (await stage.ask(RECORDS)).body;
    expect(nodesOf(before)[0]?.crossedOn).toMatch(/^\d{4}-\d\d$/);
    rmSync(path.join(stage.rulesDirectory, file));
    await pullRules(stage);
    const { body } = await stage.ask(RECORDS);
    expect(nodesOf(body)).toEqual(nodesOf(before));
    expect(body.extensions.ruleSetVersion).toBe(before.extensions.ruleSetVersion);
  });
}

const RESTRICTION = 'guardrails/restriction.pan.yaml';
const restricted = (party: string): string => `guardrails: PAN-RESTRICTION
owner: PAN
title: { en: A restriction of Panama, es: Una restricción de Panamá }
caps:
  - id: PAN-NO-SEX
    fields: { CrossingRecord: [sex] }
    scope: CROSSING
    level: none
    when: { $requester.party: ${party} }
    reason: { en: Not told., es: No se informa. }
    source: An attack
`;

/** A restriction of one party is written with a name that no party has: it would limit nobody. */
async function nameNobody(stage: Stage): Promise<void> {
  await withRules(stage, { file: RESTRICTION, question: RECORDS }, async () => {
    const sexes = async () => nodesOf((await stage.ask(RECORDS)).body).map(({ sex }) => sex);
    expect((await sexes())[0]).toEqual(SEX);
    await changeRules(stage, RESTRICTION, restricted('COL'));
    expect(new Set(await sexes())).toEqual(new Set([null]));
    await changeRules(stage, RESTRICTION, restricted('COLOMBIA'));
    expect(new Set(await sexes())).toEqual(new Set([null]));
    expect(readFileSync(path.join(stage.rulesDirectory, RESTRICTION), 'utf8')).toContain('COLOMBIA');
  });
}

/** The attacks of threat 60 by limits that get lost without an error. */
export const attacks: readonly Attack[] = [
  {
    number: 60,
    title: 'guardrails whose file is moved away limit as they did',
    on: 'product',
    guards: ['allGuardrails'],
    run: moveGuardrails,
  },
  {
    number: 60,
    title: 'a rule that names a party that nobody knows is not taken, and the last valid one stays',
    on: 'product',
    guards: ['requesterNames'],
    run: nameNobody,
  },
];
