import { JOINT_SDL } from '../testing/joint';
import { namedSchemas } from '../testing/labels';
import { checkJoint } from './check-joint';
import { checkLabels } from './check-labels';
import { mergeLabels } from './merge-labels';

const problemsOf = (...sdls: string[]) =>
  checkJoint(mergeLabels(namedSchemas(...sdls)).table).map(
    ({ coordinate, subgraph, cause }) => `${coordinate} (${subgraph}) ${cause}`,
  );
const CONTRIBUTOR = '@attribute(name: "contributedBy", type: STRING, as: OPERATIONAL, changes: false)';
const joint = (written: string, fields = 'note: String @sensitivity(as: OPERATIONAL)') =>
  `type Need @owner(party: "JOINT") ${written} { ${fields} }`;

describe('checkJoint', () => {
  it('has nothing to say of records, structural types, what is PUBLIC, mutations and ways to records', () => {
    const { table } = mergeLabels(namedSchemas(JOINT_SDL));
    const own = checkLabels(table, new Set(['PAN'])).filter(
      ({ cause }) => !cause.includes('does not say what it reads'),
    );
    expect(own).toEqual([]);
  });

  it.each([
    ['none', '@record(of: PLACE)'],
    ['one that changes', '@attribute(name: "contributedBy", type: STRING, as: OPERATIONAL)'],
    ['a list', '@attribute(name: "contributedBy", type: STRING, list: true, as: OPERATIONAL, changes: false)'],
    ['no text', '@attribute(name: "contributedBy", type: NUMBER, as: OPERATIONAL, changes: false)'],
    ['a personal one', '@attribute(name: "contributedBy", type: STRING, as: PERSONAL, changes: false)'],
    ['one without a sensitivity', '@attribute(name: "contributedBy", type: STRING, changes: false)'],
  ])('wants a fixed contributor of joint records: %s', (_, written) => {
    expect(problemsOf(joint(written))).toEqual([
      expect.stringMatching(/^Need \(one\) holds records of contributors: add @attribute\(name: "contributedBy"/),
    ]);
  });

  it.each<[string, string[], RegExp]>([
    ['a type that is no record', [joint('')], /^Need.note \(one\) belongs to JOINT and stands on no record/],
    [
      "a joint field on another party's record",
      [
        `type Case @owner(party: "USA") @record(of: CASE) { note: String @owner(party: "JOINT") @sensitivity(as: OPERATIONAL) }`,
      ],
      /^Case.note \(one\) belongs to JOINT and stands on no record/,
    ],
    [
      'a total over contributors',
      [`type Query { total: Int @owner(party: "JOINT") @sensitivity(as: STATISTICAL) }`],
      /^Query.total \(one\) belongs to JOINT and brings no records of contributors/,
    ],
    [
      'a field that is answered where no record is stored',
      [
        joint(`@key(fields: "id") ${CONTRIBUTOR}`, 'id: ID! @sensitivity(as: OPERATIONAL)'),
        `type Need @key(fields: "id") { note: String @owner(party: "JOINT") @sensitivity(as: OPERATIONAL) }`,
      ],
      /^Need.note \(two\) is answered where the records are not stored/,
    ],
  ])('refuses %s', (_, sdls, cause) => {
    expect(problemsOf(...sdls)).toEqual([expect.stringMatching(cause)]);
  });

  it('lets a total be PUBLIC', () => {
    expect(problemsOf(`type Query { total: Int @owner(party: "JOINT") @sensitivity(as: PUBLIC) }`)).toEqual([]);
  });
});
