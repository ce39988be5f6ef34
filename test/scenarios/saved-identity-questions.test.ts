import { readSavedQuestion } from '@pasarela/scripts/ask/read-question';
import { type OpenFederation, openFederation } from '../federation/open-federation';

/** The saved questions on identity checks: asked by who needs them, and by who may not. */
describe('saved questions on identity checks', () => {
  let federation: OpenFederation;
  beforeAll(async () => {
    federation = await openFederation({ scale: 0.005 });
  });
  afterAll(() => federation.close());

  async function ask(id: string, as?: string, purpose?: any, headers: Record<string, string> = {}): Promise<any> {
    const question = readSavedQuestion(id);
    const { status, body } = await federation.ask({
      as: as ?? (question.askedBy as string),
      purpose: purpose ?? question.purpose,
      query: question.query,
      variables: question.variables,
      headers,
    });
    expect([status, body.errors]).toEqual([200, undefined]);
    return body;
  }

  describe('24: checks by result and latency', () => {
    it('are exact for the own party, and for others counts of ten and more or suppressed', async () => {
      const rows = (await ask('24')).data.identityCheckFigures;
      expect(rows).toHaveLength(3 * 3 * 3 * 2);
      for (const { party, month, checks, dataset } of rows) {
        expect([checks.countingParty, checks.unit, checks.coverageFrom]).toEqual([
          `${party}: SYNTHETIC`,
          'IDENTITY_CHECKS',
          month,
        ]);
        expect([dataset, checks.dataset]).toEqual(Array(2).fill('SYNTHETIC-identity-checks'));
        if (party === 'PAN') expect(checks.value).not.toBeNull();
        else if (checks.state === 'VALUE') expect(checks.value).toBeGreaterThanOrEqual(10);
        else expect([checks.state, checks.value]).toEqual(['SUPPRESSED', null]);
      }
      const states = (party: string) =>
        new Set(rows.filter((row: any) => row.party === party).map((row: any) => row.checks.state));
      expect([states('PAN'), states('USA')]).toEqual([new Set(['VALUE']), new Set(['VALUE', 'SUPPRESSED'])]);
    });

    it('are one figure, whoever of two others asks', async () => {
      const ofPanama = async (as: string) =>
        (await ask('24', as)).data.identityCheckFigures.filter(({ party }: any) => party === 'PAN');
      expect(await ofPanama('analyst.col')).toEqual(await ofPanama('dashboard.usa'));
    });

    it.each([
      ['border.pan', 'MIGRATION_MANAGEMENT', {}],
      ['investigator.usa', 'ENFORCEMENT', { 'x-case-reference': 'CASE-2026-1' }],
      ['officer.hum', 'PROTECTION', {}],
    ])('are withheld from %s, who is told so', async (as, purpose, headers) => {
      const { data, extensions } = await ask('24', as, purpose, headers);
      expect(data.identityCheckFigures).toBeNull();
      expect(extensions.notices.map(({ coordinate }: any) => coordinate)).toContain('Query.identityCheckFigures');
    });
  });

  describe.each([
    ['21', 'CASES'],
    ['25', 'DOCUMENTS'],
  ])('%s: counted jointly', (id, unit) => {
    it('is a count of ten and more by frozen release, and says when it is less', async () => {
      const rows = (await ask(id)).data.jointIdentityFigures;
      expect(rows.map(({ release, count }: any) => [release, count.state])).toEqual([
        ['2025-Q1', 'VALUE'],
        ['2025-Q2', 'SUPPRESSED'],
        ['2025-Q3', 'VALUE'],
        ['2025-Q4', 'VALUE'],
      ]);
      for (const { count } of rows) {
        expect(count).toMatchObject({ unit, countingParty: 'JOINT: SYNTHETIC', dataset: 'SYNTHETIC-identity-checks' });
        if (count.state === 'VALUE') expect(count.value).toBeGreaterThanOrEqual(10);
        else expect(count.value).toBeNull();
      }
    });

    it('is public: the same for everybody, and nobody gets more than the count', async () => {
      const { data } = await ask(id);
      for (const [as, purpose] of [
        ['officer.hum', 'PROTECTION'],
        ['border.col', 'MIGRATION_MANAGEMENT'],
        ['dashboard.pan', 'STATISTICS'],
      ] as const)
        expect((await ask(id, as, purpose)).data).toEqual(data);
    });
  });

  it('an analyst who asks for the checks behind the counts is told that they are withheld', async () => {
    const query = `{ identityInbox { hit subject } identityProbe(ticket: "x") { result } }`;
    const { body } = await federation.ask({ as: 'analyst.usa', purpose: 'STATISTICS', query });
    expect(body.data).toEqual({ identityInbox: null, identityProbe: null });
    expect(body.extensions.notices.map(({ coordinate }: any) => coordinate)).toEqual(
      expect.arrayContaining(['Query.identityInbox', 'Query.identityProbe']),
    );
  });
});
