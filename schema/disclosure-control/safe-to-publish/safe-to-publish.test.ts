import { suppressSecondary } from '../secondary/suppress-secondary';
import { flatDimension } from '../table/dimension';
import { generatedTable } from '../testing/generated-tables';
import { primarySuppressions } from '../threshold/primary-suppression';
import { safeToPublish } from './safe-to-publish';

const dimensions = [flatDimension('department', ['A', 'B']), flatDimension('sex', ['F', 'M'])];
const rule = { threshold: 5, zerosSuppressed: false };
const SAFE = {
  'ALL|ALL': 142,
  'ALL|F': 52,
  'ALL|M': 90,
  'A|ALL': 42,
  'B|ALL': 100,
  'A|F': null,
  'A|M': null,
  'B|F': null,
  'B|M': null,
};

type Pasted = Record<string, number | null>;

async function findings(cells: Pasted, given: { rule?: object; more?: Pasted } = {}) {
  const pasted = [...Object.entries(cells), ...Object.entries(given.more ?? {})];
  return safeToPublish({
    dimensions,
    rule: { ...rule, ...given.rule },
    cells: pasted.map(([id, value]) => ({ coordinates: id.split('|'), value })),
  });
}

const codes = async (...given: Parameters<typeof findings>) =>
  (await findings(...given)).map(({ code, cell }) => `${code} ${cell}`);

describe('whether a table is safe to publish', () => {
  it('finds nothing in a table whose suppressed cells stay open', async () => {
    expect(await findings(SAFE)).toEqual([]);
  });

  it('finds a small count and a protected zero that are shown', async () => {
    expect(await codes({ ...SAFE, 'A|F': 2 })).toContain('SMALL_COUNT A|F');
    expect(await codes({ ...SAFE, 'A|F': 0 }, { rule: { zerosSuppressed: true } })).toContain('PROTECTED_ZERO A|F');
  });

  it('tells which suppressed cells are derivable, and between what they lie, in both languages', async () => {
    const found = await findings({ ...SAFE, 'B|F': 50, 'B|M': 50 });
    expect(found.map(({ code, cell, interval }) => ({ code, cell, interval }))).toEqual([
      { code: 'DERIVABLE', cell: 'A|F', interval: { lowest: 2, highest: 2 } },
      { code: 'DERIVABLE', cell: 'A|M', interval: { lowest: 40, highest: 40 } },
    ]);
    expect(found[0]?.text.en).toContain('between 2 and 2');
    expect(found[0]?.text.es).toContain('entre 2 y 2');
  });

  it('counts it as narrowed where a suppressed cell can be no zero', async () => {
    const tight = { ...SAFE, 'ALL|F': 5, 'ALL|M': 95, 'A|ALL': 95, 'B|ALL': 5, 'ALL|ALL': 100 };
    expect(await codes(tight, { rule: { zerosSuppressed: true } })).toEqual([]);
    expect(await codes(tight)).toEqual(['DERIVABLE A|M']);
  });

  it('finds a group of which all share one category of the sensitive dimension', async () => {
    const told = { ...SAFE, 'A|F': 0, 'A|M': 42, 'B|F': 52, 'B|M': 48 };
    expect(await codes(told, { rule: { sensitiveDimension: 'sex' } })).toEqual(['SHARED_ATTRIBUTE A|M']);
    const halfTold = { ...SAFE, 'A|F': 0, 'A|M': null, 'A|ALL': null };
    expect(await codes(halfTold, { rule: { sensitiveDimension: 'sex' } })).toContain('SHARED_ATTRIBUTE A|M');
  });

  it('finds what does not add up, also where only the suppressed cells could tell', async () => {
    expect(await codes({ ...SAFE, 'ALL|F': 53 })).toEqual(['NOT_ADDITIVE ALL|ALL']);
    expect(await codes({ ...SAFE, 'A|F': 50 })).toEqual(['NOT_ADDITIVE A|ALL']);
    const contradicting = { ...SAFE, 'ALL|ALL': null, 'ALL|M': 91, 'B|F': 50, 'B|M': 50 };
    expect(await codes(contradicting)).toEqual(['NOT_ADDITIVE null']);
  });

  it('finds a form that is wrong: a cell left out, twice, at no code, with no count', async () => {
    const { 'A|F': _, ...without } = SAFE;
    expect(await codes(without)).toEqual(['MISSING_CELL A|F']);
    expect(await codes(SAFE, { more: { 'C|F': 9, 'A|F|x': 9 } })).toEqual(['UNKNOWN_CODE C|F', 'UNKNOWN_CODE A|F|x']);
    expect(await codes({ ...SAFE, 'A|F': 1.5 })).toEqual(['INVALID_COUNT A|F']);
    const twice = [...Object.entries(SAFE), ['A|F', 9] as const];
    const cells = twice.map(([id, value]) => ({ coordinates: id.split('|'), value }));
    expect((await safeToPublish({ dimensions, rule, cells })).map(({ code }) => code)).toEqual(['DUPLICATE_CELL']);
  });

  it('finds nothing in what secondary suppression leaves, and something in most of what the threshold alone leaves', async () => {
    let unsafe = 0;
    for (let seed = 3001; seed <= 3040; seed += 1) {
      const { table, rule: generatedRule } = generatedTable(seed);
      const primary = primarySuppressions(table, generatedRule);
      const suppressed = await suppressSecondary({ table, primary, threshold: generatedRule.threshold });
      const pasted = (hidden: { has(id: string): boolean }) =>
        [...table.cells].map(([id, { coordinates, persons }]) => ({
          coordinates,
          value: hidden.has(id) ? null : persons,
        }));
      const check = (hidden: { has(id: string): boolean }) =>
        safeToPublish({ dimensions: table.dimensions, rule: generatedRule, cells: pasted(hidden) });
      expect(await check(suppressed)).toEqual([]);
      if ((await check(primary)).length > 0) unsafe += 1;
    }
    expect(unsafe).toBeGreaterThan(20);
  });
});
