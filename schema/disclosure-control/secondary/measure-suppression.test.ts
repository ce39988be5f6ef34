import { skewedTable } from '../testing/skewed-table';
import { measureSuppression } from './measure-suppression';

const rule = { threshold: 5, zerosSuppressed: false };
const departments = { name: 'department', codes: 34, skew: 7 };
const now = () => performance.now();

describe('what suppression leaves of a table', () => {
  it.each([
    ['3,000 people by department and an indicator of two', 3_000, [{ name: 'indicator', codes: 2, skew: 1.5 }]],
    ['3,000 people by department and an indicator of three', 3_000, [{ name: 'indicator', codes: 3, skew: 1.5 }]],
    ['30,000 people by department and an indicator of three', 30_000, [{ name: 'indicator', codes: 3, skew: 1.5 }]],
  ])('is four fifths of the cells over the threshold or more: %s', async (_, persons, others) => {
    const cost = await measureSuppression({ table: skewedTable(persons, [departments, ...others], 11), rule, now });
    process.stdout.write(`${JSON.stringify(cost)}\n`);
    expect(cost.primary).toBeGreaterThan(0);
    expect(cost.shareOverThreshold).toBeGreaterThanOrEqual(0.8);
  });

  it('is less where a third sex of one in a thousand is crossed with age and department', async () => {
    const others = [
      { name: 'age', codes: 8, skew: 2.5 },
      { name: 'sex', codes: 3, skew: 9 },
    ];
    const cost = await measureSuppression({ table: skewedTable(500_000, [departments, ...others], 11), rule, now });
    process.stdout.write(`${JSON.stringify(cost)}\n`);
    // In each row of sexes that hides the third alone, another sex must be suppressed with it, whatever the method.
    expect(cost.shareOverThreshold).toBeGreaterThan(0.7);
  });
});
