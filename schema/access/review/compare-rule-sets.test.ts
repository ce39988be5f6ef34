import { KIND_FIELDS, KIND_LABELS } from '../../testing/arbitrary-rules';
import { labelsOf } from '../../testing/labels';
import { capOf, grantOf, ruleSetOf, TEST_INSTANT } from '../../testing/rules';
import type { Cap, Grant } from '../rule';
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
        before: 'none',
        after: 'full',
        change: 'GAINS',
      },
    ]);
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
});
