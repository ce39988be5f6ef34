import type { Attack, Stage } from '../attack';
import { loggedAnywhere } from '../never-asked';
import { sameBut } from '../same-but-for';

interface Trick {
  readonly query: string;
  readonly variables?: Record<string, unknown>;
}

const records = (filter: string, head = '') =>
  `query${head} { crossingRecords(first: 1, filter: ${filter}) { edges { node { sex } } } }`;

/** Ways to filter by the day, of which the neighbour gets the month only. */
const BY_MONTH: readonly Trick[] = [
  { query: records('{ month: "2024-03" }') },
  { query: records('{ month: null }') },
  { query: records('{ sex: FEMALE, month: "2024-03" }') },
  { query: records('{ month: $m }', '($m: YearMonth)'), variables: { m: '2024-03' } },
  { query: records('{ month: $m }', '($m: YearMonth)'), variables: { m: null } },
  { query: records('{ month: $m }', '($m: YearMonth = "2024-03")') },
  { query: records('{ month: $m }', '($m: YearMonth! = "2024-03")'), variables: { m: '2024-04' } },
  { query: records('$f', '($f: CrossingRecordFilter)'), variables: { f: { month: '2024-03' } } },
  { query: records('$f', '($f: CrossingRecordFilter)'), variables: { f: { month: null } } },
  { query: records('$f', '($f: CrossingRecordFilter = { month: "2024-03" })') },
  { query: records('$f', '($f: CrossingRecordFilter! = { sex: MALE })'), variables: { f: { month: '2024-03' } } },
  { query: `{ ...R } fragment R on Query { x: ${records('{ month: "2024-03" }').slice(8, -2)} }` },
];

/** The same ways without the input, or with one that is shown in full: answered. */
const WITHOUT_MONTH: readonly Trick[] = [
  { query: records('{ sex: FEMALE }') },
  { query: records('{ month: $m }', '($m: YearMonth)') },
  { query: records('null') },
  { query: records('$f', '($f: CrossingRecordFilter)'), variables: { f: {} } },
];

const people = (where: string, head = '') => `query${head} { people(where: ${where}) { id } }`;

/** Ways to filter by a withheld name: lists made of one object, nested lists, variables inside. */
const BY_NAME: readonly Trick[] = [
  { query: people('{ fullName: "x" }') },
  { query: people('[{ id: "person-1" }, { fullName: "x" }]') },
  { query: people('{ anyOf: { anyOf: [{ anyOf: { fullName: null } }] } }') },
  { query: people('[{ anyOf: $a }]', '($a: [SightingFilter!])'), variables: { a: { fullName: 'x' } } },
  { query: people('$w', '($w: [SightingFilter!])'), variables: { w: { anyOf: [{ fullName: 'x' }] } } },
  { query: people('$w', '($w: [SightingFilter!] = { fullName: "x" })') },
  { query: people('{ fullName: $n }', '($n: String = "x")') },
];
const BY_KEY: readonly Trick[] = [{ query: people('{ anyOf: { id: "person-1" } }') }, { query: people('null') }];

interface Refusal {
  readonly refused: readonly Trick[];
  readonly answered: readonly Trick[];
  readonly coordinate: string;
}

const tryAll =
  ({ refused, answered, coordinate }: Refusal) =>
  async (stage: Stage): Promise<void> => {
    const ask = (trick: Trick) => stage.ask({ as: 'analyst.col', purpose: 'MIGRATION_MANAGEMENT', ...trick });
    const texts = new Set<string>();
    const entries = await loggedAnywhere(stage, async () => {
      for (const trick of refused) {
        const { status, body, text } = await ask(trick);
        expect([trick, status, body.errors?.[0].extensions]).toEqual([
          trick,
          403,
          { code: 'INPUT_WITHHELD', coordinate },
        ]);
        texts.add(sameBut(text));
      }
    });
    expect(texts.size).toBe(1);
    expect(entries).toEqual([]);
    for (const trick of answered) expect([trick, (await ask(trick)).status]).toEqual([trick, 200]);
  };

/** The attacks of threat 22. */
export const attacks: readonly Attack[] = [
  {
    number: 22,
    title: 'an input that reads what is not shown in full is refused before any fetch, however it is written',
    on: 'product',
    guards: ['readInputs'],
    run: tryAll({ refused: BY_MONTH, answered: WITHOUT_MONTH, coordinate: 'CrossingRecord.crossedOn' }),
  },
  {
    number: 22,
    title: 'lists of inputs, coerced or nested, have the same decision',
    on: 'sightings',
    guards: ['readInputs'],
    run: tryAll({ refused: BY_NAME, answered: BY_KEY, coordinate: 'PersonSighting.fullName' }),
  },
];
