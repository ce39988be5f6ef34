import { FERRY_LABELS, FERRY_SCHEMA } from '../../testing/ferry';
import { agreementOf, capOf, grantOf, ruleSetOf, TEST_INSTANT } from '../../testing/rules';
import type { Cap, Grant } from '../rule';
import { QuestionReview } from './question-review';
import { type AskedQuestion, questionsThatChange } from './questions-that-change';
import { Simulator } from './simulate';

const simulator = new Simulator(FERRY_SCHEMA);
let versions = 0;
const rulesOf = (grants: readonly Grant[], caps: readonly Cap[] = []) => ({
  ruleSet: ruleSetOf({ labels: FERRY_LABELS, grants, caps, version: `version ${versions++}` }),
  at: TEST_INSTANT,
});

const QUESTION: AskedQuestion = {
  party: 'COL',
  agency: null,
  roles: ['ANALYST', 'DASHBOARD'],
  purpose: 'MIGRATION_MANAGEMENT',
  caseGiven: false,
  query: '{ people { name age friends { name } } }',
  variables: {},
};
const ALL = ['Person.name', 'Person.age', 'Person.friends'];

async function changes(
  before: ReturnType<typeof rulesOf>,
  after: ReturnType<typeof rulesOf>,
  question: Partial<AskedQuestion> = {},
) {
  const [changed] = await questionsThatChange([{ ...QUESTION, ...question }], { before, after, simulator });
  return (changed?.changes ?? []).map(({ path, change, before: old, after: now, roles }) =>
    [path, change, `${old} -> ${now}`, roles.join()].join(' | '),
  );
}

describe('questionsThatChange', () => {
  it('tells which fields go blank, appear, are lowered and rise, and for whom', async () => {
    const all = rulesOf([grantOf(ALL)]);
    const some = rulesOf([grantOf(['Person.name', 'Person.friends'])]);
    expect(await changes(all, some)).toEqual(['people.@.age | GOES_BLANK | full -> none | ANALYST']);
    expect(await changes(some, all)).toEqual(['people.@.age | APPEARS | none -> full | ANALYST']);
    expect(await changes(all, all)).toEqual([]);
    const everyone = rulesOf([grantOf(ALL, { audience: {} })]);
    expect(await changes(all, everyone)).toEqual([
      'people.@.name | APPEARS | none -> full | DASHBOARD',
      'people.@.age | APPEARS | none -> full | DASHBOARD',
      'people.@.friends.@ | APPEARS | none -> full | DASHBOARD',
    ]);
  });

  it('tells of levels in between, and of what only a condition changes', async () => {
    const query = '{ people { trips { value } } }';
    const grants = [grantOf(['Person.trips'])];
    const rounded = capOf({ target: { coordinates: ['Person.trips'] }, level: 'rounded' });
    expect(await changes(rulesOf(grants), rulesOf(grants, [rounded]), { query })).toEqual([
      'people.@.trips | LOWERS | exact -> rounded | ANALYST',
    ]);
    expect(await changes(rulesOf(grants, [rounded]), rulesOf(grants), { query })).toEqual([
      'people.@.trips | RISES | rounded -> exact | ANALYST',
    ]);
  });

  it('leaves out what stands below a field that goes blank: it goes with it', async () => {
    const after = rulesOf([grantOf(['Person.name', 'Person.age'])]);
    expect(await changes(rulesOf([grantOf(ALL)]), after)).toEqual([
      'people.@.friends.@ | GOES_BLANK | full -> none | ANALYST',
    ]);
  });

  it('tells of a question that is refused as a whole', async () => {
    const filtered = { query: '{ people(filter: { age: 3 }) { name } }', roles: ['ANALYST' as const] };
    const without = rulesOf([grantOf(['Person.name'])]);
    expect(await changes(rulesOf([grantOf(ALL)]), without, filtered)).toEqual([
      ' | GOES_BLANK | answered -> refused: INPUT_WITHHELD | ANALYST',
    ]);
    expect(await changes(without, rulesOf([grantOf(ALL)]), filtered)).toEqual([
      ' | APPEARS | refused: INPUT_WITHHELD -> answered | ANALYST',
    ]);
    expect(await changes(without, rulesOf([]), filtered)).toEqual([]);
  });

  it('tells by the same rules at two dates what goes blank when an agreement lapses', async () => {
    const { ruleSet } = rulesOf([grantOf(ALL)]);
    const { to } = agreementOf();
    const lapsed = await changes({ ruleSet, at: to - 1 }, { ruleSet, at: to });
    expect(lapsed.map((line) => line.split(' | ').slice(0, 2).join(' '))).toEqual([
      'people.@.name GOES_BLANK',
      'people.@.age GOES_BLANK',
      'people.@.friends.@ GOES_BLANK',
    ]);
    expect(await changes({ ruleSet, at: TEST_INSTANT }, { ruleSet, at: to - 1 })).toEqual([]);
  });

  it('asks for one agency where one is named, and by that alone', async () => {
    const grants = [grantOf(ALL, { audience: { agencies: ['AGENCY'], roles: ['ANALYST'] } })];
    expect(await changes(rulesOf([]), rulesOf(grants), { agency: 'AGENCY' })).toHaveLength(3);
    expect(await changes(rulesOf([]), rulesOf(grants), { agency: 'OTHER' })).toEqual([]);
  });

  it('keeps the order of the questions, and names those alone that change', async () => {
    const questions = ['{ people { age } }', '{ people { name } }', '{ people { a: age } }'].map((query, id) => ({
      ...QUESTION,
      query,
      id,
    }));
    const before = rulesOf([grantOf(ALL)]);
    const after = rulesOf([grantOf(['Person.name'])]);
    const changed = await questionsThatChange(questions, { before, after, simulator });
    expect(changed.map(({ question }) => question.id)).toEqual([0, 2]);
  });
});

describe('QuestionReview', () => {
  it('works out the same once, and other days, rules or questions anew', async () => {
    const review = new QuestionReview(FERRY_LABELS, () => FERRY_SCHEMA);
    const [before, after] = [rulesOf([grantOf(ALL)]), rulesOf([])];
    const ask = (at = TEST_INSTANT, query = QUESTION.query) =>
      review.questionsThatChange([{ ...QUESTION, query }], { ...before, at }, { ...after, at });
    const [first] = await ask();
    expect((await ask())[0]).toBe(first);
    expect((await ask(TEST_INSTANT + 1))[0]).toBe(first);
    const others = [await ask(TEST_INSTANT + 86_400_000), await ask(TEST_INSTANT, '{ people { age } }')];
    for (const [other] of others) expect(other).not.toBe(first);
    expect(others[1]?.[0]?.changes).toHaveLength(1);
  });
});
