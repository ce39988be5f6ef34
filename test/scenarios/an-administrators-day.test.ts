import { type OpenFederation, openFederation } from '../federation/open-federation';
import { codeIn, RuleAdministration, type RuleText } from '../federation/rule-administration';

const BORDER = 'agreements/border-management.pan.yaml';
const DOMESTIC = 'agreements/domestic.pan.yaml';
const RECORDS = 'query Border { crossingRecords(first: 1) { edges { node { sex direction } } } }';
const POSTS = 'query Posts { controlPosts { staffingBand } }';
const SEX = 'crossingRecords.edges.@.node.sex';

/** Who asks a question that was saved, and what is known of it. */
const QUESTIONS = [
  { party: 'COL', name: 'border', query: RECORDS },
  { party: 'PAN', name: 'border', query: RECORDS },
  { party: 'PAN', name: 'posts', query: POSTS },
] as const;
const SAVED = 'id name titleEs query purpose agency roles caseGiven savedBy { id }';

/** What Panama's administrators ask before, while and after they change a rule, and what others learn of it. */
describe("an administrator's day", () => {
  let federation: OpenFederation;
  let rules: RuleAdministration;
  let keys = 0;

  beforeAll(async () => {
    federation = await openFederation({ governed: true, scale: 0.005 });
    rules = new RuleAdministration(federation);
    for (const { party, name, query } of QUESTIONS)
      expect((await save(party.toLowerCase(), { name, query })).body.errors).toBeUndefined();
  });
  afterAll(() => federation.close());

  const save = (
    party: string,
    { name, query, ...input }: { name: string; query: string; [field: string]: unknown },
  ) => {
    const content = { name, query, titleEn: 'A question', titleEs: 'Una pregunta', purpose: 'MIGRATION_MANAGEMENT' };
    return rules.ask(
      `administrator.${party}`,
      `mutation ($input: SaveQuestionInput!) { saveQuestion(input: $input) { ${SAVED} } }`,
      { input: { ...content, roles: ['ANALYST'], clientKey: `save-${keys++}`, ...input } },
    );
  };
  const asked = async (as: string, query: string, variables: Record<string, unknown> = {}) => {
    const { body } = await rules.ask(as, query, variables);
    expect(body.errors).toBeUndefined();
    return body.data;
  };
  /** The places that an analyst finds withheld: what the gateway itself says. */
  const withheldFrom = async (party: string, query: string): Promise<string[]> => {
    const as = `analyst.${party.toLowerCase()}`;
    const { body } = await federation.ask({ as, purpose: 'MIGRATION_MANAGEMENT', query });
    return body.extensions.notices.filter(({ code }: any) => code === 'WITHHELD').map(({ path }: any) => path);
  };
  const withoutSex = (documents: readonly RuleText[]) =>
    documents.map(({ name, text }) => ({
      name,
      text: name === BORDER || name === DOMESTIC ? text.replace('nationality, sex,', 'nationality,') : text,
    }));
  const draftOf = async (documents: readonly RuleText[]) => {
    const { number } = await rules.rulesOf('PAN');
    const answer = await rules.draft('administrator.pan', { owner: 'PAN', documents, expectedNumber: number });
    expect(answer.body.errors).toBeUndefined();
    return answer.body.data.draftRules;
  };
  const publish = async (draft: { id: string; payload: string }) => {
    const { body } = await rules.publish('administrator.pan', draft.id, await rules.signed(draft.payload));
    expect(body.errors).toBeUndefined();
  };
  const AFFECTED =
    'query ($draft: ID!) { affectedQuestions(draft: $draft) { own { question { name } changes { path coordinate agencies roles before after change } } others { party questions } } }';

  it('sees everything that is wrong with rules at once, and what was meant', async () => {
    const check = async (as: string, documents: readonly RuleText[]) =>
      rules.ask(
        as,
        'query ($documents: [RuleTextInput!]!) { checkRules(owner: "PAN", documents: $documents) { file line message suggestion } }',
        { documents },
      );
    const { documents } = await rules.rulesOf('PAN');
    expect((await check('administrator.pan', documents)).body.data.checkRules).toEqual([]);
    const broken = await rules.changed('PAN', BORDER, (text) =>
      text
        .replace('crossedOn, direction', 'crossdOn, directions')
        .replace('level: full', 'level: ful')
        .replace('agencies: [MIGRACION_COLOMBIA]', 'agencies: [MIGRACION_COLOMBA]'),
    );
    const problems = (await check('administrator.pan', broken)).body.data.checkRules;
    expect(problems.map(({ file, suggestion }: any) => [file, suggestion])).toEqual([
      [BORDER, 'MIGRACION_COLOMBIA'],
      [BORDER, 'full'],
      [BORDER, 'CrossingRecord.crossedOn'],
      [BORDER, 'CrossingRecord.direction'],
    ]);
    expect(problems.every(({ line }: any) => line > 10)).toBe(true);
    expect(codeIn(await check('administrator.col', documents))).toBe('NOT_YOUR_RULES');
  });

  it('simulates what a colleague elsewhere gets, and is told why', async () => {
    const requester = { party: 'COL', agency: 'MIGRACION_COLOMBIA', roles: ['ANALYST'] };
    const request = { requester, purpose: 'MIGRATION_MANAGEMENT', at: '2026-06-01' };
    const SIMULATE =
      'query ($question: SimulatedQuestionInput!, $request: SimulatedRequestInput!) { simulate(question: $question, request: $request, language: es) { refused refusal fields { path coordinate level withheld rule agreements reason contact conditions { rule } } rows { path rule } } }';
    const query = '{ crossingRecords(first: 1) { edges { node { sex crossedOn fullName } } } }';
    const { simulate } = await asked('administrator.pan', SIMULATE, { question: { query }, request });
    expect(simulate.fields.map(({ coordinate, level }: any) => [coordinate, level])).toEqual([
      ['Query.crossingRecords', 'full'],
      ['CrossingRecord.sex', 'full'],
      ['CrossingRecord.crossedOn', 'month'],
      ['CrossingRecord.fullName', 'none'],
    ]);
    expect(simulate.fields[1]).toMatchObject({ withheld: false, agreements: ['BORDER-MANAGEMENT'], reason: null });
    expect(simulate.fields[3]).toMatchObject({ withheld: true, reason: expect.stringMatching(/Ningún acuerdo/) });
    expect(simulate.fields[3].contact).toContain('Servicio Nacional de Migración');
    const ended = { question: { query }, request: { ...request, at: '2027-08-26' } };
    expect((await asked('administrator.pan', SIMULATE, ended)).simulate.fields[0]).toMatchObject({ withheld: true });
    const named = { question: { coordinates: ['CrossingRecord.sex'] }, request };
    expect((await asked('administrator.pan', SIMULATE, named)).simulate.fields).toMatchObject([{ level: 'full' }]);
    const refused = { question: { query: '{ crossingRecords { ghost } }' }, request };
    expect((await asked('administrator.pan', SIMULATE, refused)).simulate.refused).toBe('UNKNOWN_FIELD');
    const typo = { question: named.question, request: { ...request, requester: { ...requester, roles: ['ANALIST'] } } };
    expect((await rules.ask('administrator.pan', SIMULATE, typo)).body.errors[0].message).toMatch(/mean ANALYST\?/);
    const EXPLAIN =
      'query ($request: SimulatedRequestInput!) { explain(coordinate: "CrossingRecord.crossedOn", request: $request) { level arithmetic rules { rule does applies because } } }';
    const { explain } = await asked('administrator.pan', EXPLAIN, { request });
    expect(explain).toMatchObject({ level: 'month', arithmetic: 'min( max(full), min(month) ) = month' });
    expect(explain.rules).toContainEqual({
      rule: 'PAN-DOMESTIC-RECORDS',
      does: 'GRANTS',
      applies: false,
      because: 'OTHER_PARTY',
    });
  });

  it('reads agreements, restrictions and parties as objects', async () => {
    const { ruleAgreements, ruleParties, ruleCaps } = await asked(
      'dpo.usa',
      '{ ruleParties { id agencies issuers { issuer keys } } ruleAgreements(owner: "PAN") { id parties purposes from to obligations { deleteBy } grants { id level fields } } ruleCaps(first: 2) { id reasonEs source } }',
    );
    expect(ruleParties.map(({ id }: any) => id)).toEqual(['COL', 'HUM', 'PAN', 'USA']);
    expect(ruleParties[2].issuers).toEqual([
      { issuer: 'https://development-issuer.pan.invalid/', keys: ['development-PAN'] },
    ]);
    expect(ruleAgreements.find(({ id }: any) => id === 'PAN:BORDER-MANAGEMENT')).toMatchObject({
      parties: ['COL', 'PAN'],
      purposes: ['MIGRATION_MANAGEMENT'],
      to: '2027-08-26T00:00:00.000Z',
      obligations: { deleteBy: 'P90D' },
      grants: [
        { id: 'PAN-BORDER-RECORDS', level: 'full' },
        { id: 'PAN-BORDER-SUPERSEDED', level: 'full' },
        { id: 'PAN-BORDER-HEARD', level: 'allow' },
      ],
    });
    expect(ruleCaps).toHaveLength(2);
    const next = await asked('dpo.usa', `{ ruleCaps(first: 1, after: "${ruleCaps[0].id}") { id } }`);
    expect(next.ruleCaps).toEqual([{ id: ruleCaps[1].id }]);
  });

  it("keeps a party's questions to itself: others learn how many there are", async () => {
    expect((await asked('dpo.pan', `{ savedQuestions { ${SAVED} } }`)).savedQuestions).toEqual([
      expect.objectContaining({
        id: 'PAN:border',
        query: RECORDS,
        caseGiven: false,
        savedBy: { id: 'administrator.pan' },
      }),
      expect.objectContaining({ id: 'PAN:posts' }),
    ]);
    const text =
      '{ savedQuestions { id query } savedQuestionCounts { party questions } fieldUse(coordinate: "CrossingRecord.sex") { owner questions { id query } others { party questions } partners deprecation { until } } }';
    const answer = await rules.ask('administrator.usa', text);
    expect(answer.body.data).toEqual({
      savedQuestions: [],
      savedQuestionCounts: [
        { party: 'COL', questions: 1 },
        { party: 'PAN', questions: 2 },
      ],
      fieldUse: {
        owner: 'PAN',
        questions: [],
        others: [
          { party: 'COL', questions: 1 },
          { party: 'PAN', questions: 1 },
        ],
        partners: 1,
        deprecation: null,
      },
    });
    const refusals = [
      await save('pan', { name: 'ghost', query: '{ ghost }' }),
      await save('pan', { name: 'deep', query: `{ ${'a { '.repeat(20)} b ${'}'.repeat(20)} }` }),
      await save('pan', { name: 'write', query: 'mutation { withdrawRules(id: "x") { id } }' }),
      await save('pan', { name: 'agency', query: POSTS, agency: 'FISCALIA' }),
      await save('pan', { name: 'Bad Name', query: POSTS }),
      await rules.ask('administrator.usa', 'mutation { removeQuestion(name: "border") { id } }'),
    ];
    expect(refusals[0]?.body.errors[0].message).toContain('asks for `ghost`, which does not exist, at line 1');
    expect(refusals.map(codeIn)).toEqual([
      'BAD_INPUT',
      'BAD_INPUT',
      'BAD_INPUT',
      'BAD_INPUT',
      'BAD_INPUT',
      'UNKNOWN_QUESTION',
    ]);
  });

  it('is told which questions a draft changes, and just that happens once it is published', async () => {
    const draft = await draftOf(withoutSex((await rules.rulesOf('PAN')).documents));
    const { affectedQuestions } = await asked('administrator.pan', AFFECTED, { draft: draft.id });
    expect(affectedQuestions).toEqual({
      own: [
        {
          question: { name: 'border' },
          changes: [
            {
              path: SEX,
              coordinate: 'CrossingRecord.sex',
              agencies: ['MINISTERIO_PUBLICO', 'SENAFRONT', 'SNM'],
              roles: ['ANALYST'],
              before: 'full',
              after: 'none',
              change: 'GOES_BLANK',
            },
          ],
        },
      ],
      others: [{ party: 'COL', questions: 1 }],
    });
    expect(codeIn(await rules.ask('administrator.col', AFFECTED, { draft: draft.id }))).toBe('UNKNOWN_DRAFT');
    const withheld = () => Promise.all(QUESTIONS.map(({ party, query }) => withheldFrom(party, query)));
    const before = await withheld();
    await publish(draft);
    const after = await withheld();
    const gone = after.map((paths, index) => paths.filter((path) => !before[index]?.includes(path)));
    expect(gone).toEqual([[SEX], [SEX], []]);
  });

  it('rolls back: a new version that shows more again waits for a second person', async () => {
    const { number } = await rules.rulesOf('PAN');
    const rollBack = (as: string, toNumber: number, owner = 'PAN') =>
      rules.ask(
        as,
        'mutation ($input: RollBackRulesInput!) { rollBackRules(input: $input) { id number state payload changeHash documents { name } showsMore { code } } }',
        { input: { owner, toNumber, expectedNumber: number, note: 'Back', clientKey: `back-${keys++}` } },
      );
    expect(codeIn(await rollBack('administrator.col', 1))).toBe('NOT_YOUR_RULES');
    expect(codeIn(await rollBack('administrator.pan', 99))).toBe('UNKNOWN_PUBLICATION');
    expect(codeIn(await rollBack('administrator.pan', number))).toBe('BAD_INPUT');
    const draft = (await rollBack('administrator.pan', 1)).body.data.rollBackRules;
    expect(draft).toMatchObject({ number: number + 1, state: 'AWAITING_APPROVAL' });
    expect(codeIn(await rules.publish('administrator.pan', draft.id, await rules.signed(draft.payload)))).toBe(
      'APPROVAL_NEEDED',
    );
    await rules.approve('deputy.pan', draft.id, draft.changeHash);
    await publish(draft);
    expect(await withheldFrom('COL', RECORDS)).toEqual([]);
  });

  it('announces that a field is to go: alone, and only to whoever may see it', async () => {
    const { documents } = await rules.rulesOf('PAN');
    const text = `owner: PAN
deprecates:
  - field: CrossingRecord.sex
    since: 2026-01-01
    until: 2099-12-31
    instead: { en: The form of 2026, es: El formulario de 2026 }
    reason: { en: The form changes., es: El formulario cambia. }
`;
    const draft = await draftOf([...documents, { name: 'deprecations/records.pan.yaml', text }]);
    expect(draft).toMatchObject({ state: 'READY_TO_PUBLISH', showsMore: [], changes: [] });
    await publish(draft);
    const ask = async (party: string, query: string) =>
      (await federation.ask({ as: `analyst.${party}`, purpose: 'MIGRATION_MANAGEMENT', query })).body;
    const TYPE = '{ __type(name: "CrossingRecord") { fields(includeDeprecated: true) { name deprecationReason } } }';
    const announced = async (party: string) =>
      (await ask(party, TYPE)).data.__type?.fields.filter((field: any) => field.deprecationReason !== null);
    expect(await announced('col')).toEqual([
      {
        name: 'sex',
        deprecationReason:
          'Stays at least until 2099-12-31. Instead: The form of 2026. The form changes. / Permanece al menos hasta 2099-12-31. En su lugar: El formulario de 2026. El formulario cambia.',
      },
    ]);
    expect((await ask('col', RECORDS)).extensions.deprecations).toMatchObject([
      { coordinate: 'CrossingRecord.sex', paths: [SEX], until: '2099-12-31', reason: 'The form changes.' },
    ]);
    // Not shared with analysts of the United States: neither the schema nor the answer mentions it.
    expect((await announced('usa')) ?? []).toEqual([]);
    expect((await ask('usa', RECORDS)).extensions.deprecations).toBeUndefined();
    const use = await asked(
      'administrator.pan',
      '{ fieldUse(coordinate: "CrossingRecord.sex") { questions { name } others { party questions } partners deprecation { until insteadEs } } ruleDeprecations { id } }',
    );
    expect(use).toEqual({
      fieldUse: {
        questions: [{ name: 'border' }],
        others: [{ party: 'COL', questions: 1 }],
        partners: 1,
        deprecation: { until: '2099-12-31T00:00:00.000Z', insteadEs: 'El formulario de 2026' },
      },
      ruleDeprecations: [{ id: 'CrossingRecord.sex' }],
    });
  });

  it('forgets a question that is removed, also when a client sends it once more', async () => {
    const again = { name: 'late', query: POSTS, clientKey: 'late' };
    expect((await save('pan', again)).body.data.saveQuestion.id).toBe('PAN:late');
    expect(codeIn(await save('pan', { ...again, query: RECORDS }))).toBe('BAD_INPUT');
    for (const name of ['late', 'posts'])
      await asked('administrator.pan', `mutation { removeQuestion(name: "${name}") { id } }`);
    expect((await save('pan', again)).body.errors).toBeUndefined();
    expect((await asked('administrator.pan', '{ savedQuestions { name } }')).savedQuestions).toEqual([
      { name: 'border' },
    ]);
  });
});
