import { subgraphQuestions } from './subgraph-questions';

const permit = (number: number, department: string) => ({ id: `P${number}`, department: { code: department } });
const PERMITS = Array.from({ length: 20 }, (_, number) => permit(number, number < 15 ? 'CO-DC' : 'CO-ANT'));
const questions = subgraphQuestions(PERMITS, 20);
const named = (what: string) => {
  const found = questions.find((question) => question.what === what);
  if (!found) throw new Error(`no question ${what}`);
  return found;
};

describe('batches of entities', () => {
  const tens = named('10 entities');

  it('are as large as there are records, each about others', () => {
    expect(questions.map(({ what }) => what).filter((what) => /entit/.test(what))).toEqual(['1 entity', '10 entities']);
    const asked = tens.bodies.map((body) => JSON.parse(body).variables.representations);
    expect(asked.map((batch) => batch.map(({ id }: { id: string }) => id))).toEqual([
      PERMITS.slice(0, 10).map(({ id }) => id),
      PERMITS.slice(10).map(({ id }) => id),
    ]);
  });

  it('are right where they are what the list says', () => {
    expect(tens.check({ _entities: PERMITS.slice(10) }, 1)).toBe(10);
    expect(() => tens.check({ _entities: PERMITS.slice(0, 10) }, 1)).toThrow('first at 0.id');
    expect(() => tens.check({ _entities: PERMITS.slice(10, 19) }, 1)).toThrow('first at 9');
    expect(() => tens.check({ _entities: [null, ...PERMITS.slice(11)] }, 1)).toThrow('first at 0');
  });
});

describe('a page of a list', () => {
  const list = named('list, first 50 with a filter');
  const page = (...nodes: object[]) => ({ permits: { edges: nodes.map((node) => ({ node })) } });
  const rows = Array.from({ length: 50 }, (_, number) => permit(number < 15 ? number : number + 100, 'CO-DC'));

  it('is narrowed to departments in turn, the commonest first', () => {
    expect(list.bodies.map((body) => JSON.parse(body).variables.filter.department)).toEqual(['CO-DC', 'CO-ANT']);
  });

  it('is right with as many rows as asked for, none of another department', () => {
    expect(list.check(page(...rows), 0)).toBe(50);
    expect(() => list.check(page(...rows.slice(1)), 0)).toThrow('has 49 rows');
    expect(() => list.check(page(...rows), 1)).toThrow('its filter leaves out');
  });
});

it('the stages of all permits, told live, are all permits', () => {
  const stages = named('permits by stage, live');
  const table = (...values: number[]) => ({ permitStageCounts: values.map((value) => ({ count: { value } })) });
  expect(stages.check(table(12, 8), 0)).toBe(2);
  expect(() => stages.check(table(12, 7), 0)).toThrow('19 permits of 20');
  expect(() => named('permits by stage, released').check(table(), 0)).toThrow('no rows');
});
