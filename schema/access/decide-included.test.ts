import { decideFerry } from '../testing/ferry';

const granted = ['Person.name', 'Person.age'];
const AGE_GONE = '{ people { name } }';
const AGE_KEPT = '{ people { name age } }';

describe('decideOperation: @include and @skip count by their run-time value (threat 12)', () => {
  it.each([
    ['include a literal true', '{ people { name age @include(if: true) } }', AGE_KEPT],
    ['include a literal false', '{ people { name age @include(if: false) } }', AGE_GONE],
    ['skip a literal true', '{ people { name age @skip(if: true) } }', AGE_GONE],
    ['skip a literal false', '{ people { name age @skip(if: false) } }', AGE_KEPT],
    ['both, and skip wins', '{ people { name age @include(if: true) @skip(if: true) } }', AGE_GONE],
    ['an inline fragment', '{ people { name ... @include(if: false) { age } } }', AGE_GONE],
    ['a spread', '{ people { name ...A @skip(if: true) } } fragment A on Person { age }', AGE_GONE],
  ])('%s', (_, query, text) => {
    expect(decideFerry(query, { granted }).text).toBe(text);
  });

  it.each([
    ['a variable', 'query ($v: Boolean!)', { v: false }, AGE_GONE],
    ['a variable', 'query ($v: Boolean!)', { v: true }, AGE_KEPT],
    ['a default', 'query ($v: Boolean = false)', {}, AGE_GONE],
    ['a default that is overruled', 'query ($v: Boolean = false)', { v: true }, AGE_KEPT],
    ['a default that is overruled', 'query ($v: Boolean! = true)', { v: false }, AGE_GONE],
  ])('%s in %s with %j', (_, head, variables, text) => {
    expect(decideFerry(`${head} { people { name age @include(if: $v) } }`, { granted, variables }).text).toBe(text);
  });

  it.each([
    ['null', { v: null }],
    ['absent', {}],
  ])('a value that is %s is refused, not guessed', (_, variables) => {
    const query = 'query ($v: Boolean) { people { name age @include(if: $v) } }';
    expect(() => decideFerry(query, { granted, variables })).toThrow(
      expect.objectContaining({ code: 'BAD_VARIABLES', details: { name: 'v' } }),
    );
  });

  it('what is not included is not listed, and no directive is left', () => {
    const { text, decided } = decideFerry('{ people { id @include(if: true) age @include(if: false) } }');
    expect(text).toBe('{ people { id } }');
    expect(decided).toEqual(['people.@ Query.people full']);
  });

  it('what is included is withheld all the same', () => {
    const { decided } = decideFerry('{ people { age @include(if: true) } }');
    expect(decided).toContain('people.@.age Person.age none');
  });
});
