import type { SuppressionStages } from '../release/make-release';
import { primarySuppressions } from '../threshold/primary-suppression';
import { advantageOfKnowingAllOthers } from './attackers/knows-all-others';
import { measureRisk, type RiskRow } from './measure-risk';
import { printRisk } from './print-risk';
import { TABLES_APART } from './simulation/related-tables';

// The threshold alone: complementary suppression only takes away from what the attackers read.
const smallCounts: SuppressionStages = {
  primarySuppressions,
  suppressSecondary: async ({ primary }) => new Set(primary.keys()),
};

describe('attackers with the weekly releases of a year', () => {
  let rows: readonly RiskRow[];
  beforeAll(async () => {
    rows = await measureRisk({ stages: smallCounts, years: 30, learningYears: 20, seed: 1 });
    process.stdout.write(`${printRisk(rows.filter(({ pace }) => pace === 'ALL'))}\n`);
  }, 120_000);

  const row = (attacker: string, view: string, pace = 'ALL'): RiskRow => {
    const found = rows.find((each) => each.attacker === attacker && each.view === view && each.pace === pace);
    if (!found) throw new Error(`${attacker} did not play in ${view}.`);
    return found;
  };

  it.each(['DIFFERENCING', 'AVERAGING', 'SPLITTING'])(
    '%s: under 5 points with all on, far above with perturbation off',
    (attacker) => {
      expect(row(attacker, 'allOn').games).toBe(30 * 72);
      expect(row(attacker, 'allOn').high).toBeLessThan(5);
      expect(row(attacker, 'perturbationOff').low).toBeGreaterThan(20);
    },
  );

  it('noise without holding does not stop them in quiet areas: the cell that changes gives the newcomer away', () => {
    for (const attacker of ['DIFFERENCING', 'SPLITTING'])
      expect(row(attacker, 'holdingOff', 'QUIET').low).toBeGreaterThan(35);
  });

  it('one release for all is what stops requesters from averaging: with a noise of their own they come nearer', () => {
    expect(row('SPLITTING', 'noisePerRequester').low).toBeGreaterThan(20);
  });

  it('who is told the exact held counts and knows all rates stays under 5 points; who is told the live ones is far above', () => {
    expect(row('LIKELIHOOD', 'heldTold').high).toBeLessThan(5);
    expect(row('LIKELIHOOD', 'liveTold').low).toBeGreaterThan(20);
  });

  it('the same rows come out of the same seed', async () => {
    const few = { stages: smallCounts, years: 1, learningYears: 1, seed: 9 };
    expect(await measureRisk(few)).toEqual(await measureRisk(few));
  });
});

describe('what the page warns of', () => {
  it('tables of one attribute that are held apart give more away than one table with its margins', async () => {
    const [apart] = (
      await measureRisk({
        stages: smallCounts,
        years: 8,
        learningYears: 0,
        seed: 1,
        tables: TABLES_APART,
        attackers: ['LIKELIHOOD'],
      })
    ).filter(({ view, pace }) => view === 'heldTold' && pace === 'ALL');
    expect(apart?.advantage).toBeGreaterThan(5);
  }, 60_000);

  it('who knows everybody else wins against any noise of bound 2, the surer the more cells hold the target', () => {
    expect(advantageOfKnowingAllOthers(1)).toBeCloseTo(50 * (1 - 0.8 ** 2), 9);
    expect(advantageOfKnowingAllOthers(6)).toBeGreaterThan(45);
  });
});
