import { KIND_FIELDS, KIND_LABELS } from '../../testing/arbitrary-rules';
import { labelsOf } from '../../testing/labels';
import { agreementOf, capOf, grantOf, ruleSetOf, TEST_INSTANT } from '../../testing/rules';
import type { Cap, Grant } from '../rule';
import type { RuleSet } from '../rule-set';
import { compareRuleSets } from './compare-rule-sets';

const FIELD = KIND_FIELDS.date;
const rules = (grants: readonly Grant[], caps: readonly Cap[] = []) => ruleSetOf({ labels: KIND_LABELS, grants, caps });
const compare = (before: ReturnType<typeof rules>, after: ReturnType<typeof rules>) =>
  compareRuleSets(before, after, TEST_INSTANT);

const RECORDS =
  labelsOf(`type Record @owner(party: "PAN") @record(of: PERSON) @attribute(name: "nationality", type: STRING, as: PERSONAL) {
  sex: String @sensitivity(as: PERSONAL) @about(subjects: [NONE])
}`);
const equals = (nationality: string) =>
  ({ kind: 'comparison', subject: 'nationality', operator: 'in', operands: [nationality] }) as const;
const when = (nationality: string) => grantOf(['Record.sex'], { when: equals(nationality) });
const compareRecords = (before: readonly Grant[], after: readonly Grant[], caps: readonly Cap[] = []) =>
  compareRuleSets(
    ruleSetOf({ labels: RECORDS, grants: before }),
    ruleSetOf({ labels: RECORDS, grants: after, caps }),
    TEST_INSTANT,
  );

describe('compareRuleSets', () => {
  it('says nothing where nothing changes', () => {
    expect(compare(rules([grantOf([FIELD])]), rules([grantOf([FIELD])]))).toEqual([]);
  });

  it('says in one row who gains what by a grant', () => {
    const grant = grantOf([FIELD], { audience: { parties: ['COL'], roles: ['ANALYST', 'AUDITOR'] } });
    expect(compare(rules([]), rules([grant]))).toEqual([
      {
        coordinates: [FIELD],
        parties: ['COL'],
        agencies: ['', 'AGENCY'],
        roles: ['ANALYST', 'AUDITOR'],
        purposes: ['MIGRATION_MANAGEMENT'],
        cases: ['with a case', 'without a case'],
        openings: ['as ever'],
        before: 'none',
        after: 'full',
        change: 'GAINS',
      },
    ]);
  });

  it('says of a break-glass grant that who opened it gains', () => {
    const glass = grantOf([FIELD], { breakGlass: { hours: 4 }, audience: { parties: ['COL'] } });
    const said = (before: readonly Grant[], after: readonly Grant[]) =>
      compare(rules(before), rules(after)).map(({ openings, before: from, after: to, change }) => [
        openings,
        from,
        to,
        change,
      ]);
    expect(said([], [glass])).toEqual([[['after break-glass'], 'none', 'full', 'GAINS']]);
    expect(said([glass], [])).toEqual([[['after break-glass'], 'full', 'none', 'LOSES']]);
    expect(said([glass], [{ ...glass, breakGlass: undefined }])).toEqual([[['as ever'], 'none', 'full', 'GAINS']]);
  });

  it('says who loses by a cap, and leaves out whom it does not reach', () => {
    const cap = capOf({ target: { coordinates: [FIELD] }, level: 'month', scope: 'CROSSING' });
    const rows = compare(rules([grantOf([FIELD])]), rules([grantOf([FIELD])], [cap]));
    expect(rows.map(({ parties, before, after, change }) => [parties, before, after, change])).toEqual([
      [['COL', 'USA'], 'full', 'month', 'LOSES'],
    ]);
  });

  it('says of some records what changes on some records', () => {
    const [gained] = compareRecords([], [when('VEN')]);
    expect(gained).toMatchObject({ before: 'none', after: 'full, on some records none', change: 'GAINS' });
    const [other] = compareRecords([when('VEN')], [when('COL')]);
    expect(other).toMatchObject({ before: gained?.after, after: gained?.after, change: 'DIFFERS' });
  });

  it('says whose rows disappear', () => {
    const hiding = capOf({ id: 'HIDES', target: { rows: ['Record'] }, scope: 'CROSSING', when: equals('VEN') });
    const rows = compareRecords([], [], [hiding]);
    expect(
      rows.map(({ coordinates, parties, before, after, change }) => [coordinates, parties, before, after, change]),
    ).toEqual([[['rows of Record'], ['COL', 'USA'], 'all', 'those that HIDES leave', 'LOSES']]);
  });

  it('says that neither is certainly more where some records gain and others lose', () => {
    const dates = labelsOf(`type Record @owner(party: "PAN") @record(of: PERSON)
      @attribute(name: "nationality", type: STRING, as: PERSONAL) {
      on: PartialDate @sensitivity(as: PERSONAL) @about(subjects: [NONE])
    }`);
    const granting = (...grants: Partial<Grant>[]) =>
      ruleSetOf({ labels: dates, grants: grants.map((changes) => grantOf(['Record.on'], changes)) });
    const [row] = compare(granting({ when: equals('VEN') }), granting({ when: equals('COL') }, { level: 'month' }));
    expect(row).toMatchObject({
      before: 'full, on some records none',
      after: 'full, on some records month',
      change: 'DIFFERS',
    });
    const [more] = compare(granting({ when: equals('VEN') }), granting({ when: equals('VEN') }, { level: 'month' }));
    expect(more?.change).toBe('GAINS');
  });

  it('says nothing where a rule is only called otherwise, or stands elsewhere', () => {
    const renamed = grantOf(['Record.sex'], { id: 'RENAMED', when: equals('VEN') });
    expect(compareRecords([when('VEN')], [renamed])).toEqual([]);
    expect(compareRecords([when('VEN'), when('COL')], [when('COL'), when('VEN')])).toEqual([]);
  });

  it('tells what is computed from a field that changes', () => {
    const labels = labelsOf(`type Record @owner(party: "PAN") @key(fields: "id") {
      id: ID! @sensitivity(as: OPERATIONAL)
      on: PartialDate @sensitivity(as: PERSONAL) @about(subjects: [NONE])
      year: PartialDate @sensitivity(as: PERSONAL) @about(subjects: [NONE]) @requires(fields: "on")
    }`);
    const granting = (level: string) =>
      ruleSetOf({ labels, grants: [grantOf(['Record.on'], { level }), grantOf(['Record.year'])] });
    expect(compare(granting('month'), granting('none'))).toEqual([
      expect.objectContaining({ coordinates: ['Record.on', 'Record.year'], before: 'month', after: 'none' }),
    ]);
  });
});

describe('compareRuleSets: rows', () => {
  const LABELS = labelsOf(`
    type Query @owner(party: "PAN") { records: [Record!] @sensitivity(as: OPERATIONAL) }
    type Record @owner(party: "PAN") @record(of: PERSON) @attribute(name: "nationality", type: STRING, as: PERSONAL) {
      sex: String @sensitivity(as: PERSONAL) @about(subjects: [NONE])
    }`);
  const hiding = (id: string, changes: Partial<Cap> = {}) => capOf({ id, target: { rows: ['Record'] }, ...changes });
  const [all, some, others] = [
    hiding('ALL'),
    hiding('SOME', { when: equals('VEN') }),
    hiding('OTHERS', { when: equals('COL') }),
  ];
  const told = (before: readonly Cap[], after: readonly Cap[]) => {
    const [from, to] = [before, after].map((caps) =>
      ruleSetOf({ labels: LABELS, grants: [grantOf(['Query.records'])], caps }),
    );
    return compare(from as RuleSet, to as RuleSet).map((row) => [
      row.coordinates[0],
      row.before,
      row.after,
      row.change,
    ]);
  };

  it('a field that brings rows is withheld once none exists', () => {
    expect(told([], [all])).toEqual([
      ['rows of Record', 'all', 'none', 'LOSES'],
      ['Query.records', 'full', 'none', 'LOSES'],
    ]);
  });

  it.each<[string, readonly Cap[], readonly Cap[], unknown[]]>([
    ['fewer are hidden', [some, others], [some], [['those that SOME, OTHERS leave', 'those that SOME leave', 'GAINS']]],
    ['others are hidden', [some], [others], [['those that SOME leave', 'those that OTHERS leave', 'DIFFERS']]],
    ['a rule is called otherwise', [some], [hiding('RENAMED', { when: equals('VEN') })], []],
    ['rules stand in another order', [some, others], [others, some], []],
    ['all were hidden already', [all], [all, some], []],
  ])('%s', (_, before, after, expected) => {
    expect(told(before, after)).toEqual(expected.map((row) => ['rows of Record', ...(row as string[])]));
  });

  it('none exists any more, of those that some rule left', () => {
    expect(told([some], [all])[0]).toEqual(['rows of Record', 'those that SOME leave', 'none', 'LOSES']);
  });
});

describe('compareRuleSets: labels and parties', () => {
  it('a field that becomes PUBLIC is gained by everybody', () => {
    const labelled = (sensitivity: string) =>
      ruleSetOf({
        labels: labelsOf(`type Record @owner(party: "PAN") { stage: String @sensitivity(as: ${sensitivity}) }`),
      });
    expect(compare(labelled('OPERATIONAL'), labelled('PUBLIC'))).toEqual([
      expect.objectContaining({ parties: ['COL', 'PAN', 'USA'], before: 'none', after: 'full', change: 'GAINS' }),
    ]);
  });

  it("what depends on an agency changes with the party's agencies, for its own people only", () => {
    const before = rules([grantOf([FIELD], { audience: { agencies: ['AGENCY'], roles: ['ANALYST'] } })]);
    const COL = { ...before.parties.COL, agencies: ['ANOTHER'] } as RuleSet['parties'][string];
    expect(compare(before, { ...before, parties: { ...before.parties, COL } })).toEqual([
      expect.objectContaining({ parties: ['COL'], agencies: ['AGENCY'], before: 'full', after: 'none' }),
    ]);
  });

  it('another contact changes nothing', () => {
    const before = rules([grantOf([FIELD])]);
    const COL = { ...before.parties.COL, contact: 'Another officer' } as RuleSet['parties'][string];
    expect(compare(before, { ...before, parties: { ...before.parties, COL } })).toEqual([]);
  });

  it('decides at the instant that it is given', () => {
    const before = rules([grantOf([FIELD])]);
    const after = rules([grantOf([FIELD], { agreement: agreementOf({ to: TEST_INSTANT }) })]);
    expect(compareRuleSets(before, after, TEST_INSTANT - 1)).toEqual([]);
    expect(compareRuleSets(before, after, TEST_INSTANT)[0]).toMatchObject({ after: 'none', change: 'LOSES' });
  });
});
