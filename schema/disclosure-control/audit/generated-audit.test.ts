import { suppressSecondary } from '../secondary/suppress-secondary';
import { generatedTable } from '../testing/generated-tables';
import { primarySuppressions } from '../threshold/primary-suppression';
import { auditSuppression } from './audit-suppression';

const TABLES = 500;

/** What the audit finds in the generated tables, with secondary suppression and without. */
async function auditAll() {
  const sums = { cells: 0, primary: 0, complementary: 0, withKnown: 0, found: 0, foundWithout: 0, tablesWithout: 0 };
  for (let seed = 1; seed <= TABLES; seed += 1) {
    const { table, rule, known } = generatedTable(seed);
    const primary = primarySuppressions(table, rule);
    const given = { table, primary, threshold: rule.threshold, known };
    const suppressed = await suppressSecondary(given);
    const without = await auditSuppression({ ...given, suppressed: primary.keys() });
    sums.cells += table.cells.size;
    sums.primary += primary.size;
    sums.complementary += suppressed.size - primary.size;
    sums.withKnown += known.length > 0 ? 1 : 0;
    sums.found += (await auditSuppression({ ...given, suppressed })).length;
    sums.foundWithout += without.length;
    sums.tablesWithout += without.length > 0 ? 1 : 0;
  }
  return sums;
}

describe(`the audit of ${TABLES} generated tables`, () => {
  it('finds nothing where complementary cells are suppressed, and hundreds of cells where they are not', async () => {
    const start = performance.now();
    const sums = await auditAll();
    process.stdout.write(`${JSON.stringify({ ...sums, seconds: Math.round((performance.now() - start) / 1000) })}\n`);
    expect(sums.found).toBe(0);
    expect(sums.foundWithout).toBeGreaterThan(500);
    expect(sums.tablesWithout).toBeGreaterThan(TABLES / 2);
    expect(sums.withKnown).toBeGreaterThan(100);
  }, 240_000);
});
