import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Purpose } from '@pasarela/schema/identity/purposes';
import type { Attack, Stage } from '../attack';
import { signedToken } from '../forge/token';

const QUERY = '{ crossingRecords(first: 100) { edges { node { crossedOn station { code } fullName } } } }';

interface Asker {
  readonly name: string;
  readonly purpose: Purpose;
  readonly token: (stage: Stage) => Promise<string> | string;
  /** What one text gives to this asker. */
  readonly sees: string;
}

const persona = (name: string) => (stage: Stage) => stage.token(name);

/** Askers who differ in party, role, agency or purpose, each from the next. */
const ASKERS: readonly Asker[] = [
  { name: 'analyst.pan', purpose: 'MIGRATION_MANAGEMENT', token: persona('analyst.pan'), sees: 'day station' },
  { name: 'analyst.pan', purpose: 'STATISTICS', token: persona('analyst.pan'), sees: 'nothing' },
  {
    name: 'administrator.pan',
    purpose: 'MIGRATION_MANAGEMENT',
    token: persona('administrator.pan'),
    sees: 'day station',
  },
  { name: 'administrator.pan', purpose: 'POLICY_ADMINISTRATION', token: persona('administrator.pan'), sees: 'nothing' },
  { name: 'protection.pan', purpose: 'PROTECTION', token: persona('protection.pan'), sees: 'day station name' },
  { name: 'analyst.col', purpose: 'MIGRATION_MANAGEMENT', token: persona('analyst.col'), sees: 'month' },
  {
    name: 'analyst of another agency',
    purpose: 'MIGRATION_MANAGEMENT',
    token: (stage) => signedToken(stage, 'COL', { claims: { agency: 'ICBF' } }),
    sees: 'nothing',
  },
  { name: 'administrator.col', purpose: 'MIGRATION_MANAGEMENT', token: persona('administrator.col'), sees: 'nothing' },
  { name: 'analyst.usa', purpose: 'MIGRATION_MANAGEMENT', token: persona('analyst.usa'), sees: 'nothing' },
];

async function ask(stage: Stage, { token, purpose }: Asker) {
  return stage.ask({ purpose, query: QUERY, headers: { authorization: `Bearer ${await token(stage)}` } });
}

async function seen(stage: Stage, asker: Asker): Promise<string> {
  const { status, body } = await ask(stage, asker);
  if (status !== 200 || body.errors) return `an error: ${status}`;
  const nodes: any[] | undefined = body.data.crossingRecords?.edges.map(({ node }: any) => node);
  if (!nodes?.length) return 'nothing';
  const date = nodes.every(({ crossedOn }) => crossedOn.length === 10) ? 'day' : 'month';
  // A child's name is blank, so any row that has one counts.
  const has = (field: string) => nodes.some((node) => node[field] !== null);
  return [date, has('station') && 'station', has('fullName') && 'name'].filter(Boolean).join(' ');
}

async function askInEveryOrder(stage: Stage): Promise<void> {
  const expectEach = async (askers: readonly Asker[], answers: readonly string[]) =>
    expect(answers.map((answer, index) => [askers[index]?.name, answer])).toEqual(
      askers.map(({ name, sees }) => [name, sees]),
    );
  for (const askers of [ASKERS, ASKERS.toReversed()]) {
    const answers: string[] = [];
    for (const asker of askers) answers.push(await seen(stage, asker));
    await expectEach(askers, answers);
  }
  const crowd = [ASKERS, ASKERS.toReversed(), ASKERS].flat();
  await expectEach(crowd, await Promise.all(crowd.map((asker) => seen(stage, asker))));
}

/** An agreement that is withdrawn is withdrawn for a text that was answered before. */
async function askAcrossRuleChange(stage: Stage): Promise<void> {
  const neighbour = ASKERS.find(({ name }) => name === 'analyst.col') as Asker;
  const file = path.join(stage.rulesDirectory, 'agreements', 'border-management.pan.yaml');
  const text = await readFile(file, 'utf8');
  const version = async () => (await ask(stage, neighbour)).body.extensions.disclosure?.ruleSetVersion;
  const old = await version();
  expect(await seen(stage, neighbour)).toBe('month');
  try {
    await rm(file);
    await until(async () => (await version()) !== old);
    expect(await seen(stage, neighbour)).toBe('nothing');
  } finally {
    await writeFile(file, text);
  }
  await until(async () => (await version()) === old);
  expect(await seen(stage, neighbour)).toBe('month');
}

/** Waits until something holds, or for a few looks of a rule store: whoever called says what must hold. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let looks = 0; looks < 40 && !(await holds()); looks++) await new Promise((resolve) => setTimeout(resolve, 100));
}

/** The attacks of threat 21. */
export const attacks: readonly Attack[] = [
  {
    number: 21,
    title: 'one text gives each requester their own answer, in any order and at once',
    on: 'product',
    guards: ['decisionCache', 'planCache'],
    run: askInEveryOrder,
  },
  {
    number: 21,
    title: 'no cache outlives the rules that it was filled under',
    on: 'product',
    guards: ['decisionCache'],
    run: askAcrossRuleChange,
  },
];
