import { parse } from 'graphql';
import { readRecords } from './read-records';

const read = (sdl: string) => readRecords('panama', parse(sdl));
const attributeOf = (written: string) =>
  read(`type Crossing @attribute(${written}) { x: Int }`)[0]?.attributes.values().next().value;

describe('readRecords', () => {
  it('reads a type with its owner, its subject, its subgraph and its attributes in their order', () => {
    const [crossing, ...others] = read(`
      type Crossing @owner(party: "PAN") @record(of: PERSON)
        @attribute(name: "nationality", path: "holder.nationality", type: STRING, as: PERSONAL)
        @attribute(name: "claims", type: STRING, list: true, as: SENSITIVE, changes: false) { x: Int }
      type Post @owner(party: "PAN") { x: Int }
    `);
    expect(others).toEqual([]);
    expect(crossing).toMatchObject({ type: 'Crossing', of: 'PERSON', owner: 'PAN', subgraph: 'panama' });
    expect([...(crossing?.attributes ?? [])]).toEqual([
      [
        'nationality',
        {
          name: 'nationality',
          path: 'holder.nationality',
          type: 'STRING',
          list: false,
          sensitivity: 'PERSONAL',
          changes: true,
        },
      ],
      [
        'claims',
        { name: 'claims', path: 'claims', type: 'STRING', list: true, sensitivity: 'SENSITIVE', changes: false },
      ],
    ]);
  });

  it('reads a type that says of what its rows are and has no attributes, and one with attributes alone', () => {
    const records = read(`
      type Station @record(of: PLACE) { x: Int }
      type Case @attribute(name: "tlp", type: STRING, as: OPERATIONAL) { x: Int }
    `);
    expect(records.map(({ type, of, owner, attributes }) => [type, of, owner, attributes.size])).toEqual([
      ['Station', 'PLACE', undefined, 0],
      ['Case', undefined, undefined, 1],
    ]);
  });

  it('reads an extension of a type as well', () => {
    const [permit] = read('extend type Permit @owner(party: "COL") @record(of: PERMIT) { x: Int }');
    expect(permit).toMatchObject({ type: 'Permit', of: 'PERMIT', owner: 'COL' });
  });

  it.each([
    ['name: "minor", type: BOOLEAN, as: PERSONAL', true],
    ['name: "minor", type: BOOLEAN, as: PERSONAL, changes: true', true],
    ['name: "minor", type: BOOLEAN, as: PERSONAL, changes: null', true],
    ['name: "minor", type: BOOLEAN, as: PERSONAL, changes: false', false],
  ])('what is not said to be fixed can change: %s', (written, changes) => {
    expect(attributeOf(written)?.changes).toBe(changes);
  });

  it('does not take interfaces and fields for records', () => {
    expect(read('interface Person { x: Int } type Post { crossing: Crossing @record(of: PERSON) }')).toEqual([]);
  });
});
