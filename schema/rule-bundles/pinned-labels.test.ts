import { labelsOf } from '../testing/labels';
import { labelDrift, pinnedLabels } from './pinned-labels';

const PANAMA = `
  type Query @owner(party: "PAN") {
    people(age: Int @reads(field: "Person.age")): [Person!] @sensitivity(as: PUBLIC)
  }
  type Person @owner(party: "PAN") @key(fields: "id") @record(of: PERSON) @attribute(name: "nationality", type: STRING, as: PERSONAL) {
    id: ID! @sensitivity(as: OPERATIONAL)
    name: String @sensitivity(as: PERSONAL) @about(subjects: [NONE])
    age: Int @sensitivity(as: PERSONAL) @about(subjects: [NONE])
    claim: Boolean @sensitivity(as: PROTECTED) @about(subjects: [ASYLUM])
    place: Place @sensitivity(as: OPERATIONAL) @requires(fields: "name")
  }
  type Place @structural { code: String }
`;
const JOINT = `
  type Code @owner(party: "ANY") { text: String @sensitivity(as: PUBLIC) }
  type Rule @owner(party: "ALL") { text: String @sensitivity(as: OPERATIONAL) }
  type Ferry @owner(party: "COL") { name: String @sensitivity(as: PUBLIC) }
`;
const LABELS = labelsOf(PANAMA, JOINT);
const PINNED = pinnedLabels(LABELS, 'PAN');

/** What drifts when a text of the schema becomes another one. */
const driftOf = (from: string, to: string, owner = 'PAN') => {
  if (!PANAMA.includes(from)) throw new Error(`${from} does not stand in the schema`);
  return labelDrift(pinnedLabels(LABELS, owner), labelsOf(PANAMA.replace(from, to), JOINT), owner);
};

describe('pinnedLabels', () => {
  it('are those of the fields of an owner', () => {
    expect(Object.keys(PINNED).sort()).toEqual([
      'Person.age',
      'Person.claim',
      'Person.id',
      'Person.name',
      'Person.place',
      'Query.people',
    ]);
    expect(Object.keys(pinnedLabels(LABELS, 'COL'))).toEqual(['Ferry.name']);
    expect(pinnedLabels(LABELS, 'USA')).toEqual({});
  });

  it('leave to ALL what is of ALL, of anybody and of nobody', () => {
    expect(Object.keys(pinnedLabels(LABELS, 'ALL')).sort()).toEqual(['Code.text', 'Place.code', 'Rule.text']);
  });

  it('are short texts that say what a decision depends on', () => {
    expect(PINNED['Person.claim']).toContain('PROTECTED');
    expect(PINNED['Person.claim']).toContain('ASYLUM');
    expect(PINNED['Person.age']).toContain('Query.people(age:)');
    for (const text of Object.values(PINNED)) expect(text.length).toBeLessThan(200);
  });

  it('are the same in whatever order schemas and their fields stand', () => {
    const turned = PANAMA.replace(/( {4}name: .*\n)( {4}age: .*\n)/, '$2$1');
    expect(turned).not.toBe(PANAMA);
    expect(pinnedLabels(labelsOf(JOINT, turned), 'PAN')).toEqual(PINNED);
  });
});

describe('labelDrift', () => {
  it('is nothing while labels are as they were pinned', () => {
    for (const owner of ['PAN', 'COL', 'ALL'])
      expect(labelDrift(pinnedLabels(LABELS, owner), LABELS, owner)).toEqual([]);
  });

  it('is everything where nothing is pinned yet, inherited names too', () => {
    expect(labelDrift({}, LABELS, 'PAN').sort()).toEqual(Object.keys(PINNED).sort());
    expect(labelDrift(Object.create(PINNED), LABELS, 'PAN').sort()).toEqual(Object.keys(PINNED).sort());
  });

  it.each([
    [
      'a sensitivity',
      'name: String @sensitivity(as: PERSONAL) @about(subjects: [NONE])',
      'name: String @sensitivity(as: PUBLIC)',
      ['Person.name'],
    ],
    ['a subject', '@about(subjects: [ASYLUM])', '@about(subjects: [CHILD])', ['Person.claim']],
    ['a type', 'claim: Boolean', 'claim: String', ['Person.claim']],
    ['whether it can be null', 'name: String', 'name: String!', ['Person.name']],
    [
      'what reads it',
      'age: Int @reads(field: "Person.age")',
      'age: Int @reads(field: "Person.name")',
      ['Person.age', 'Person.name'],
    ],
    [
      'the level at which it is read',
      '@reads(field: "Person.age")',
      '@reads(field: "Person.age", at: "year")',
      ['Person.age'],
    ],
    ['what it requires', '@requires(fields: "name")', '@requires(fields: "name age")', ['Person.place']],
    ['a key', '@key(fields: "id")', '', ['Person.id']],
    [
      'a new field',
      'age: Int @sensitivity',
      'height: Int @sensitivity(as: PUBLIC)\n age: Int @sensitivity',
      ['Person.height'],
    ],
    ['an owner who takes over', 'place: Place', 'place: Place @owner(party: "COL")', []],
  ])('is the fields that %s changes', (_, from, to, drifted) => {
    expect(driftOf(from, to).sort()).toEqual(drifted);
  });

  it('is the field of whoever has it now, so that nobody takes one over unseen', () => {
    expect(driftOf('place: Place', 'place: Place @owner(party: "COL")', 'COL')).toEqual(['Person.place']);
    expect(driftOf('type Place @structural { code: String }', 'type Place @structural { code: ID }', 'ALL')).toEqual([
      'Place.code',
    ]);
  });

  it.each([
    ['whose rows become rows of something else', '@record(of: PERSON)', '@record(of: CASE)'],
    [
      'of which a condition would read another place',
      'name: "nationality",',
      'name: "nationality", path: "holder.nationality",',
    ],
    ['of which a condition would read a list', 'name: "nationality",', 'name: "nationality", list: true,'],
    [
      'of which a condition may read more',
      'as: PERSONAL) {',
      'as: PERSONAL) @attribute(name: "claim", type: BOOLEAN, as: PROTECTED) {',
    ],
  ])('is the fields of a type %s', (_, from, to) => {
    const drifted = driftOf(from, to);
    expect(drifted).toContain('Person.name');
    expect(drifted).not.toContain('Query.people');
  });
});
