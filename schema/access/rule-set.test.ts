import { labelsOf } from '../testing/labels';
import { capOf, grantOf, ruleSetOf } from '../testing/rules';
import type { CapTarget } from './rule';
import { isRowRule, reachedBy, rowsReachedBy } from './rule-set';

const labels = labelsOf(`
  type Crossing @owner(party: "PAN") @key(fields: "id") {
    id: ID @sensitivity(as: OPERATIONAL) @about(subjects: [CHILD])
    birthDate: BirthDate @sensitivity(as: PERSONAL) @about(subjects: [CHILD])
    guardian: PersonKey @sensitivity(as: SENSITIVE) @about(subjects: [CHILD, NONE])
    needs: String @sensitivity(as: PROTECTED) @about(subjects: [HEALTH])
  }
  type Permit @owner(party: "COL") { birthDate: BirthDate @sensitivity(as: PERSONAL) @about(subjects: [CHILD]) }
  type Count @structural { value: Int asOf: BirthDate }
`);

const reached = (target: CapTarget, owner = 'ALL') => reachedBy({ owner, target }, labels);

describe('reachedBy', () => {
  it.each<[string, CapTarget, string[]]>([
    ['a subject', { about: ['CHILD'] }, ['Crossing.birthDate', 'Crossing.guardian', 'Permit.birthDate']],
    ['any of several subjects', { about: ['HEALTH', 'NONE'] }, ['Crossing.guardian', 'Crossing.needs']],
    ['a kind', { kinds: ['birthDate'] }, ['Crossing.birthDate', 'Permit.birthDate']],
    ['a sensitivity', { sensitivities: ['SENSITIVE', 'PROTECTED'] }, ['Crossing.guardian', 'Crossing.needs']],
    [
      'all of several tags',
      { about: ['CHILD'], kinds: ['identifier'], sensitivities: ['SENSITIVE'] },
      ['Crossing.guardian'],
    ],
    ['what nothing carries', { about: ['BIOMETRIC'] }, []],
    ['named fields', { coordinates: ['Crossing.needs'] }, ['Crossing.needs']],
  ])('by %s; keys and structural fields stay out', (_, target, coordinates) => {
    expect(reached(target)).toEqual(coordinates);
  });

  it("an owner's tags reach the owner's fields only", () => {
    expect(reached({ about: ['CHILD'] }, 'COL')).toEqual(['Permit.birthDate']);
  });
});

describe('reachedBy: types, and fields that bring records', () => {
  const records = labelsOf(`
    type Query @owner(party: "PAN") {
      crossings: [Crossing!] @sensitivity(as: OPERATIONAL)
      crossingPage: CrossingPage @sensitivity(as: PUBLIC)
      permits: [Permit!] @owner(party: "COL") @sensitivity(as: OPERATIONAL)
      cases: [Case!] @sensitivity(as: OPERATIONAL)
    }
    type Crossing @owner(party: "PAN") @key(fields: "id") @record(of: PERSON) {
      id: ID! @sensitivity(as: OPERATIONAL)
      sex: String @sensitivity(as: PERSONAL) @about(subjects: [CHILD])
      dataset: String! @sensitivity(as: PUBLIC)
      companion: Crossing @sensitivity(as: SENSITIVE) @about(subjects: [CHILD])
      page: CrossingPage @sensitivity(as: PERSONAL) @about(subjects: [NONE])
    }
    type Permit @owner(party: "COL") @record(of: PERMIT) { stage: String @sensitivity(as: PERSONAL) @about(subjects: [NONE]) }
    type Case @owner(party: "PAN") @attribute(name: "tlp", type: STRING, as: OPERATIONAL) {
      number: String @sensitivity(as: OPERATIONAL)
    }
    type CrossingPage @structural { edges: [CrossingEdge!]! more: Boolean! }
    type CrossingEdge @structural { node: Crossing! }
  `);
  const coordinates = (target: CapTarget, owner = 'ALL') => reachedBy({ owner, target }, records);
  const rows = (target: CapTarget, owner = 'ALL') => rowsReachedBy({ owner, target }, records).map(({ type }) => type);
  const bringPersons = ['Query.crossings', 'Query.crossingPage', 'Crossing.companion', 'Crossing.page'];

  it.each<[string, CapTarget, string[]]>([
    [
      'all fields of a type that can be blank',
      { types: ['Crossing'] },
      ['Crossing.sex', 'Crossing.companion', 'Crossing.page'],
    ],
    ['several types', { types: ['Case', 'Permit'] }, ['Permit.stage', 'Case.number']],
    ['a type of structural fields', { types: ['CrossingPage'] }, []],
    ['what brings persons, behind a page too', { returning: ['PERSON'] }, bringPersons],
    [
      'what brings one of several',
      { returning: ['PERSON', 'PERMIT'] },
      [...bringPersons.slice(0, 2), 'Query.permits', ...bringPersons.slice(2)],
    ],
    ['what brings persons and is about children', { returning: ['PERSON'], about: ['CHILD'] }, ['Crossing.companion']],
    ['what brings records of no subject', { returning: ['CASE'] }, []],
    ['rows, which are no fields', { rows: ['Crossing'] }, []],
    ['rows of a subject', { rowsOf: ['PERSON'] }, []],
    ['nothing at all', {}, []],
  ])('by %s', (_, target, expected) => {
    expect(coordinates(target)).toEqual(expected);
  });

  it("an owner's types and ways to records are the owner's own", () => {
    expect(coordinates({ returning: ['PERSON', 'PERMIT'] }, 'COL')).toEqual(['Query.permits']);
    expect(coordinates({ types: ['Crossing', 'Permit'] }, 'COL')).toEqual(['Permit.stage']);
  });

  it.each<[string, CapTarget, string[]]>([
    ['rows of a type', { rows: ['Permit'] }, ['Permit']],
    ['rows of types', { rows: ['Case', 'Crossing', 'Nowhere'] }, ['Crossing', 'Case']],
    ['rows of a subject', { rowsOf: ['PERSON'] }, ['Crossing']],
    ['rows of subjects', { rowsOf: ['PERSON', 'PERMIT', 'CASE'] }, ['Crossing', 'Permit']],
    ['fields, which are no rows', { coordinates: ['Crossing.sex'] }, []],
    ['tags', { about: ['CHILD'], returning: ['PERSON'] }, []],
  ])('rows are reached by %s', (_, target, expected) => {
    expect(rows(target)).toEqual(expected);
    expect(isRowRule({ target })).toBe(target.rows !== undefined || target.rowsOf !== undefined);
  });

  it("an owner's row rule reaches the owner's rows only", () => {
    expect(rows({ rowsOf: ['PERSON', 'PERMIT'] }, 'COL')).toEqual(['Permit']);
    expect(rows({ rows: ['Crossing'] }, 'COL')).toEqual([]);
  });

  it('finds each row rule at every type that it speaks of, and at no field', () => {
    const caps = [
      capOf({ id: 'PERSONS', target: { rowsOf: ['PERSON', 'PERMIT'] } }),
      capOf({ id: 'CROSSINGS', target: { rows: ['Crossing'] } }),
      capOf({ id: 'FIELDS', target: { types: ['Case'] } }),
    ];
    const ruleSet = ruleSetOf({ labels: records, caps });
    const idsByType = [...ruleSet.rowCaps].map(([type, ofType]) => [type, ofType.map(({ id }) => id)]);
    expect(idsByType).toEqual([
      ['Crossing', ['PERSONS', 'CROSSINGS']],
      ['Permit', ['PERSONS']],
    ]);
    expect([...ruleSet.caps.keys()]).toEqual(['Case.number']);
  });
});

describe('indexRules', () => {
  it('finds each rule at every field that it speaks of', () => {
    const { grants, caps } = ruleSetOf({
      labels,
      grants: [grantOf(['Crossing.birthDate', 'Crossing.needs']), grantOf(['Crossing.needs'], { id: 'OTHER' })],
      caps: [capOf({ target: { about: ['HEALTH'] } })],
    });
    expect(grants.get('Crossing.needs')?.map(({ id }) => id)).toEqual(['TEST-GRANT', 'OTHER']);
    expect([...grants.keys()]).toEqual(['Crossing.birthDate', 'Crossing.needs']);
    expect([...caps.keys()]).toEqual(['Crossing.needs']);
  });
});
