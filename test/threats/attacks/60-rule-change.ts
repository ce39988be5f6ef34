import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { versionOfFolder } from '@pasarela/schema/access/rule-documents';
import type { HttpAnswer } from '../../federation/open-federation';
import type { Attack, Stage } from '../attack';
import { startHeldGateway } from '../held-gateway';
import { changeRules, withRules } from '../rule-changes';

const BORDER = 'agreements/border-management.pan.yaml';
const NEIGHBOUR = { as: 'analyst.col', purpose: 'MIGRATION_MANAGEMENT' } as const;

/** One part of the answer from Panama, one from the United States. */
const BOTH = {
  ...NEIGHBOUR,
  query: '{ crossingRecords(first: 1) { edges { node { sex } } } taskForceResults { measure } }',
};
const SEX = expect.stringMatching(/^(FE)?MALE$/);
const WITHHELD = expect.objectContaining({ code: 'WITHHELD', coordinate: 'CrossingRecord.sex' });

const sexOf = (body: any): unknown => body.data.crossingRecords.edges[0].node.sex;
const versionIn = (body: any): string => body.extensions.disclosure.ruleSetVersion;

/** Panama answered under the old rules, the United States are asked under them when they hold the new ones. */
async function askInFlight(stage: Stage): Promise<void> {
  await withRules(stage, { file: BORDER, question: BOTH }, async (shipped) => {
    const gateway = await startHeldGateway(stage, 'usa-smuggling-cases');
    try {
      const before = (await gateway.ask(BOTH)).body;
      expect([sexOf(before), versionIn(before)]).toEqual([SEX, versionOfFolder(stage.rulesDirectory)]);
      const answered = (await stage.requestLog('panama-darien-flow')).length;
      const held = gateway.hold();
      const asked = gateway.ask(BOTH);
      await held;
      await untilLogged(stage, answered + 1);
      await changeRules(stage, BORDER, shipped.replace('nationality, sex,', 'nationality,'));
      gateway.release();
      const { status, body } = await asked;
      expect([status, body.errors, sexOf(body)]).toEqual([200, undefined, null]);
      expect(body.extensions.notices).toContainEqual(WITHHELD);
      expect(body.data.taskForceResults.length).toBeGreaterThan(0);
      expect(versionIn(body)).toBe(versionOfFolder(stage.rulesDirectory));
      expect(versionIn(body)).not.toBe(versionIn(before));
    } finally {
      await gateway.close();
    }
  });
}

/** Waits until Panama's log has so many entries, for a few looks at it. */
async function untilLogged(stage: Stage, entries: number): Promise<void> {
  for (let looks = 0; looks < LOOKS; looks++)
    if ((await stage.requestLog('panama-darien-flow')).length >= entries) return;
}

const LOOKS = 40;
const CAPS = 'guardrails/fixture.yaml';
const VEHICLE = { ...NEIGHBOUR, query: '{ sightings { ... on VehicleSighting { day } } }' };
const AT_ONCE = 4;

/** While one rule comes and goes, each answer is by the one version that it names: data and notices alike. */
async function askAcrossChanges(stage: Stage): Promise<void> {
  const { rulesDirectory } = stage;
  await withRules(stage, { file: CAPS, question: VEHICLE }, async (shipped) => {
    const lowered = shipped.replace('PersonSighting: [day]', 'PersonSighting: [day]\n      VehicleSighting: [day]');
    const shown = new Map([[versionOfFolder(rulesDirectory), ['2024-03-01', 0]]]);
    writeFileSync(path.join(rulesDirectory, CAPS), lowered);
    shown.set(versionOfFolder(rulesDirectory), ['2024-03', 1]);
    const early: Array<ReturnType<Stage['ask']>> = [];
    for (const text of [lowered, shipped, lowered, shipped, lowered, shipped]) {
      early.push(...Array.from({ length: AT_ONCE }, () => stage.ask(VEHICLE)));
      await changeRules(stage, CAPS, text);
      const version = versionOfFolder(rulesDirectory);
      const { body } = await stage.ask(VEHICLE);
      expect([versionIn(body), dayAndNotices(body)]).toEqual([version, shown.get(version)]);
    }
    for (const answer of await Promise.all(early)) expectOneVersion(answer, shown);
  });
}

/** An answer follows the version that it names; one that met two changes holds no data. */
function expectOneVersion({ status, body }: Pick<HttpAnswer, 'status' | 'body'>, shown: ReadonlyMap<string, unknown>) {
  if (status === 200) expect(dayAndNotices(body)).toEqual(shown.get(versionIn(body)));
  else expect([status, body.data, body.errors?.[0].extensions.code]).toEqual([409, undefined, 'RULE_SET_CHANGED']);
}

const dayAndNotices = (body: any): unknown[] => [
  body.data.sightings[0].day,
  body.extensions.notices.filter(({ coordinate }: any) => coordinate === 'VehicleSighting.day').length,
];

/** The attacks of threat 60 while rules change. */
export const attacks: readonly Attack[] = [
  {
    number: 60,
    title: 'a request that is in flight when the rules change is decided again, all of it',
    on: 'product',
    guards: ['sameVersion', 'decidedAgain'],
    run: askInFlight,
  },
  {
    number: 60,
    title: 'data and notices follow the one version that the answer names',
    on: 'sightings',
    guards: ['sameVersion', 'enginePerRuleSet'],
    run: askAcrossChanges,
  },
];
