import { auditSuppression } from '../audit/audit-suppression';
import { flatDimension } from '../table/dimension';
import { withMargins } from '../table/frequency-table';
import { generatedTable, seededNumbers } from '../testing/generated-tables';
import { primarySuppressions } from '../threshold/primary-suppression';
import { measureSuppression } from './measure-suppression';
import { suppressSecondary } from './suppress-secondary';

const dimensions = [flatDimension('department', ['A', 'B', 'C']), flatDimension('sex', ['F', 'M'])];
const rule = { threshold: 5, zerosSuppressed: false };

function given(counts: Record<string, number>, known: string[] = []) {
  const table = withMargins(
    dimensions,
    Object.entries(counts).map(([id, persons]) => ({ coordinates: id.split('|'), persons, key: 0 })),
  );
  return { table, primary: primarySuppressions(table, rule), threshold: rule.threshold, known };
}

const counts = { 'A|F': 2, 'A|M': 30, 'B|F': 40, 'B|M': 50, 'C|F': 20, 'C|M': 60 };

describe('secondary suppression', () => {
  it('gives a small count three others in a table of two dimensions, and nothing more', async () => {
    const suppressed = await suppressSecondary(given(counts));
    expect([...suppressed].sort()).toEqual(['A|F', 'A|M', 'C|F', 'C|M']);
  });

  it('suppresses nothing where nothing must be', async () => {
    expect((await suppressSecondary(given({ ...counts, 'A|F': 5 }))).size).toBe(0);
  });

  it('suppresses more than a rectangle where that leaves too little room', async () => {
    // Three women in two departments of a total of five: each could be worked out to lie between 1 and 3.
    const tight = given({ 'A|F': 1, 'B|F': 2, 'C|F': 2, 'A|M': 50, 'B|M': 50, 'C|M': 50 });
    const suppressed = await suppressSecondary(tight);
    expect(await auditSuppression({ ...tight, suppressed })).toEqual([]);
    expect(suppressed.has('ALL|F')).toBe(true);
  });

  it('never moves what is known from elsewhere: other cells are taken', async () => {
    const free = given(counts, ['C|F']);
    const suppressed = await suppressSecondary(free);
    expect(suppressed.has('C|F')).toBe(false);
    expect(await auditSuppression({ ...free, suppressed })).toEqual([]);
  });

  it('ends where known figures already tell the cell, and the audit does not count that against it', async () => {
    const told = given(counts, ['A|M', 'A|ALL']);
    const suppressed = await suppressSecondary(told);
    expect([...suppressed]).toEqual(['A|F']);
    expect(await auditSuppression({ ...told, suppressed })).toEqual([]);
  });

  it('is missed where a complementary cell is published after all, and the audit says at which cells', async () => {
    const one = given(counts);
    const suppressed = new Set(await suppressSecondary(one));
    suppressed.delete('C|M');
    const findings = await auditSuppression({ ...one, suppressed });
    expect(findings.map(({ cell }) => cell).sort()).toEqual(['A|F', 'A|M', 'C|F']);
    expect(findings.find(({ cell }) => cell === 'A|F')).toMatchObject({ reason: 'SMALL_COUNT' });
  });

  it('keeps its laws on generated tables', async () => {
    for (let seed = 1001; seed <= 1030; seed += 1) {
      const { table, rule: generatedRule, known } = generatedTable(seed);
      const primary = primarySuppressions(table, generatedRule);
      const all = { table, primary, threshold: generatedRule.threshold, known };
      const suppressed = await suppressSecondary(all);
      expect([...(await suppressSecondary(all))]).toEqual([...suppressed]);
      for (const id of primary.keys()) expect(suppressed.has(id)).toBe(true);
      for (const id of suppressed)
        if (!primary.has(id)) {
          expect(table.cells.get(id)?.persons).toBeGreaterThanOrEqual(generatedRule.threshold);
          expect(known).not.toContain(id);
        }
    }
  });

  it('is never made worse by suppressing another cell', async () => {
    const random = seededNumbers(3);
    for (let seed = 2001; seed <= 2020; seed += 1) {
      const { table, rule: generatedRule } = generatedTable(seed);
      const primary = primarySuppressions(table, generatedRule);
      const all = { table, primary, threshold: generatedRule.threshold };
      const more = [...table.cells].filter(([, { persons }]) => persons > 0 && random() < 0.3).map(([id]) => id);
      const before = new Set((await auditSuppression({ ...all, suppressed: primary.keys() })).map(({ cell }) => cell));
      const after = await auditSuppression({ ...all, suppressed: new Set([...primary.keys(), ...more]) });
      for (const { cell } of after) expect(before.has(cell) || !primary.has(cell)).toBe(true);
    }
  });

  it('tells what it costs', async () => {
    let clock = 0;
    const cost = await measureSuppression({
      table: given(counts).table,
      rule,
      now: () => {
        clock += 500;
        return clock;
      },
    });
    expect(cost).toEqual({ cells: 12, primary: 1, complementary: 3, shareOverThreshold: 8 / 11, seconds: 0.5 });
  });
});
