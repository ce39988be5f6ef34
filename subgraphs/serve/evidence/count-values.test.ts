import type { DecidedField } from '@pasarela/schema/access/decided-operation';
import { countValues } from './count-values';

/** Fields at their places, decided somehow. */
const fieldsAt = (places: Readonly<Record<string, string>>) =>
  Object.entries(places).map(([path, coordinate]) => ({ path, decision: { coordinate } }) as DecidedField);

describe('the counts of an answer', () => {
  const fields = fieldsAt({
    people: 'Query.people',
    'people.@.name': 'Person.name',
    'people.@.papers': 'Person.papers',
    'people.@.papers.@.number': 'Paper.number',
    'first.name': 'Person.name',
  });

  it('are of values that went out: no blank, a list of plain values once', () => {
    const people = [
      { name: 'a', papers: [{ number: 1 }, { number: null }] },
      null,
      { name: null, papers: [] },
      { papers: [{ number: 3 }] },
    ];
    expect({ ...countValues({ people, first: { name: 'b' }, other: 1 }, fields) }).toEqual({
      'Query.people': 1,
      'Person.name': 2,
      'Person.papers': 3,
      'Paper.number': 2,
    });
  });

  it('are those of each answer, and one object that never changes only from the second alike on', () => {
    const none = { 'Query.people': 0, 'Person.name': 0, 'Person.papers': 0, 'Paper.number': 0 };
    const one = { ...none, 'Person.name': 1 };
    const counts = (name: string | null) => countValues({ first: { name } }, fields);
    const given = [counts('a'), counts('b'), counts('c'), counts(null), counts('d')];
    expect(given.map((each) => ({ ...each }))).toEqual([one, one, one, none, one]);
    expect(given.map((each) => Object.isFrozen(each))).toEqual([false, true, true, false, false]);
    expect(given[2]).toBe(given[1]);
  });

  it('are of each operation by itself', () => {
    expect({ ...countValues({}, []) }).toEqual({});
    expect({ ...countValues({ a: [1, 2] }, fieldsAt({ a: 'Query.a' })) }).toEqual({ 'Query.a': 1 });
  });
});
