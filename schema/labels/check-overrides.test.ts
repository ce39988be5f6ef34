import { namedSchemas } from '../testing/labels';
import { checkDirectives } from './check-directives';

const field = (directives: string) => `type Crossing { sex: Int ${directives} }`;
const causesOf = (...sdls: string[]) =>
  checkDirectives(namedSchemas(...sdls)).map(
    ({ coordinate, subgraph, cause }) => `${coordinate} (${subgraph}) ${cause}`,
  );

describe('checkOverrides', () => {
  it('lets an owner move a field from one of its subgraphs to another', () => {
    expect(causesOf(field('@owner(party: "PAN")'), field('@owner(party: "PAN") @override(from: "one")'))).toEqual([]);
  });

  it.each([
    ['COL', 'only its own owner takes a field over', field('@owner(party: "PAN")'), '@owner(party: "COL")'],
    ['nobody here', 'only its own owner takes a field over', field('@owner(party: "PAN")'), ''],
    ['nobody there', 'where it is owned by nobody', field(''), '@owner(party: "PAN")'],
    [
      'a field that is not there',
      'overrides one, which has no such field',
      'type Crossing { id: ID }',
      '@owner(party: "PAN")',
    ],
  ])('refuses a field of %s', (_, cause, overridden, owner) => {
    const causes = causesOf(overridden, field(`${owner} @override(from: "one")`));
    expect(causes).toEqual([expect.stringContaining(cause)]);
    expect(causes[0]).toContain('Crossing.sex (two) overrides one');
  });

  it('refuses a subgraph that is not there', () => {
    expect(causesOf(field('@owner(party: "PAN") @override(from: "elsewhere")'))).toEqual([
      'Crossing.sex (one) overrides elsewhere, which has no such field',
    ]);
  });

  it('sees it under another name', () => {
    const link =
      'extend schema @link(url: "https://specs.apollo.dev/federation/v2.14", import: [{ name: "@override", as: "@moved" }])';
    const taken = `${link} ${field('@owner(party: "COL") @moved(from: "one")')}`;
    expect(causesOf(field('@owner(party: "PAN")'), taken)).toEqual([
      expect.stringContaining('overrides one, where it is owned by PAN'),
    ]);
  });
});
