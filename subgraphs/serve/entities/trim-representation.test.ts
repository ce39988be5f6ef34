import { parseWithRealNames } from '@pasarela/schema/labels/parse-with-real-names';
import { representationShapes } from './representation-shapes';
import { type Representation, trimRepresentation } from './trim-representation';

const SHAPES = representationShapes(
  parseWithRealNames(`
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.14", import: [{ name: "@key", as: "@k" }, "@external", "@requires"])
  type Case @k(fields: "id") @k(fields: "office { code } number") {
    id: ID
    number: Int
    office: Office
    opened: Count @external
    parts: [Part] @external
    age: Int @requires(fields: "opened { value } parts { ... { weight } }")
    note: String
  }
  type Office { code: ID name: String }
  type Part { weight: Int name: String }
  type Count { value: Int state: String }
  extend type Place @k(fields: "code") { code: ID }
  interface Person @k(fields: "id") { id: ID }
`),
);

const trimmed = (given: object, type = 'Case') =>
  trimRepresentation(given as Representation, SHAPES.get(type) ?? new Map());

describe('representationShapes', () => {
  it('are of the object types with a key, whatever the directive is called', () => {
    expect([...SHAPES.keys()]).toEqual(['Case', 'Place']);
  });
});

describe('trimRepresentation', () => {
  it('keeps keys and what requirements name, as deep as they name it', () => {
    const whole = { id: 'a', number: 7, office: { code: 'PA' }, opened: { value: 1 }, parts: [{ weight: 2 }, null] };
    expect(trimmed(whole)).toEqual(whole);
    expect(trimmed({ code: 'PA-5' }, 'Place')).toEqual({ code: 'PA-5' });
  });

  it.each([
    ['a field of the type that no requirement names', { note: 'forged' }],
    ['a field that exists nowhere', { isOwner: true }],
    ['the type', { __typename: 'Case' }],
    ['a prototype', JSON.parse('{ "__proto__": { "note": "forged" } }')],
    ['what a prototype holds', Object.create({ id: 'inherited' })],
    ['an object in the place of a value', { id: { $ne: null }, number: [{ $gt: 0 }] }, { number: [null] }],
    ['a value in the place of an object', { office: 'PA', opened: 7 }],
    [
      'more below a field than is named',
      { opened: { value: 1, state: 'VALUE' }, office: { name: 'x' } },
      { opened: { value: 1 }, office: {} },
    ],
  ])('leaves out %s', (_, given: object, left: object = {}) => {
    expect(trimmed(given)).toEqual(left);
    expect(Object.getPrototypeOf(trimmed(given))).toBe(Object.prototype);
  });

  it('keeps a null: it says that nothing arrived', () => {
    expect(trimmed({ opened: null, id: null })).toEqual({ opened: null, id: null });
  });
});
