import { parseFieldSet } from './parse-field-set';

const RETURNS = new Map([
  ['Case.office', 'Office'],
  ['Office.place', 'Place'],
  ['Case.subject', 'Subject'],
]);

describe('parseFieldSet', () => {
  it.each([
    ['id', ['Case.id']],
    ['id number', ['Case.id', 'Case.number']],
    ['id, number', ['Case.id', 'Case.number']],
    ['office { code }', ['Case.office', 'Office.code']],
    ['office { place { code } } id', ['Case.office', 'Office.place', 'Place.code', 'Case.id']],
    ['__typename id', ['Case.id']],
    ['subject { ... on Person { name } ... on Firm { number } }', ['Case.subject', 'Person.name', 'Firm.number']],
    ['... { id }', ['Case.id']],
  ])('%s', (fieldSet, coordinates) => {
    expect(parseFieldSet(fieldSet, 'Case', RETURNS)).toEqual(coordinates);
  });

  it('does not look into a field of which the type is unknown', () => {
    expect(parseFieldSet('elsewhere { code }', 'Case', RETURNS)).toEqual(['Case.elsewhere']);
  });

  it('throws on what is no field set', () => {
    expect(() => parseFieldSet('office {', 'Case', RETURNS)).toThrow('Syntax Error');
  });
});
