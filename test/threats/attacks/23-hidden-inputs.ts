import type { Purpose } from '@pasarela/schema/identity/purposes';
import type { Attack, Stage } from '../attack';
import { fetchAsGateway, sendDirect } from '../forge/gateway-fetch';
import { loggedAnywhere } from '../never-asked';
import { sameBut } from '../same-but-for';

/** A list that is filtered or sorted. */
interface Search {
  readonly query: string;
  readonly variables?: Record<string, unknown>;
}

/** What somebody may not search by, and what they may. */
interface Searches {
  readonly asker: { readonly as: string; readonly purpose: Purpose; readonly headers?: Record<string, string> };
  readonly subgraph: string;
  /** By the field that is read. */
  readonly refused: Readonly<Record<string, readonly Search[]>>;
  readonly answered: readonly Search[];
}

const arrivals = (argument: string, head = ''): Search => ({
  query: `query${head} { arrivals(${argument}) { dataset } }`,
});

/** Ways to give an input a value that another asker could give: written, by variable, by default, nested, null. */
const ways = (input: string, type: string, values: readonly unknown[]): Search[] => [
  ...values.map((value) => arrivals(`filter: { ${input}: ${JSON.stringify(value)} }`)),
  ...values.map((value) => ({ ...arrivals(`filter: { ${input}: $v }`, `($v: ${type})`), variables: { v: value } })),
  ...values.map((value) => arrivals(`filter: { ${input}: $v }`, `($v: ${type} = ${JSON.stringify(value)})`)),
  ...values.map((value) => ({
    ...arrivals('filter: $f', '($f: ArrivalFilter)'),
    variables: { f: { anyOf: [{ anyOf: { [input]: value } }] } },
  })),
];

const BY_DAY: readonly Search[] = [
  ...ways('day', 'PartialDate', ['2024-03-05', '2024-03-06', null]),
  arrivals('filter: { month: "2024-03", anyOf: { day: "2024-03-05" } }'),
  arrivals('sort: { day: UP }'),
  arrivals('sort: [{ dataset: UP }, { day: null }]'),
  { ...arrivals('sort: $s', '($s: [ArrivalSort!])'), variables: { s: { day: 'DOWN' } } },
];
const BY_MONTH: readonly Search[] = [
  ...ways('month', 'YearMonth', ['2024-03', '1999-01', null]),
  arrivals('sort: { dataset: UP }, filter: { month: "2024-03" }'),
];
const BY_NAME: readonly Search[] = [
  ...ways('fullName', 'String', ['SYNTHETIC Person One', 'Nobody', null]),
  arrivals('sort: [{ fullName: UP }]'),
  arrivals('afterName: "SYNTHETIC P"'),
  arrivals('afterName: null'),
  { ...arrivals('afterName: $n', '($n: ID = "SYNTHETIC P")') },
];
const BY_NOTHING: readonly Search[] = [
  arrivals('filter: {}'),
  arrivals('filter: null, sort: []'),
  arrivals('sort: { dataset: DOWN }'),
  arrivals('filter: { day: $d }, afterName: $n', '($d: PartialDate, $n: ID)'),
];

const trySearches =
  ({ asker, subgraph, refused, answered }: Searches) =>
  async (stage: Stage): Promise<void> => {
    const token = await stage.token(asker.as);
    for (const [coordinate, searches] of Object.entries(refused)) {
      const texts = new Set<string>();
      const entries = await loggedAnywhere(stage, async () => {
        for (const search of searches) {
          const { status, body, text } = await stage.ask({ ...asker, ...search });
          expect([search, status, body.errors?.[0].extensions]).toEqual([
            search,
            403,
            { code: 'INPUT_WITHHELD', coordinate },
          ]);
          texts.add(sameBut(text));
        }
      });
      // Neither the value nor what it finds makes a difference.
      expect([coordinate, texts.size, entries]).toEqual([coordinate, 1, []]);
      const asserted = { purpose: asker.purpose, caseReference: asker.headers?.['x-case-reference'] };
      const direct = await fetchAsGateway(stage, { subgraph, token, asserted, ...(searches[0] as Search) });
      const { body } = await sendDirect(stage, direct);
      expect(body.errors[0].extensions).toMatchObject({ code: 'WITHHELD', details: { coordinate } });
    }
    for (const search of answered) {
      const { status, body } = await stage.ask({ ...asker, ...search });
      expect([search, status, body.errors]).toEqual([search, 200, undefined]);
    }
  };

const cases = (filter: string): Search => ({
  query: `{ usaSmugglingCases(first: 100, filter: ${filter}) { edges { cursor } pageInfo { hasNextPage } } }`,
});

/** The attacks of threat 23 by filters and sorts. */
export const attacks: readonly Attack[] = [
  {
    number: 23,
    title: 'a filter or sort by what is withheld, or by more of it than is shown, is refused before any fetch',
    on: 'appraisals',
    guards: ['readInputs', 'inputLevels'],
    run: trySearches({
      asker: { as: 'analyst.col', purpose: 'MIGRATION_MANAGEMENT' },
      subgraph: 'fixture-register',
      refused: { 'Arrival.day': BY_DAY, 'Arrival.fullName': BY_NAME },
      answered: [...BY_MONTH, ...BY_NOTHING],
    }),
  },
  {
    number: 23,
    title: 'a filter or sort by what is shown of some records only is refused, at any level',
    on: 'appraisals',
    guards: ['readInputs', 'everyRecord'],
    run: trySearches({
      asker: { as: 'protection.pan', purpose: 'PROTECTION' },
      subgraph: 'fixture-register',
      refused: { 'Arrival.day': [...BY_DAY, ...BY_MONTH], 'Arrival.fullName': BY_NAME },
      answered: BY_NOTHING,
    }),
  },
  {
    number: 23,
    title: 'cases are not filtered by a route that is shown of older ones only',
    on: 'product',
    guards: ['readInputs', 'everyRecord'],
    run: trySearches({
      asker: { as: 'investigator.pan', purpose: 'ENFORCEMENT', headers: { 'x-case-reference': 'ATTACK-23' } },
      subgraph: 'usa-smuggling-cases',
      refused: {
        'UsaSmugglingCase.routes': [
          cases('{ routeFrom: "PA-5" }'),
          cases('{ routeFrom: "CO-CHO", status: OPEN }'),
          cases('{ openedMonth: "2024-03", routeFrom: null }'),
        ],
      },
      answered: [cases('{ openedMonth: "2024-03" }'), cases('{ status: OPEN, iccsCode: "08051" }')],
    }),
  },
];
