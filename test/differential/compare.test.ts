import { differences } from './compare';
import { requiredDifferences } from './compare-required';
import { spoiledDifferences } from './compare-spoiled';
import type { Answer, AnswerError } from './engine';

const answer = (data: unknown, ...errors: AnswerError[]) => ({ dataText: JSON.stringify(data), errors });

describe('answers differ', () => {
  it.each([
    ['a value', { a: 1 }, { a: 2 }],
    ['an order', { a: 1, b: 2 }, { b: 2, a: 1 }],
    ['a null', { a: 1 }, { a: null }],
    ['a member more', { a: 1 }, { a: 1, b: 1 }],
  ])('by %s', (_, one, other) => {
    expect(differences(answer(one), answer(other))).toEqual(['the data differ']);
  });

  it('by an error that is not told, or told where there is none', () => {
    const data = { a: null, b: [null] };
    const error = { path: ['a'], code: 'BAD_INPUT' };
    expect(differences(answer(data, error), answer(data))).toEqual(['no error tells of a']);
    expect(differences(answer(data), answer(data, error))).toEqual(['BAD_INPUT tells of a, where there is no error']);
    expect(differences(answer(data, error), answer(data, { ...error, code: 'UNKNOWN_RECORD' }))).toHaveLength(1);
    expect(differences(answer(data, error), answer(data, error))).toEqual([]);
  });

  it('not by which of the errors behind one null is told, nor by how a broken place is named', () => {
    const data = { a: null };
    expect(differences(answer(data, { path: ['a', 'b'] }), answer(data, { path: ['a', 'c'] }))).toEqual([]);
    expect(differences(answer(data, { path: ['a', 0, 'b'] }), answer(data, { paths: ['a.@.b'] }))).toEqual([]);
    expect(differences(answer(data, { path: ['a'] }), answer(data, { paths: ['b'] }))).toHaveLength(2);
  });
});

describe('answers while a subgraph fails', () => {
  const told = { code: 'SUBGRAPH_UNAVAILABLE', subgraph: 'people' };

  it('may have nulls, and nothing else that is other', () => {
    const whole = answer({ a: [1, { b: 2 }] });
    expect(spoiledDifferences(whole, answer({ a: [1, null] }, told), 'people')).toEqual([]);
    expect(spoiledDifferences(whole, answer({ a: [2, { b: 2 }] }, told), 'people')).toEqual(['.a.0 is another value']);
    expect(spoiledDifferences(whole, answer({ a: [1] }, told), 'people')).toHaveLength(1);
    expect(spoiledDifferences(whole, answer({ a: [1, {}] }, told), 'people')).toHaveLength(1);
  });

  it('have an error that names it', () => {
    const whole = answer({ a: 1 });
    expect(spoiledDifferences(whole, answer({ a: null }), 'people')).toEqual(['no error names people']);
  });
});

describe('answers where required fields fail', () => {
  const whole = answer({ product: { price: 2, parcel: 'a', review: null } }, { path: ['product', 'review', 'stars'] });
  const told = { path: ['product', 'review', 'stars'] };
  const differ = (given: Answer) => requiredDifferences({ whole, given, requiring: new Set(['parcel']) });

  it('have no null at a field that requires nothing', () => {
    const given = { product: { price: null, parcel: 'a', review: null } };
    expect(differ(answer(given, told))).toEqual(['product.price is null, and requires nothing']);
    expect(differ(answer(given, told, { path: ['product', 'price'] }))).toEqual([]);
  });

  it('may have nulls at whoever requires them, with an error at the same object', () => {
    const given = { product: { price: 2, parcel: null, review: null } };
    expect(differ(answer(given, told))).toEqual([]);
    expect(differ(answer(given, { paths: ['product.parcel'] }))).toEqual([]);
    expect(differ(answer(given, { path: ['other', 'review'] }))).toEqual([
      'no error tells of product.parcel',
      'no error tells of product.review',
    ]);
  });

  it('have no other value, neither where there is one nor where there is none', () => {
    const one = { product: { price: 2, parcel: 'b', review: null } };
    const other = { product: { price: 2, parcel: 'a', review: { stars: 1 } } };
    expect(differ(answer(one, told))).toEqual(['.product.parcel is another value']);
    expect(differ(answer(other, told))).toEqual(['.product.review is another value']);
  });
});
