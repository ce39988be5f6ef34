import { FERRY_SCHEMA } from '../../testing/ferry';
import { hasField } from './has-field';

describe('hasField', () => {
  it('knows the fields of objects', () => {
    expect(hasField(FERRY_SCHEMA, 'Person.name')).toBe(true);
    expect(hasField(FERRY_SCHEMA, 'Query.people')).toBe(true);
  });

  it.each([
    'Person.nothing',
    'Nobody.name',
    'Person',
    'Person.name.first',
    'Person.toString',
    '__proto__.name',
    ' Person.name',
    'Person.name\n',
    'String.name',
    '',
  ])('knows no field %j', (coordinate) => {
    expect(hasField(FERRY_SCHEMA, coordinate)).toBe(false);
  });
});
