import { FOUND, nobody, type OpenIdentity, openIdentity, tokensFor } from './testing/open-identity';

const CHECKS = `query ($from: YearMonth!, $to: YearMonth!) { rows: identityCheckFigures(from: $from, to: $to) {
  dataset party month result latency checks { value state countingParty unit dataset note }
} }`;
const JOINT = `query ($figure: JointIdentityFigureKind!) { rows: jointIdentityFigures(figure: $figure) {
  figure release count { value state unit asOf countingParty dataset note definition }
} }`;

let identity: OpenIdentity;
beforeAll(async () => {
  identity = await openIdentity();
});
afterAll(() => identity.close());

const checks = async (party: string, from: string, to = from) =>
  (await identity.ask(CHECKS, { from, to }, { party, purpose: 'STATISTICS' })).data.rows;

describe('checks by result and latency', () => {
  it('have a row for every party, month, result and latency, whatever was counted', async () => {
    for (const month of ['2024-12', '2025-06', '2026-01', '2027-01'])
      expect(await checks('USA', month)).toHaveLength(18);
  });

  it('are exact for the party, and from ten on for others', async () => {
    const own = await checks('USA', '2025-01', '2025-12');
    const others = await checks('COL', '2025-01', '2025-12');
    const ofUsa = (rows: any[]) => rows.filter(({ party }) => party === 'USA');
    const small = ofUsa(own).filter(({ checks: { value } }) => value < 10);
    expect(small.length).toBeGreaterThan(5);
    expect(small.length).toBeLessThan(ofUsa(own).length / 2);
    for (const [index, { checks: shown }] of ofUsa(others).entries()) {
      const exact = ofUsa(own)[index].checks.value;
      expect(shown).toMatchObject(exact < 10 ? { value: null, state: 'SUPPRESSED' } : { value: exact, state: 'VALUE' });
    }
    for (const row of [...own, ...others])
      expect([row.dataset, row.checks.dataset]).toEqual(Array(2).fill(expect.stringMatching(/^SYNTHETIC/)));
  });

  it('say why there is none', async () => {
    const stateOf = async (party: string, month: string) =>
      [...new Set((await checks(party, month)).map((row: any) => `${row.party} ${row.checks.state}`))].sort();
    expect(await stateOf('USA', '2024-12')).toEqual(['COL', 'PAN', 'USA'].map((party) => `${party} NOT_COLLECTED`));
    expect(await stateOf('USA', '2026-02')).toEqual(['COL', 'PAN', 'USA'].map((party) => `${party} NOT_APPLICABLE`));
    expect(await stateOf('USA', '2026-01')).toEqual(['COL NOT_PUBLISHED', 'PAN NOT_PUBLISHED', 'USA ZERO']);
  });

  it('grow by what was checked, for the party at once, for others not before the month is over', async () => {
    await identity.probe(tokensFor(FOUND[0] as never));
    await identity.probe(nobody());
    identity.passBatch();
    const ofJanuary = (rows: any[]) =>
      rows
        .filter(({ party, checks: { value } }) => party === 'USA' && value)
        .map(({ result, checks: { value } }) => [result, value]);
    expect(ofJanuary(await checks('USA', '2026-01'))).toEqual([
      ['NO_HIT', 1],
      ['IS_HIT', 1],
    ]);
    expect(ofJanuary(await checks('PAN', '2026-01'))).toEqual([]);
  });

  it('are asked for a year at most', async () => {
    const { errors } = await identity.ask(CHECKS, { from: '2025-01', to: '2026-01' });
    expect(errors[0].extensions.code).toBe('BAD_INPUT');
  });
});

describe('joint figures', () => {
  it.each([
    ['CASES_LINKED_IN_TWO_COUNTRIES', 'CASES'],
    ['DOCUMENTS_FAILING_CHECKS_SEEN_BY_TWO', 'DOCUMENTS'],
  ])('are frozen releases of ten and more, the same for everybody: %s', async (figure, unit) => {
    const { rows } = (await identity.ask(JOINT, { figure })).data;
    expect(rows.map(({ release }: any) => release)).toEqual(['2025-Q1', '2025-Q2', '2025-Q3', '2025-Q4']);
    expect(rows.map(({ count: { state } }: any) => state)).toEqual(['VALUE', 'SUPPRESSED', 'VALUE', 'VALUE']);
    for (const { count } of rows) {
      expect(count).toMatchObject({
        unit,
        countingParty: 'JOINT: SYNTHETIC',
        dataset: expect.stringMatching(/^SYNTHETIC/),
      });
      if (count.state === 'VALUE') expect(count.value).toBeGreaterThanOrEqual(10);
    }
    for (const party of ['COL', 'PAN', 'HUM'])
      expect((await identity.ask(JOINT, { figure }, { party })).data.rows).toEqual(rows);
  });
});
