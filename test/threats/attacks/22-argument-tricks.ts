import type { Purpose } from '@pasarela/schema/identity/purposes';
import type { Attack, Stage } from '../attack';
import { loggedAnywhere } from '../never-asked';
import { sameBut } from '../same-but-for';

interface Trick {
  readonly query: string;
  readonly variables?: Record<string, unknown>;
}

const cases = (filter: string, head = '') =>
  `query${head} { usaSmugglingCases(first: 1, filter: ${filter}) { edges { node { status } } } }`;

/** Ways to filter by where a case begins, of which a protection officer gets nothing. */
const BY_CORRIDOR: readonly Trick[] = [
  { query: cases('{ routeFrom: "PA-5" }') },
  { query: cases('{ routeFrom: null }') },
  { query: cases('{ status: OPEN, routeFrom: "PA-5" }') },
  { query: cases('{ routeFrom: $c }', '($c: ID)'), variables: { c: 'PA-5' } },
  { query: cases('{ routeFrom: $c }', '($c: ID)'), variables: { c: null } },
  { query: cases('{ routeFrom: $c }', '($c: ID = "PA-5")') },
  { query: cases('{ routeFrom: $c }', '($c: ID! = "PA-5")'), variables: { c: 'CO-ANT' } },
  { query: cases('$f', '($f: UsaSmugglingCaseFilter)'), variables: { f: { routeFrom: 'PA-5' } } },
  { query: cases('$f', '($f: UsaSmugglingCaseFilter)'), variables: { f: { routeFrom: null } } },
  { query: cases('$f', '($f: UsaSmugglingCaseFilter = { routeFrom: "PA-5" })') },
  {
    query: cases('$f', '($f: UsaSmugglingCaseFilter! = { status: OPEN })'),
    variables: { f: { routeFrom: 'PA-5' } },
  },
  { query: `{ ...R } fragment R on Query { x: ${cases('{ routeFrom: "PA-5" }').slice(8, -2)} }` },
];

/** The same ways without the input, or with one that is shown in full: answered. */
const WITHOUT_CORRIDOR: readonly Trick[] = [
  { query: cases('{ status: OPEN }') },
  { query: cases('{ routeFrom: $c }', '($c: ID)') },
  { query: cases('null') },
  { query: cases('$f', '($f: UsaSmugglingCaseFilter)'), variables: { f: {} } },
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
  readonly asker: { readonly as: string; readonly purpose: Purpose };
  readonly refused: readonly Trick[];
  readonly answered: readonly Trick[];
  readonly coordinate: string;
}

const tryAll =
  ({ asker, refused, answered, coordinate }: Refusal) =>
  async (stage: Stage): Promise<void> => {
    const ask = (trick: Trick) => stage.ask({ ...asker, ...trick });
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
    run: tryAll({
      asker: { as: 'protection.usa', purpose: 'PROTECTION' },
      refused: BY_CORRIDOR,
      answered: WITHOUT_CORRIDOR,
      coordinate: 'UsaSmugglingCase.routes',
    }),
  },
  {
    number: 22,
    title: 'lists of inputs, coerced or nested, have the same decision',
    on: 'sightings',
    guards: ['readInputs'],
    run: tryAll({
      asker: { as: 'analyst.col', purpose: 'MIGRATION_MANAGEMENT' },
      refused: BY_NAME,
      answered: BY_KEY,
      coordinate: 'PersonSighting.fullName',
    }),
  },
];
