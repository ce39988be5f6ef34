import { PANAMA_CASES } from '@pasarela/panama-smuggling-cases/case-mix';
import { SUBGRAPHS } from '@pasarela/scripts/subgraphs';
import type { SubgraphDefinition } from '@pasarela/serve/domain/subgraph-definition';
import type { CaseOwner } from '@pasarela/serve/smuggling/case-domain';
import { corridorCodeOf } from '@pasarela/serve/smuggling/corridor-code-list';
import { lastMonthForOthers } from '@pasarela/serve/smuggling/corridor-delay';
import { type SmugglingCaseRow, smugglingCaseModel } from '@pasarela/serve/smuggling/smuggling-case.model';
import { makeStoredRelease } from '@pasarela/serve/statistics/make-stored-release';
import { heldLeafModel, releasedCellModel, storedReleaseModel } from '@pasarela/serve/statistics/stored-release.model';
import { USA_CASES } from '@pasarela/usa-smuggling-cases/case-mix';
import { type OpenFederation, openFederation } from '../federation/open-federation';

jest.setTimeout(180_000);

const MONTH_MS = 30 * 86_400_000;
const MONTHS = 8;
const START = new Date('2024-09-04T12:00:00Z');
/** So many cases that some become due in every corridor each month. */
const SCALE = 6;
const OWNERS = ['colombiaCases', 'usaCases', 'panamaCases'] as const;
const CORRIDORS = `{ smugglingCorridors { code ${OWNERS.map((figure) => `${figure} { value state note }`).join(' ')} } }`;
const NEIGHBOURS = [
  ['usa-smuggling-cases', 'usaCases'],
  ['panama-smuggling-cases', 'panamaCases'],
] as const;
const CASES_OF: Readonly<Record<string, CaseOwner>> = {
  'usa-smuggling-cases': USA_CASES,
  'panama-smuggling-cases': PANAMA_CASES,
};

/** An analyst of Colombia looks at the corridors of its neighbours each month, and subtracts. */
describe('a corridor month by month', () => {
  let now = START;
  let federation: OpenFederation;
  const cases = new Map<string, SmugglingCaseRow[]>();
  beforeAll(async () => {
    const definitions = SUBGRAPHS.map((definition) => releasedAtStart(definition, cases));
    federation = await openFederation({ definitions, now: () => now, tokensAt: () => now });
  });
  afterAll(() => federation.close());

  async function look(): Promise<any[]> {
    const { body } = await federation.ask({ as: 'analyst.col', purpose: 'STATISTICS', query: CORRIDORS });
    expect(body.errors).toBeUndefined();
    return body.data.smugglingCorridors;
  }

  /** How many cases that are due at an instant name a corridor, and may be counted for others: nobody is told it. */
  const due = (domain: string, code: string, at: Date): number =>
    (cases.get(domain) ?? []).filter(
      ({ handlingCode, tlp, openedMonth, routes }) =>
        handlingCode !== 'H2' &&
        tlp !== 'RED' &&
        openedMonth <= lastMonthForOthers(at) &&
        routes.some((route) => corridorCodeOf(route) === code),
    ).length;

  it('shows no figure that grew by fewer than five cases', async () => {
    const looks = [{ at: now, rows: await look() }];
    for (let month = 0; month < MONTHS; month++) {
      now = new Date(now.getTime() + MONTH_MS);
      looks.push({ at: now, rows: await look() });
    }
    const codes: string[] = looks[0]?.rows.map(({ code }: any) => code) ?? [];
    const grown = NEIGHBOURS.flatMap(([domain, figure]) =>
      codes.flatMap((code, place) => {
        const series = looks.map(({ at, rows }) => ({ told: rows[place][figure], cases: due(domain, code, at) }));
        return growthOf(series);
      }),
    );
    expect(grown.length).toBeGreaterThan(10);
    expect(grown.filter((step) => step < 5)).toEqual([]);
    expect(looks.at(-1)?.rows[0].usaCases.note).toContain(`release ${MONTHS + 1}: `);
  });
});

interface Look {
  readonly told: any;
  readonly cases: number;
}

/** By how many cases a figure had grown each time when it was told anew; each is told with noise, and none under five. */
function growthOf(series: readonly Look[]): number[] {
  const grown: number[] = [];
  let [since] = series as [Look];
  for (const look of series) {
    if (JSON.stringify(figureOf(look)) !== JSON.stringify(figureOf(since))) {
      grown.push(look.cases - since.cases);
      since = look;
    }
    expectNoised(look.told, since.cases);
  }
  return grown;
}

const figureOf = ({ told: { value, state } }: Look) => ({ value, state });

function expectNoised({ value, state }: any, cases: number): void {
  if (cases === 0) expect(state).toBe('ZERO');
  else if (cases < 5) expect([value, state]).toEqual([null, 'SUPPRESSED']);
  else expect([Math.abs(value - cases) <= 2, value >= 5]).toEqual([true, true]);
}

/** The neighbours' domains with more cases, their first release made at the start of the story and not at the seed's. */
function releasedAtStart(definition: SubgraphDefinition, cases: Map<string, SmugglingCaseRow[]>): SubgraphDefinition {
  const owner = CASES_OF[definition.name];
  const { seed, statistics } = definition;
  if (!owner || !statistics) return definition;
  return {
    ...definition,
    seed: {
      ...seed,
      fill: async (options) => {
        const { connection } = options;
        await seed.fill({ ...options, scale: SCALE });
        await storedReleaseModel(connection).deleteMany({});
        await releasedCellModel(connection).deleteMany({});
        await heldLeafModel(connection).deleteMany({});
        for (const table of statistics.tables) await makeStoredRelease(table, START, connection);
        cases.set(definition.name, await smugglingCaseModel(connection, owner).find().lean<SmugglingCaseRow[]>());
      },
    },
  };
}
