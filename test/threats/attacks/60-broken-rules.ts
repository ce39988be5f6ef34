import { readFileSync, writeFileSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { openFederation } from '../../federation/open-federation';
import type { Attack, Stage } from '../attack';
import { startHeldGateway } from '../held-gateway';
import { changeRules, withRules } from '../rule-changes';

const BORDER = 'agreements/border-management.pan.yaml';
const NEIGHBOUR = { as: 'analyst.col', purpose: 'MIGRATION_MANAGEMENT' } as const;
const RECORDS = { ...NEIGHBOUR, query: '{ crossingRecords(first: 1) { edges { node { sex } } } }' };
const SEX = expect.stringMatching(/^(FE)?MALE$/);
const WITHHELD = expect.objectContaining({ code: 'WITHHELD', coordinate: 'CrossingRecord.sex' });

const sexOf = (body: any): unknown => body.data.crossingRecords.edges[0].node.sex;

const broken = (text: string): string => text.replace(/level: \w+/, 'level: everything');

/** A federation that never had a valid part of an owner shows nothing of that owner, and all that is others'. */
async function startOnBrokenRules(stage: Stage): Promise<void> {
  const folder = await mkdtemp(path.join(stage.dataDirectory, 'broken-'));
  await cp(stage.rulesDirectory, folder, { recursive: true });
  const file = path.join(folder, 'agreements', 'domestic.pan.yaml');
  writeFileSync(file, broken(readFileSync(file, 'utf8')));
  const federation = await openFederation({ rulesDirectory: folder, scale: 0.005 });
  try {
    for (const as of ['analyst.pan', 'analyst.col']) {
      const { status, body } = await federation.ask({
        ...NEIGHBOUR,
        as,
        query:
          '{ crossingRecords(first: 1) { edges { node { sex } } } darienCrossingsByYear(from: 2022, to: 2022) { year } taskForceResults { measure } }',
      });
      expect([as, status, body.data]).toEqual([
        as,
        200,
        {
          crossingRecords: null,
          darienCrossingsByYear: null,
          taskForceResults: expect.arrayContaining([{ measure: expect.any(String) }]),
        },
      ]);
      expect(body.extensions.notices.map(({ code, coordinate, rule }: any) => [code, coordinate, rule])).toEqual([
        ['WITHHELD', 'Query.crossingRecords', null],
        ['WITHHELD', 'Query.darienCrossingsByYear', 'RULES-UNREADABLE'],
      ]);
    }
  } finally {
    await federation.close();
    await rm(folder, { recursive: true });
  }
}

const RESTRICTION = 'guardrails/restriction.pan.yaml';
const RESTRICTION_TEXT = `guardrails: PAN-RESTRICTION
owner: PAN
title: { en: A restriction of Panama, es: Una restricción de Panamá }
caps:
  - id: PAN-NO-SEX
    fields:
      CrossingRecord: [sex]
    scope: CROSSING
    level: none
    reason: { en: Not told., es: No se informa. }
    source: An attack
`;

/** A restriction whose file is damaged goes on as it was. */
async function breakRules(stage: Stage): Promise<void> {
  const asked = async (as: string) => (await stage.ask({ ...RECORDS, as })).body;
  await withRules(stage, { file: RESTRICTION, question: RECORDS }, async () => {
    expect(sexOf(await asked('analyst.col'))).toEqual(SEX);
    await changeRules(stage, RESTRICTION, RESTRICTION_TEXT);
    const restricted = await asked('analyst.col');
    expect(sexOf(restricted)).toBeNull();
    for (const damaged of [
      broken(RESTRICTION_TEXT),
      `${RESTRICTION_TEXT}  - [`,
      RESTRICTION_TEXT.slice(0, -40),
      'caps: []',
    ]) {
      await changeRules(stage, RESTRICTION, damaged);
      const body = await asked('analyst.col');
      expect([damaged, sexOf(body), body.errors]).toEqual([damaged, null, undefined]);
      expect(body.extensions.notices).toContainEqual(WITHHELD);
      expect(sexOf(await asked('analyst.pan'))).toEqual(SEX);
    }
  });
}

/** Two points that read the same files, but keep different parts of an owner, do not answer each other. */
async function keepOtherParts(stage: Stage): Promise<void> {
  await withRules(stage, { file: BORDER, question: RECORDS }, async (shipped) => {
    await changeRules(stage, BORDER, broken(shipped));
    expect(sexOf((await stage.ask(RECORDS)).body)).toEqual(SEX);
    const newcomer = await startHeldGateway(stage, 'usa-smuggling-cases');
    try {
      const { status, body } = await newcomer.ask({ ...NEIGHBOUR, query: '{ taskForceResults { measure } }' });
      expect([status, body.data, body.errors?.[0].extensions.code]).toEqual([409, undefined, 'RULE_SET_CHANGED']);
    } finally {
      await newcomer.close();
    }
  });
}

/** The attacks of threat 60 on rules that cannot be read. */
export const attacks: readonly Attack[] = [
  {
    number: 60,
    title: 'a rule that was never valid withholds all of its owner',
    on: 'product',
    guards: ['wholeParts'],
    run: startOnBrokenRules,
  },
  {
    number: 60,
    title: 'a rule that is damaged later limits as it did',
    on: 'product',
    guards: ['wholeParts'],
    run: breakRules,
  },
  {
    number: 60,
    title: 'points that keep different rules of one owner do not answer each other',
    on: 'product',
    guards: ['sameVersion'],
    run: keepOtherParts,
  },
];
