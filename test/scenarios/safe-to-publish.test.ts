import { type OpenFederation, openFederation } from '../federation/open-federation';

jest.setTimeout(120_000);

const CHECK = `query ($publication: RegularizationPublicationInput!) {
  regularizationSafeToPublish(publication: $publication) { safe faults { code cell lowest highest en es } } }`;
const dimension = (name: string, codes: string[]) => ({
  name,
  codes: [{ code: 'ALL' }, ...codes.map((code) => ({ code, partOf: 'ALL' }))],
});
const PASTED = {
  dimensions: [dimension('department', ['A', 'B']), dimension('sex', ['F', 'M'])],
  cells: [
    ...[142, 52, 90].map((value, at) => ({ codes: ['ALL', ['ALL', 'F', 'M'][at]], value })),
    ...[42, 100].map((value, at) => ({ codes: [['A', 'B'][at], 'ALL'], value })),
    ...['A|F', 'A|M', 'B|F', 'B|M'].map((id) => ({ codes: id.split('|'), value: null as number | null })),
  ],
};
const told = (codes: string[], value: number) => ({
  ...PASTED,
  cells: PASTED.cells.map((cell) => (cell.codes.join() === codes.join() ? { codes, value } : cell)),
});

/** An office of Colombia is about to put a table on its page, and asks first whether it tells of somebody. */
describe('a table is checked before it is published', () => {
  let federation: OpenFederation;
  beforeAll(async () => {
    federation = await openFederation({ scale: 0.02 });
  });
  afterAll(() => federation.close());

  const ask = (publication: object, as = 'analyst.col') =>
    federation.ask({ as, purpose: 'STATISTICS', query: CHECK, variables: { publication } });
  const checked = async (publication: object) => {
    const { status, body } = await ask(publication);
    expect([status, body.errors]).toEqual([200, undefined]);
    return body.data.regularizationSafeToPublish;
  };

  it('says that nothing speaks against a table whose suppressed cells stay open', async () => {
    expect(await checked({ pasted: PASTED })).toEqual({ safe: true, faults: [] });
  });

  it('says which cells a reader works out, between what bounds, in both languages', async () => {
    const { safe, faults } = await checked({ pasted: told(['B', 'F'], 50) });
    expect(safe).toBe(false);
    expect(faults.map(({ code, cell, lowest, highest }: any) => [code, cell.join('|'), lowest, highest])).toEqual([
      ['DERIVABLE', 'A|F', 2, 2],
      ['DERIVABLE', 'A|M', 40, 40],
      ['DERIVABLE', 'B|M', 50, 50],
    ]);
    expect(faults[0].en).toContain('between 2 and 2');
    expect(faults[0].es).toContain('entre 2 y 2');
  });

  it('checks a table of the domain as it stands, with what is to be left out', async () => {
    const asItStands = await checked({ table: 'permit-holders' });
    expect(asItStands.faults.map(({ code }: any) => code)).toContain('SMALL_COUNT');
    const small = asItStands.faults.filter(({ code }: any) => code === 'SMALL_COUNT').map(({ cell }: any) => cell);
    const without = await checked({ table: 'permit-holders', suppressed: small });
    expect(without.faults.map(({ code }: any) => code)).not.toContain('SMALL_COUNT');
    // Left out alone, what the margins tell of it is told still.
    expect(without.faults.map(({ code }: any) => code)).toContain('DERIVABLE');
  });

  it.each([
    ['neither', {}, 'exactly one of table and pasted'],
    ['both', { table: 'permit-holders', pasted: PASTED }, 'exactly one of table and pasted'],
    [
      'two roots',
      { pasted: { ...PASTED, dimensions: [{ name: 'x', codes: [{ code: 'a' }, { code: 'b' }] }] } },
      'exactly one code',
    ],
    [
      'a ring',
      {
        pasted: {
          ...PASTED,
          dimensions: [{ name: 'x', codes: [{ code: 'ALL' }, { code: 'a', partOf: 'b' }, { code: 'b', partOf: 'a' }] }],
        },
      },
      'each code is a part of one that is there',
    ],
    [
      'too large',
      {
        pasted: {
          ...PASTED,
          dimensions: ['x', 'y'].map((name) =>
            dimension(
              name,
              Array.from({ length: 80 }, (_, at) => `c${at}`),
            ),
          ),
        },
      },
      'at most 5000 cells',
    ],
    ['an unknown cell', { table: 'permit-holders', suppressed: [['nowhere']] }, 'a code of each dimension'],
  ])('refuses %s with what to do', async (_, publication, what) => {
    const { body } = await ask(publication);
    expect(body.errors[0].extensions.code).toBe('BAD_INPUT');
    expect(JSON.stringify(body.errors)).toContain(what);
  });

  it('knows no table of another name, and answers nobody but the owner', async () => {
    const { body } = await ask({ table: 'nothing' });
    expect(body.errors[0].extensions.code).toBe('UNKNOWN_STATISTIC_TABLE');
    const other = await ask({ table: 'permit-holders' }, 'analyst.pan');
    expect(other.body.data?.regularizationSafeToPublish ?? null).toBeNull();
    expect(JSON.stringify(other.body)).not.toContain('SMALL_COUNT');
  });
});
