import type { HttpAnswer, Question } from '../federation/open-federation';
import { RightsOffice } from '../federation/rights-office';
import { openWitnessedStage, type StoredRow, type WitnessedStage } from '../federation/witnessed-stage';

const RECEIVER = { as: 'analyst.col', purpose: 'MIGRATION_MANAGEMENT' } as const;
const AGREEMENT = 'PAN:RETURN-MANIFESTS';
const FIELDS = 'id dataset flightOn releasedOn nationality { code } fullName birthDate sex';

/** Colombia's migration service receives the people whom Panama returns: who they are, and nothing else of them. */
describe('the manifest of a return flight', () => {
  let stage: WitnessedStage;
  let entries: readonly StoredRow[];
  beforeAll(async () => {
    stage = await openWitnessedStage({ at: '2025-01-31T12:00:00Z', scales: { 'panama-repatriation': 0.08 } });
    entries = stage.stored('return_manifest_entries');
  });
  afterAll(() => stage.close());

  async function wholeList(asked: Omit<Question, 'query'>, fields = FIELDS) {
    const nodes: any[] = [];
    let notices: any[] = [];
    let after: string | null = null;
    do {
      const query = `query ($after: String) { list: returnManifestEntries(first: 100, after: $after) { edges { node { ${fields} } } pageInfo { hasNextPage endCursor } } }`;
      const { body }: HttpAnswer = await stage.ask({ ...asked, query, variables: { after } });
      expect(body.errors).toBeUndefined();
      nodes.push(...body.data.list.edges.map(({ node }: any) => node));
      notices = body.extensions.notices;
      const { hasNextPage, endCursor } = body.data.list.pageInfo;
      after = hasNextPage ? endCursor : null;
    } while (after);
    return { nodes, notices };
  }

  const released = (today: string) =>
    entries.filter(
      ({ nationality, removalFinal, releasedOn }) => nationality === 'COL' && removalFinal && releasedOn <= today,
    );
  const inOrder = (rows: readonly unknown[]) => rows.map((row) => JSON.stringify(row)).sort();

  it('holds people of several nationalities, some of whom did not leave', () => {
    expect(entries).toHaveLength(400);
    expect(new Set(entries.map(({ nationality }) => nationality)).size).toBeGreaterThan(2);
    expect(entries.some(({ removalFinal }) => !removalFinal)).toBe(true);
    expect(entries.some(({ releasedOn }) => releasedOn === '2025-02-01')).toBe(true);
  });

  it('shows the receiving state its own nationals who left, with the month of the flight and the name of adults', async () => {
    const { nodes } = await wholeList(RECEIVER);
    const wanted = released('2025-01-31').map((row) => [
      row.flightOn.slice(0, 7),
      row.minor ? null : row.fullName,
      row.sex,
    ]);
    expect(wanted.length).toBeGreaterThan(30);
    expect(inOrder(nodes.map(({ flightOn, fullName, sex }) => [flightOn, fullName, sex]))).toEqual(inOrder(wanted));
    for (const { dataset, nationality, birthDate } of nodes) {
      expect(dataset).toMatch(/^SYNTHETIC/);
      expect(nationality.code).toBe('COL');
      expect(birthDate).toMatch(/^(0-4|5-11|12-17|18-59|60\+)$/);
    }
  });

  it('tells nothing of measure, document or claim: withheld by class, said in a notice, whoever is on it', async () => {
    const hidden = ['flight', 'destinationCountry', 'documentNumber', 'legalCategory', 'removalFinal'];
    const { nodes, notices } = await wholeList(RECEIVER, `id ${hidden.join(' ')}`);
    for (const node of nodes) expect(hidden.map((name) => node[name])).toEqual(hidden.map(() => null));
    expect(
      notices
        .filter(({ code }) => code === 'WITHHELD')
        .map(({ coordinate }) => coordinate)
        .sort(),
    ).toEqual(hidden.map((name) => `ReturnManifestEntry.${name}`).sort());
    expect(notices).toContainEqual(
      expect.objectContaining({
        code: 'ROWS_CONDITIONAL',
        coordinate: 'ReturnManifestEntry',
        rule: 'G-RETURN-MANIFEST',
      }),
    );
    // A field of which the receiving state can never be told anything is no field of its schema at all.
    const claimed = async (field: string) => {
      const query = `{ returnManifestEntries(first: 1) { edges { node { id ${field} } } } }`;
      const { status, body } = await stage.ask({ ...RECEIVER, query });
      return JSON.stringify([status, body.data, body.errors?.[0]?.extensions.code]).replaceAll(field, 'FIELD');
    };
    expect(await claimed('protectionClaim')).toBe(await claimed('noSuchThing'));
  });

  it('appears on the day of the calendar, all of a month at once, and stays', async () => {
    const before = await wholeList(RECEIVER);
    stage.clock.aheadMs += 86_400_000;
    const after = await wholeList(RECEIVER);
    stage.clock.aheadMs += 20 * 86_400_000;
    const later = await wholeList(RECEIVER);
    stage.clock.aheadMs -= 21 * 86_400_000;
    const months = (list: { nodes: any[] }) => [...new Set(list.nodes.map(({ flightOn }) => flightOn))].sort();
    expect(months(before)).not.toContain('2024-12');
    expect(after.nodes).toHaveLength(released('2025-02-01').length);
    expect(after.nodes.length).toBeGreaterThan(before.nodes.length);
    expect(months(after)).toContain('2024-12');
    expect(later.nodes).toEqual(after.nodes);
  });

  it.each([
    { as: 'analyst.usa', purpose: 'MIGRATION_MANAGEMENT' },
    { as: 'investigator.col', purpose: 'ENFORCEMENT' },
    { as: 'protection.col', purpose: 'CHILD_PROTECTION' },
    { as: 'dashboard.col', purpose: 'STATISTICS' },
    { as: 'investigator.pan', purpose: 'ENFORCEMENT' },
  ] as const)('is nothing to $as for $purpose', async (asked) => {
    const query = `{ returnManifestEntries(first: 5) { edges { node { ${FIELDS} } } } }`;
    const { body } = await stage.ask({ ...asked, query, headers: { 'x-case-reference': 'CASE-2025-03' } });
    expect(body.data).toEqual({ returnManifestEntries: null });
    expect(body.extensions.notices).toContainEqual(
      expect.objectContaining({ code: 'WITHHELD', coordinate: 'Query.returnManifestEntries' }),
    );
  });

  it("is whole to Panama's own migration service", async () => {
    const { nodes } = await wholeList(
      { as: 'analyst.pan', purpose: 'MIGRATION_MANAGEMENT' },
      'flightOn legalCategory flight',
    );
    expect(inOrder(nodes.map(({ flightOn, legalCategory, flight }) => [flightOn, legalCategory, flight]))).toEqual(
      inOrder(entries.map(({ flightOn, legalCategory, flight }) => [flightOn, legalCategory, flight])),
    );
  });

  it('is told to the person who asks: what is held, the claim too, and that Colombia received it', async () => {
    const [seen] = (await wholeList(RECEIVER)).nodes;
    const office = new RightsOffice(stage, () => stage.now());
    const record = office.internalId(seen.id, {
      domain: 'panama-repatriation',
      type: 'ReturnManifestEntry',
      party: 'COL',
      purpose: 'MIGRATION_MANAGEMENT',
      agreement: AGREEMENT,
    });
    const asOffice = { as: 'dpo.pan', purpose: 'DATA_SUBJECT_RIGHTS' } as const;
    const opened = await stage.ask({
      ...asOffice,
      query:
        'mutation ($input: OpenRepatriationRightsCaseInput!) { openRepatriationRightsCase(input: $input) { id deadline } }',
      variables: { input: { kind: 'ACCESS', record, receivedOn: '2025-01-31', clientKey: 'manifest' } },
    });
    expect(opened.body.errors).toBeUndefined();
    const { body } = await stage.ask({
      ...asOffice,
      query: `mutation ($id: ID!) { collectRepatriationRecord(case: $id) {
        record { flightOn legalCategory removalFinal protectionClaim } disclosures { party agency fields { coordinate level } } } }`,
      variables: { id: opened.body.data.openRepatriationRightsCase.id },
    });
    const stored = entries.find(({ _id }) => _id === record);
    const { record: held, disclosures } = body.data.collectRepatriationRecord;
    expect(held).toMatchObject({
      flightOn: stored?.flightOn,
      legalCategory: stored?.legalCategory,
      removalFinal: true,
    });
    expect(disclosures).toContainEqual(expect.objectContaining({ party: 'COL', agency: 'MIGRACION_COLOMBIA' }));
    const told = disclosures.flatMap(({ party, fields }: any) => (party === 'COL' ? fields : []));
    expect(told.map(({ coordinate }: any) => coordinate)).not.toContain('ReturnManifestEntry.legalCategory');
  });
});
