import { parse } from 'graphql';
import { checkLimits } from './limits';

const check = (query: string) => () =>
  checkLimits(parse(query), { maxTokens: 1e6, maxDepth: 4, maxIntrospectionFields: 400, maxFields: 10, maxCost: 1 });
const nested = (levels: number) => `${'{ a '.repeat(levels)}${'}'.repeat(levels)}`;
const TOO_DEEP = expect.objectContaining({ code: 'TOO_DEEP', details: { max: 4 } });
const TOO_MANY = expect.objectContaining({ code: 'TOO_MANY_FIELDS', details: { max: 10 } });

describe('checkLimits: depth', () => {
  it.each([
    ['as deep as may be', nested(4)],
    ['inline fragments, which are no level', '{ a { ... { ... { b { ... { c { d } } } } } } }'],
    ['the deepest of several', '{ a { b { c { d } } } e { f } }'],
  ])('takes %s', (_, query) => {
    expect(check(query)).not.toThrow();
  });

  it.each([
    ['one level more', nested(5)],
    ['a thousand levels', nested(1000)],
    ['through inline fragments', '{ a { ... { b { ... { c { d { e } } } } } } }'],
    ['through named fragments', '{ a { ...B } } fragment B on X { b { ...C } } fragment C on X { c { d { e } } }'],
    ['in a fragment that is not used', `{ a } fragment B on X ${nested(5)}`],
    ['in the second operation', `query A { a } query B ${nested(5)}`],
    ['in an operation of any name (threat 31)', `query IntrospectionQuery ${nested(5)}`],
    ['in a fragment of any name (threat 31)', `{ ...__schema } fragment __schema on X ${nested(5)}`],
    ['under an introspection field', `{ __schema ${nested(4)} }`],
  ])('refuses %s', (_, query) => {
    expect(check(query)).toThrow(TOO_DEEP);
  });
});

describe('checkLimits: fields', () => {
  const aliases = (count: number, field = 'a') =>
    `{ ${Array.from({ length: count }, (_, index) => `x${index}: ${field}`).join(' ')} }`;

  it.each([
    ['as many as may be', aliases(10)],
    ['a fragment spread of as many', '{ ...A ...A } fragment A on X { a b c d e }'],
  ])('takes %s', (_, query) => {
    expect(check(query)).not.toThrow();
  });

  it.each([
    ['one alias more (threat 30)', aliases(11)],
    ['a thousand of __typename (threat 30)', aliases(1000, '__typename')],
    ['fragments that are spread often', '{ ...A ...A ...A } fragment A on X { a b c d }'],
    ['in a fragment that is not used', `{ a } fragment B on X ${aliases(11)}`],
  ])('refuses %s', (_, query) => {
    expect(check(query)).toThrow(TOO_MANY);
  });
});

describe('checkLimits: fragments (threat 32)', () => {
  it('measures each fragment once, however many it would expand to', () => {
    const chain = Array.from(
      { length: 400 },
      (_, index) => `fragment F${index} on X { ...F${index + 1} ...F${index + 1} }`,
    );
    expect(check(`{ ...F0 } ${chain.join(' ')} fragment F400 on X { a }`)).toThrow(TOO_MANY);
  });

  it.each([
    ['itself', '{ ...A } fragment A on X { a ...A }'],
    ['each other', '{ ...A } fragment A on X { a ...B } fragment B on X { b { ...A } }'],
    ['nobody', '{ ...Nowhere }'],
  ])('comes to an end with fragments of %s, which validation refuses', (_, query) => {
    expect(check(query)).not.toThrow();
  });
});
