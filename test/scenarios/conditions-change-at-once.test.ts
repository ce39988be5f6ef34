import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { openWitnessedStage, type WitnessedStage } from '../federation/witnessed-stage';

const QUESTION = {
  as: 'analyst.col',
  purpose: 'MIGRATION_MANAGEMENT',
  query: '{ crossingRecords(first: 100) { edges { node { nationality { code } sex } } } }',
} as const;
const LIST = '      Query: [crossingRecords]\n';
const WHEN = '    when: { nationality: ECU }\n';
/** The grant behind that of the records: a condition of theirs stands before it. */
const NEXT = '  - id: PAN-BORDER-SUPERSEDED';
const withCondition = (text: string): string => text.replace(NEXT, `${WHEN}${NEXT}`);
/** The list is no record: it needs a grant of its own, without a condition. */
const GRANT_OF_THE_LIST = `  - id: PAN-BORDER-LIST
    fields:
${LIST}    audience: { parties: [COL], agencies: [MIGRACION_COLOMBIA], roles: [ANALYST] }
    purposes: [MIGRATION_MANAGEMENT]
    level: full
`;
const ECUADORIANS_ONLY = `guardrails: PAN-ECUADORIANS
owner: PAN
title: { en: Ecuadorians, es: Ecuatorianos }
caps:
  - id: PAN-ECUADORIANS
    rows: [CrossingRecord]
    scope: CROSSING
    unless: { nationality: ECU }
    reason: { en: Other parties get Ecuadorians alone., es: Otras partes reciben solo ecuatorianos. }
    source: A test
`;

/** An administrator of Panama writes a condition into a rule, and Colombia's analyst asks. */
describe('a condition that is edited takes effect without a restart', () => {
  let stage: WitnessedStage;
  let agreement: string;
  let shipped: string;
  beforeAll(async () => {
    stage = await openWitnessedStage({ at: '2024-11-15T12:00:00Z', scales: { 'panama-darien-flow': 0.02 } });
    agreement = path.join(stage.rulesDirectory, 'agreements', 'border-management.pan.yaml');
    shipped = await readFile(agreement, 'utf8');
  });
  afterAll(() => stage.close());

  const answered = async () => (await stage.ask(QUESTION)).body;
  const nodesOf = (body: any): any[] => body.data.crossingRecords.edges.map(({ node }: any) => node);
  const nationalitiesOf = (body: any) => new Set(nodesOf(body).map(({ nationality }) => nationality?.code ?? null));
  const noticesOf = (body: any, rule: string) =>
    body.extensions.notices
      .filter((notice: any) => notice.rule === rule)
      .map(({ code, coordinate }: any) => [code, coordinate]);

  /** Asks until a rule is noticed, or no more; the enforcement points look for changes once a second. */
  async function until(rule: string, isNoticed = true): Promise<any> {
    for (let attempt = 0; attempt < 100; attempt++) {
      const body = await answered();
      if (noticesOf(body, rule).length > 0 === isNoticed) return body;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error('the change did not take effect');
  }

  it('of a grant: the other records are blank, and each answer says that they may be', async () => {
    const before = await answered();
    expect(nodesOf(before).every(({ nationality, sex }) => nationality && sex)).toBe(true);
    expect(nationalitiesOf(before).size).toBeGreaterThan(3);

    await writeFile(agreement, `${withCondition(shipped.replace(LIST, '')).trimEnd()}\n${GRANT_OF_THE_LIST}`);
    const blanked = await until('PAN-BORDER-RECORDS');
    expect([blanked.errors, nodesOf(blanked).length]).toEqual([undefined, 100]);
    expect(nationalitiesOf(blanked)).toEqual(new Set(['ECU', null]));
    for (const { nationality, sex } of nodesOf(blanked)) expect(sex === null).toBe(nationality === null);
    expect(noticesOf(blanked, 'PAN-BORDER-RECORDS')).toEqual([
      ['CONDITIONAL', 'CrossingRecord.nationality'],
      ['CONDITIONAL', 'CrossingRecord.sex'],
    ]);

    await writeFile(agreement, shipped);
    const again = await until('PAN-BORDER-RECORDS', false);
    expect(again.data).toEqual(before.data);
  });

  it('of a row rule: the other records do not exist, and each answer says that rows may be missing', async () => {
    const before = await answered();
    const restriction = path.join(stage.rulesDirectory, 'guardrails', 'ecuadorians.pan.yaml');
    await writeFile(restriction, ECUADORIANS_ONLY);
    const left = await until('PAN-ECUADORIANS');
    expect(nationalitiesOf(left)).toEqual(new Set(['ECU']));
    const ecuadorians = stage.stored('crossing_records').filter(({ nationality }) => nationality === 'ECU');
    expect(nodesOf(left)).toHaveLength(Math.min(100, ecuadorians.length));
    expect(noticesOf(left, 'PAN-ECUADORIANS')).toEqual([['ROWS_CONDITIONAL', 'CrossingRecord']]);

    await rm(restriction);
    const again = await until('PAN-ECUADORIANS', false);
    expect(again.data).toEqual(before.data);
  });

  it('where it cannot be decided: it is refused with file and line, and the last valid rules stay', async () => {
    const before = await answered();
    await writeFile(agreement, withCondition(shipped));
    const line = shipped.split('\n').indexOf(NEXT) + 1;
    const refusal = `border-management.pan.yaml:${line}: grant PAN-BORDER-RECORDS: the type has no attribute nationality`;
    for (let attempt = 0; !(await log()).includes(refusal); attempt++) expect(attempt).toBeLessThan(30);
    expect((await answered()).data).toEqual(before.data);
    await writeFile(agreement, shipped);
  });

  const log = async () => JSON.stringify(await stage.requestLog('panama-darien-flow'));
});
