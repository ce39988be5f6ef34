import { labelsOf } from '../testing/labels';
import { agreementOf, capOf, grantOf, ruleSetOf, subjectOf } from '../testing/rules';
import { conditionText } from './conditions/parse-condition';
import { EVERY, NO_RECORD } from './conditions/record-filter';
import { decideRows } from './decide-rows';
import { Decider } from './decider';
import type { Cap, Grant } from './rule';

const labels = labelsOf(`
  type Query @owner(party: "PAN") {
    crossings: [Crossing!] @sensitivity(as: OPERATIONAL)
    crossingPage: CrossingPage @sensitivity(as: OPERATIONAL)
    stations: [Station!] @sensitivity(as: PUBLIC)
    posts: [Post!] @sensitivity(as: OPERATIONAL)
  }
  type Crossing @owner(party: "PAN") @key(fields: "id") @record(of: PERSON)
    @attribute(name: "role", type: STRING, as: PERSONAL)
    @attribute(name: "minor", type: BOOLEAN, as: PERSONAL) {
    id: ID! @sensitivity(as: OPERATIONAL)
    sex: String @sensitivity(as: PERSONAL) @about(subjects: [NONE])
    companion: Crossing @sensitivity(as: PERSONAL) @about(subjects: [NONE])
  }
  type Permit @owner(party: "COL") @record(of: PERMIT) @attribute(name: "stage", type: STRING, as: PERSONAL) {
    holder: String @sensitivity(as: PERSONAL) @about(subjects: [NONE])
  }
  type Station @owner(party: "PAN") @record(of: PLACE) { name: String @sensitivity(as: PUBLIC) }
  type Post @owner(party: "PAN") { name: String @sensitivity(as: OPERATIONAL) }
  type CrossingPage @structural { edges: [CrossingEdge!]! }
  type CrossingEdge @structural { node: Crossing! }
`);

const SUSPECT = { role: 'SUSPECT' };
const THIS_PURPOSE = { $purpose: 'MIGRATION_MANAGEMENT' };

const rowRule = (condition: { when?: object; unless?: object } = {}, changes: Partial<Cap> = {}) =>
  capOf({
    target: { rows: ['Crossing'] },
    ...(condition.when && { when: conditionText.parse(condition.when) }),
    ...(condition.unless && { unless: conditionText.parse(condition.unless) }),
    ...changes,
  });
const rowsUnder = (caps: Cap[], { subject = subjectOf(), type = 'Crossing' } = {}) =>
  decideRows(ruleSetOf({ labels, caps }), subject, type);
/** Whether a suspect, a witness, somebody whose role is unknown and no record at all exist. */
const exist = (caps: Cap[]) =>
  [SUSPECT, { role: 'WITNESS' }, { role: null }, undefined].map((record) => rowsUnder(caps).exist.holds(record));

describe('decideRows', () => {
  it('all rows exist where no rule speaks of them', () => {
    for (const type of ['Crossing', 'Post', 'Nowhere', '']) {
      const { caps, exist: all, hidesAll } = rowsUnder([], { type });
      expect([caps, all.filter, hidesAll]).toEqual([[], EVERY, undefined]);
    }
  });

  it('a row exists where `unless` is true of it', () => {
    expect(exist([rowRule({ unless: SUSPECT })])).toEqual([true, false, false, false]);
  });

  it('a row exists where `when` is false of it', () => {
    expect(exist([rowRule({ when: SUSPECT })])).toEqual([false, true, false, false]);
  });

  it('a row exists where every rule spares it, and all that can hide one are named', () => {
    const caps = [rowRule({ unless: SUSPECT }, { id: 'A' }), rowRule({ when: { minor: true } }, { id: 'B' })];
    const rows = rowsUnder(caps);
    const records = [{ ...SUSPECT, minor: false }, { ...SUSPECT, minor: true }, { role: 'X', minor: false }, SUSPECT];
    expect(records.map((record) => rows.exist.holds(record))).toEqual([true, false, false, false]);
    expect(rows).toMatchObject({ caps: [{ id: 'A' }, { id: 'B' }], hidesAll: undefined });
  });

  it('reaches the types of a subject, and an attribute that one lacks is unknown there', () => {
    const caps = [capOf({ target: { rowsOf: ['PERSON', 'PERMIT'] }, unless: conditionText.parse(SUSPECT) })];
    expect(rowsUnder(caps).exist.holds(SUSPECT)).toBe(true);
    expect(rowsUnder(caps, { type: 'Permit' })).toMatchObject({ hidesAll: { id: 'TEST-CAP' } });
    expect(rowsUnder(caps, { type: 'Permit' }).exist.filter).toBe(NO_RECORD);
    expect(rowsUnder(caps, { type: 'Station' }).caps).toEqual([]);
  });

  it.each<[string, Partial<Cap>, ReturnType<typeof subjectOf>]>([
    ['that crosses, to the owner', { scope: 'CROSSING' }, subjectOf({ party: 'PAN' })],
    ['for other purposes', { purposes: ['AUDIT'] }, subjectOf()],
    ['except this purpose', { exceptPurposes: ['MIGRATION_MANAGEMENT'] }, subjectOf()],
    ['for another role', { audience: { roles: ['AUDITOR'] } }, subjectOf()],
  ])('a rule %s hides nothing', (_, changes, subject) => {
    expect(rowsUnder([rowRule({}, changes)], { subject })).toMatchObject({ caps: [], hidesAll: undefined });
    expect(rowsUnder([rowRule()], { subject }).hidesAll?.id).toBe('TEST-CAP');
  });

  it('a condition that the request settles spares every row, or none', () => {
    const spared = rowsUnder([rowRule({ unless: THIS_PURPOSE })]);
    expect([spared.caps, spared.exist.settled, spared.hidesAll]).toEqual([[], true, undefined]);
    const hidden = rowsUnder([rowRule({ unless: SUSPECT }, { id: 'A' }), rowRule({ when: THIS_PURPOSE }, { id: 'B' })]);
    expect(hidden).toMatchObject({ caps: [{ id: 'A' }, { id: 'B' }], hidesAll: { id: 'B' } });
    expect(hidden.exist.settled).toBe(false);
  });

  it('an unknown condition hides every row', () => {
    expect(rowsUnder([rowRule({ when: { rank: 'X' } })]).exist.settled).toBe(false);
  });
});

const FIELDS = ['Query.crossings', 'Query.crossingPage', 'Query.posts', 'Crossing.sex', 'Crossing.companion'];
const deciderOf = (caps: Cap[], grants: Grant[] = [grantOf(FIELDS)]) =>
  new Decider(ruleSetOf({ labels, grants, caps }), subjectOf());

describe('Decider: fields that bring rows', () => {
  it('are withheld by the rule that hides every row, on every way to them', () => {
    const decider = deciderOf([rowRule({}, { id: 'HIDES' })]);
    for (const field of ['Query.crossings', 'Query.crossingPage', 'Crossing.companion'])
      expect(decider.decide(field)).toMatchObject({
        level: 'none',
        withheld: true,
        full: false,
        agreements: [],
        cap: { id: 'HIDES' },
      });
    for (const field of ['Crossing.sex', 'Query.posts']) expect(decider.decide(field).full).toBe(true);
  });

  it('are withheld even where they are published', () => {
    const caps = [capOf({ target: { rowsOf: ['PLACE'] } })];
    expect(deciderOf(caps).decide('Query.stations')).toMatchObject({ withheld: true, cap: { id: 'TEST-CAP' } });
    expect(deciderOf([]).decide('Query.stations').full).toBe(true);
  });

  it('stay where a rule hides some rows only: it never counts them', () => {
    const decider = deciderOf([rowRule({ unless: SUSPECT })]);
    expect(decider.decide('Query.crossings')).toMatchObject({ full: true, conditional: undefined });
    expect(decider.rows('Crossing').caps.map(({ id }) => id)).toEqual(['TEST-CAP']);
  });

  it('that are not granted keep that reason', () => {
    const decision = deciderOf([rowRule()], [grantOf(['Crossing.sex'])]).decide('Query.crossings');
    expect(decision).toMatchObject({ withheld: true, cap: undefined });
  });

  it('decides the rows of a type once', () => {
    const decider = deciderOf([rowRule({ unless: SUSPECT })]);
    expect(decider.rows('Crossing')).toBe(decider.rows('Crossing'));
  });
});

describe('Decider.agreementOf', () => {
  const grantUnder = (id: string, fields: string[], changes: Partial<Grant> = {}) =>
    grantOf(fields, { id, agreement: agreementOf({ id }), ...changes });
  const agreementFor = (type: string, grants: Grant[], caps: Cap[] = []) => deciderOf(caps, grants).agreementOf(type);

  it("is the first by name that grants one of the type's fields", () => {
    const grants = [
      grantUnder('LATER', ['Crossing.sex']),
      grantUnder('EARLIER', ['Crossing.companion', 'Query.posts']),
    ];
    expect(agreementFor('Crossing', grants)).toBe('PAN:EARLIER');
  });

  it('counts neither what is not granted to the asker, nor what a cap takes away, nor other types', () => {
    const grants = [
      grantUnder('A-OTHERS', ['Crossing.sex'], { audience: { parties: ['USA'] } }),
      grantUnder('B-CAPPED', ['Crossing.companion']),
      grantUnder('C-QUERY', ['Query.crossings']),
      grantUnder('D-SEX', ['Crossing.sex']),
    ];
    expect(agreementFor('Crossing', grants, [capOf({ target: { coordinates: ['Crossing.companion'] } })])).toBe(
      'PAN:D-SEX',
    );
  });

  it('is none where nothing is granted, where all is published, and of what does not exist', () => {
    expect(['Crossing', 'Station', 'Nowhere'].map((type) => agreementFor(type, []))).toEqual(['', '', '']);
  });

  it('of a type is not that of one whose name begins like it', () => {
    const page = labelsOf(`
      type Case @owner(party: "PAN") { number: String @sensitivity(as: PERSONAL) @about(subjects: [NONE]) }
      type UsaCasePerson @owner(party: "PAN") { role: String @sensitivity(as: PERSONAL) @about(subjects: [NONE]) }
    `);
    const ruleSet = ruleSetOf({ labels: page, grants: [grantUnder('PERSONS', ['UsaCasePerson.role'])] });
    const decider = new Decider(ruleSet, subjectOf());
    expect([decider.agreementOf('Case'), decider.agreementOf('UsaCasePerson')]).toEqual(['', 'PAN:PERSONS']);
  });
});
