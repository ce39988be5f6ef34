import { openWitnessedStage, type WitnessedStage } from '../federation/witnessed-stage';

const MONTH_MS = 30 * 86_400_000;
const OWNERS = ['colombiaCases', 'usaCases', 'panamaCases'] as const;
const CORRIDORS = `{ smugglingCorridors { code ${OWNERS.map((figure) => `${figure} { value state }`).join(' ')} } }`;
const MORE_CASES = 0.3;

/** An analyst of Colombia looks at the corridors of its neighbours each month, and subtracts. */
describe('a corridor month by month', () => {
  let stage: WitnessedStage;
  beforeAll(async () => {
    stage = await openWitnessedStage({
      at: '2024-09-02T12:00:00Z',
      scales: { 'usa-smuggling-cases': MORE_CASES, 'panama-smuggling-cases': MORE_CASES },
    });
  });
  afterAll(() => stage.close());

  async function look(): Promise<any[]> {
    const { body } = await stage.ask({ as: 'analyst.col', purpose: 'STATISTICS', query: CORRIDORS });
    expect(body.errors).toBeUndefined();
    return body.data.smugglingCorridors;
  }

  it('shows no figure that grew by fewer than five', async () => {
    const looks = [await look()];
    for (let month = 0; month < 8; month++) {
      stage.clock.aheadMs += MONTH_MS;
      looks.push(await look());
    }
    const steps = looks.slice(1).flatMap((later, index) =>
      later.flatMap((corridor, place) =>
        (['usaCases', 'panamaCases'] as const).map((figure) => {
          const earlier = looks[index]?.[place][figure].value;
          return earlier === null ? 0 : corridor[figure].value - earlier;
        }),
      ),
    );
    expect(steps.filter((step) => step >= 5).length).toBeGreaterThan(0);
    expect(steps.filter((step) => step < 0 || (step > 0 && step < 5))).toEqual([]);
  });
});
