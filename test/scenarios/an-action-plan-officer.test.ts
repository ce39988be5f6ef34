import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { type HttpAnswer, type OpenFederation, openFederation } from '../federation/open-federation';

const QUESTIONS = path.join(__dirname, '..', 'questions');
const COMMITMENT = /* GraphQL */ `
  query ($programme: StatementProgramme!) {
    actionPlanCommitments(programme: $programme, contributedBy: "PAN") {
      id titleEs dueOn status version note
      milestones { kind dueOn reachedOn }
      evidence { reference sha256 datedOn }
      history { version byParty byAgency changed statusBefore statusAfter }
    }
  }
`;
const CHANGE = /* GraphQL */ `
  mutation ($input: ChangeCommitmentInput!) {
    changeCommitment(input: $input) { id status version }
  }
`;
const MINUTES = { reference: 'PA-MIRE/ACTA-2024-31', sha256: '5e'.repeat(32), datedOn: '2024-11-22' };

/** An officer of Panama's migration service keeps the action plan; the neighbours, an organisation and an auditor look on. */
describe('an action-plan officer of Panama', () => {
  let federation: OpenFederation;
  beforeAll(async () => {
    federation = await openFederation();
  });
  afterAll(() => federation.close());

  const change = (input: object, as = 'administrator.pan', headers?: Record<string, string>): Promise<HttpAnswer> =>
    federation.ask({ as, purpose: 'MIGRATION_MANAGEMENT', query: CHANGE, variables: { input }, headers });
  const meetingAs = async (as: string, purpose: 'MIGRATION_MANAGEMENT' | 'STATISTICS' | 'PROTECTION') => {
    const { body } = await federation.ask({
      as,
      purpose,
      query: COMMITMENT,
      variables: { programme: 'TECHNICAL_MEETING' },
    });
    return { meeting: body.data.actionPlanCommitments[0], notices: body.extensions.notices };
  };
  async function saved(number: string, as = 'analyst.pan', purpose: 'STATISTICS' | 'PROTECTION' = 'STATISTICS') {
    const query = readFileSync(path.join(QUESTIONS, `${number}.graphql`), 'utf8');
    const { variables } = parse(readFileSync(path.join(QUESTIONS, `${number}.yaml`), 'utf8'));
    const { status, body } = await federation.ask({ as, purpose, query, variables });
    expect([status, body.errors]).toEqual([200, undefined]);
    return body;
  }
  const codeOf = ({ body }: HttpAnswer) => body.errors?.[0]?.extensions.code;
  const withheldIn = (notices: any[]): string[] => notices.map(({ coordinate }) => coordinate);

  it('opens the plan: every commitment is UNKNOWN, the technical meeting too, whose day is over (question 28)', async () => {
    const { data } = await saved('28');
    expect(data.actionPlanCommitments).toHaveLength(21);
    expect(new Set(data.actionPlanCommitments.map(({ status }: any) => status))).toEqual(new Set(['UNKNOWN']));
    const meeting = data.actionPlanCommitments.filter(({ programme }: any) => programme === 'TECHNICAL_MEETING');
    expect(meeting.map(({ contributedBy, dueOn }: any) => [contributedBy, dueOn])).toEqual([
      ['COL', '2024-11-24'],
      ['PAN', '2024-11-24'],
      ['USA', '2024-11-24'],
    ]);
  });

  it('cannot call the meeting held before a document shows it, and is told so in Spanish', async () => {
    const input = { id: 'PAN:TECHNICAL_MEETING', expectedVersion: 0, clientKey: 'meeting-1', status: 'DONE' };
    const refused = await change(input, 'administrator.pan', { 'accept-language': 'es' });
    expect(codeOf(refused)).toBe('EVIDENCE_NEEDED');
    expect(refused.body.errors[0].message).toContain('necesita un documento como evidencia');
    expect(refused.body.data?.changeCommitment ?? null).toBeNull();
  });

  it('records the minutes, once however often it is sent, and a note for the own house', async () => {
    const input = {
      id: 'PAN:TECHNICAL_MEETING',
      expectedVersion: 0,
      clientKey: 'meeting-2',
      status: 'DONE',
      addEvidence: [MINUTES],
      milestones: [{ kind: 'COMPLETED', dueOn: '2024-11-24', reachedOn: '2024-11-22' }],
      note: 'The minutes lie with the legal office',
    };
    for (const answer of [await change(input), await change(input)])
      expect(answer.body.data.changeCommitment).toEqual({ id: input.id, status: 'DONE', version: 1 });
  });

  it('is told the version that stands when somebody was faster', async () => {
    const late = { id: 'PAN:TECHNICAL_MEETING', expectedVersion: 0, clientKey: 'meeting-3', note: 'Another note' };
    const { body } = await change(late);
    expect(body.errors[0].extensions).toMatchObject({ code: 'STALE_VERSION' });
    expect(body.errors[0].message).toContain('version 1');
    const { meeting } = await meetingAs('administrator.pan', 'MIGRATION_MANAGEMENT');
    expect([meeting.version, meeting.note]).toEqual([1, 'The minutes lie with the legal office']);
  });

  it('is read by Colombia: status, document and history, but neither the note nor the version', async () => {
    const { meeting, notices } = await meetingAs('analyst.col', 'MIGRATION_MANAGEMENT');
    expect(meeting).toMatchObject({
      status: 'DONE',
      evidence: [MINUTES],
      milestones: [{ kind: 'COMPLETED', dueOn: '2024-11-24', reachedOn: '2024-11-22' }],
      history: [
        {
          version: 1,
          byParty: 'PAN',
          byAgency: 'SNM',
          changed: ['STATUS', 'MILESTONES', 'EVIDENCE', 'NOTE'],
          statusBefore: 'UNKNOWN',
          statusAfter: 'DONE',
        },
      ],
      note: null,
      version: null,
    });
    expect(withheldIn(notices)).toEqual(
      expect.arrayContaining(['ActionPlanCommitment.note', 'ActionPlanCommitment.version']),
    );
  });

  it('is not read by an organisation: what the statement says is public, where it stands is withheld, with notices', async () => {
    const { data, extensions } = await saved('28', 'officer.hum', 'PROTECTION');
    const [first] = data.actionPlanCommitments;
    expect(data.actionPlanCommitments).toHaveLength(21);
    expect(first).toMatchObject({ dueOn: '2024-11-24', status: null, evidence: null, milestones: null, history: null });
    expect(withheldIn(extensions.notices)).toEqual(
      expect.arrayContaining([
        'ActionPlanCommitment.status',
        'ActionPlanCommitment.evidence',
        'ActionPlanCommitment.history',
      ]),
    );
  });

  it("reports on Panama's commitments alone; nobody reports for another, and an analyst for nobody", async () => {
    const input = { id: 'PAN:STATE_PRESENCE', expectedVersion: 0, clientKey: 'presence-1', status: 'PLANNED' };
    expect(codeOf(await change(input, 'administrator.col'))).toBe('UNKNOWN_COMMITMENT');
    const analyst = await change(input, 'analyst.pan');
    expect([analyst.status, codeOf(analyst)]).toEqual([403, 'MUTATION_WITHHELD']);
    const { body } = await federation.ask({
      as: 'analyst.pan',
      purpose: 'STATISTICS',
      query: COMMITMENT,
      variables: { programme: 'STATE_PRESENCE' },
    });
    expect(body.data.actionPlanCommitments[0]).toMatchObject({ status: 'UNKNOWN', history: [] });
  });

  it("is named to Panama's auditor, and to nobody else's", async () => {
    const query =
      '{ actionPlanCommitments(programme: TECHNICAL_MEETING, contributedBy: "PAN") { authors { version by } } }';
    const authorsFor = async (as: string) =>
      (await federation.ask({ as, purpose: 'AUDIT', query })).body.data.actionPlanCommitments[0].authors;
    expect(await authorsFor('auditor.pan')).toEqual([{ version: 1, by: expect.stringContaining('administrator.pan') }]);
    expect(await authorsFor('auditor.col')).toBeNull();
  });

  it('finds published figures exactly, gaps as gaps, and crossings beside them (question 29)', async () => {
    const { data } = await saved('29');
    const figures = Object.fromEntries(data.environmentFacts.map(({ measure, figure }: any) => [measure, figure]));
    expect(figures.WASTE_LEFT).toMatchObject({ value: 2500, unit: 'TONNES', coverageFrom: '2021', coverageTo: '2024' });
    expect(figures.CLEAN_UP_COST.value).toBe(12_000_000);
    expect(figures.WASTE_PER_PERSON.value).toBe(20);
    expect(figures.RESTORATION_COST.value).toBe(11_912_087.54);
    expect(figures.WASTE_COLLECTION_COST.value).toBe(583_393.01);
    expect(figures.WATER_BODIES_COST.value).toBe(265_629.35);
    expect(figures.NATIONAL_PARK_AREA.value).toBe(579_000);
    expect(data.darienCrossingsByYear.map(({ year, count }: any) => [year, count.value])).toEqual([
      [2021, 133_726],
      [2022, 248_284],
      [2023, 520_085],
      [2024, 302_203],
    ]);
    for (const row of data.communityEnvironment) {
      expect(row.waste.state).toBe('NOT_PUBLISHED');
      expect([row.waterTests[0].state, row.investments[0].state]).toEqual(['UNKNOWN', 'UNKNOWN']);
    }
  });

  it('reports a test of water: Colombia gets the month, an organisation that there is one', async () => {
    const input = {
      site: 'PA-EM:BAJO_CHIQUITO',
      testedOn: '2025-03-14',
      parameter: 'TURBIDITY_NTU',
      value: 7.5,
      limit: 5,
      clientKey: 'water-1',
    };
    const reported = await federation.ask({
      as: 'administrator.pan',
      purpose: 'MIGRATION_MANAGEMENT',
      query: 'mutation ($input: WaterTestInput!) { reportWaterTest(input: $input) { state testedOn value limit } }',
      variables: { input },
    });
    expect(reported.body.data.reportWaterTest).toEqual({
      state: 'VALUE',
      testedOn: '2025-03-14',
      value: 7.5,
      limit: 5,
    });
    const testFor = async (as: string, purpose: 'STATISTICS' | 'PROTECTION') =>
      (await saved('29', as, purpose)).data.communityEnvironment.find(
        ({ community }: any) => community.code === input.site,
      ).waterTests;
    expect(await testFor('analyst.col', 'STATISTICS')).toEqual([
      expect.objectContaining({
        state: 'VALUE',
        testedOn: '2025-03',
        parameter: 'TURBIDITY_NTU',
        value: 7.5,
        limit: 5,
      }),
    ]);
    expect(await testFor('officer.hum', 'PROTECTION')).toEqual([
      expect.objectContaining({ state: 'VALUE', testedOn: null, parameter: null, value: null, limit: null }),
    ]);
  });

  it('sees which nationalities crossed most in the latest month held, which is not this month (question 04)', async () => {
    const { data } = await saved('04');
    const { latestMonthHeld, monthYearBefore, groups, others } = data.darienTopNationalities;
    expect([latestMonthHeld, monthYearBefore]).toEqual(['2022-07', '2021-07']);
    expect(groups.map(({ publishedGroup, count }: any) => [publishedGroup, count.value])).toEqual([
      ['VEN', 17_066],
      ['HTI+BRA+CHL', 1_245],
      ['ECU', 883],
      ['CUB', 574],
      ['IND', 431],
      ['COL', 407],
      ['BGD', 236],
      ['AFG', 162],
      ['CHN', 85],
    ]);
    expect(groups[0]).toMatchObject({ yearBefore: { value: 248 }, difference: 16_818 });
    expect(groups.at(-1)).toMatchObject({ yearBefore: { value: null, state: 'NOT_PUBLISHED' }, difference: null });
    expect(others).toMatchObject({ rank: null, count: { value: 1_733 } });
  });
});
