import { namedSchemas } from '../testing/labels';
import { checkStructural } from './check-structural';
import { mergeLabels } from './merge-labels';

const problemsOf = (...sdls: string[]) => checkStructural(mergeLabels(namedSchemas(...sdls)).table);
const page = 'type Page @structural { next: String! }';

describe('checkStructural', () => {
  it('has nothing to say of a type that is structural wherever it stands', () => {
    expect(problemsOf(`${page} type Crossing { id: ID }`, page)).toEqual([]);
  });

  it('takes a field that is structural in one subgraph only for any other field', () => {
    expect(problemsOf(page, 'type Page { next: String! }')).toEqual([]);
  });

  it.each([
    ['in another subgraph', [page, 'type Page { name: String }']],
    ['in an extension', [`${page} extend type Page { name: String }`]],
  ])('a type is not structural for some fields alone, %s', (_, sdls) => {
    expect(problemsOf(...sdls)).toEqual([
      { coordinate: 'Page.next', subgraph: 'one', cause: 'is structural, and other fields of its type are not' },
    ]);
  });

  it('a structural field requires nothing: what it is computed from would be decided by nobody', () => {
    const initials = 'type Page @structural { name: String @external initials: String @requires(fields: "name") }';
    expect(problemsOf(initials)).toEqual([
      { coordinate: 'Page.initials', subgraph: 'one', cause: expect.stringMatching(/requires fields/) },
    ]);
  });

  it('an entity is not structural', () => {
    expect(problemsOf('type Page @structural @key(fields: "id") { id: ID }')).toEqual([
      { coordinate: 'Page.id', subgraph: 'one', cause: expect.stringMatching(/and a key/) },
    ]);
  });
});
