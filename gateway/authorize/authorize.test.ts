import { capOf } from '@pasarela/schema/testing/rules';
import { print } from 'graphql';
import { type FerryRequest, parseFerry } from '../testing/ferry-request';
import { authorize } from './authorize';

const LIMITS = { maxFields: 100, maxCost: 1000 };
const authorizeFerry = (request: FerryRequest) => authorize(parseFerry(request), LIMITS);

describe('authorize', () => {
  it('prunes what is withheld and says so, in the order of the query', () => {
    const { decided, notices, cost } = authorizeFerry({
      query: '{ people(first: 3) { age name friends { id } } }',
      granted: ['Person.name'],
    });
    expect(print(decided.selectionSet).replaceAll(/\s+/g, ' ')).toBe('{ people(first: 3) { name } }');
    expect(notices.map(({ code, path }) => [code, path])).toEqual([
      ['WITHHELD', 'people.@.age'],
      ['WITHHELD', 'people.@.friends.@'],
    ]);
    expect(cost).toBe(3);
  });

  it('gives one notice for a place and field, however often it is asked', () => {
    const { notices } = authorizeFerry({ query: '{ people { age ...P } } fragment P on Person { age years: age }' });
    expect(notices.map(({ path }) => path)).toEqual(['people.@.age', 'people.@.years']);
  });

  it('gives one for each type behind an interface', () => {
    const { notices } = authorizeFerry({ query: '{ travellers { name } }' });
    expect(notices.map(({ coordinate }) => coordinate)).toEqual(['Person.name', 'Crew.name']);
  });

  it('refuses a mutation that is withheld, whole and before anything is done (threat 19)', () => {
    expect(() => authorizeFerry({ query: 'mutation { a: board(name: "x") { id } }' })).toThrow(
      expect.objectContaining({
        code: 'MUTATION_WITHHELD',
        details: { coordinate: 'Mutation.board', contact: "Panama's data protection officer" },
      }),
    );
  });

  it('runs a mutation that is allowed, of which a field is withheld', () => {
    const query = 'mutation { board(name: "x") { id name } }';
    expect(authorizeFerry({ query, granted: ['Mutation.board'] }).notices.map(({ path }) => path)).toEqual([
      'board.name',
    ]);
  });

  it('refuses an input of what is withheld or lowered, by the field that it reads (threat 23)', () => {
    const refusal = expect.objectContaining({ code: 'INPUT_WITHHELD', details: { coordinate: 'Person.age' } });
    const query = '{ people(filter: { friend: { age: 3 } }) { id } }';
    const caps = [capOf({ target: { coordinates: ['Person.age'] } })];
    expect(() => authorizeFerry({ query })).toThrow(refusal);
    expect(() => authorizeFerry({ query, granted: ['Person.age'], caps })).toThrow(refusal);
    expect(authorizeFerry({ query, granted: ['Person.age'] }).notices).toEqual([]);
  });

  it('refuses what costs too much, by what is left after pruning (threat 33)', () => {
    const query = '{ people(first: 1001) { name } }';
    expect(() => authorizeFerry({ query })).toThrow(
      expect.objectContaining({ code: 'TOO_COSTLY', details: { cost: 1001, max: 1000 } }),
    );
    expect(authorizeFerry({ query: '{ page(first: 1001) { more } }' }).cost).toBe(0);
  });
});
