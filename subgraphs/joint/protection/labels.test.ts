import { checkLabels } from '@pasarela/schema/labels/check-labels';
import { mergeLabels } from '@pasarela/schema/labels/merge-labels';
import { buildDomainSchema } from '@pasarela/serve/build-subgraph-schema';
import { jointProtection } from './index';

const { table, problems } = mergeLabels(new Map([[jointProtection.name, buildDomainSchema(jointProtection).sdl]]));
const label = (coordinate: string) => {
  const found = table.fields.get(coordinate);
  return found && [found.owner, found.sensitivity, found.kind, ...found.about];
};

describe('the labels of joint-protection', () => {
  it('pass every check of composition', () => {
    expect(problems).toEqual([]);
    expect(checkLabels(table, new Set(['COL', 'HUM', 'PAN', 'USA']))).toEqual([]);
  });

  it.each([
    ['StationSpecificNeed.code', ['JOINT', 'OPERATIONAL', 'needs']],
    ['StationSpecificNeed.persons', ['JOINT', 'STATISTICAL', 'count']],
    ['StationSpecificNeed.history', ['JOINT', 'PERSONAL', 'other', 'NONE']],
    ['RegionProtectedNeed.need', ['JOINT', 'STATISTICAL', 'other']],
    ['FamilyTracingReferral.addressedTo', ['JOINT', 'SENSITIVE', 'other', 'NONE']],
    ['FamilyTracingReferral.concernsChild', ['JOINT', 'SENSITIVE', 'other', 'CHILD']],
    ['StationServices.capacityBand', ['JOINT', 'OPERATIONAL', 'other', 'LOCATION']],
    ['AssistanceMonth.sexualViolencePatients', ['JOINT', 'PUBLIC', 'count']],
    ['Mutation.reportReferralOutcome', ['JOINT', 'OPERATIONAL', 'mutation']],
  ])('say of %s: %j', (coordinate, wanted) => {
    expect(label(coordinate)).toEqual(wanted);
  });

  it("make every record one contributor's, once and for all", () => {
    const records = [...table.records.values()];
    expect(records.map(({ type }) => type).toSorted()).toEqual([
      'FamilyTracingReferral',
      'JointProtectionEvidence',
      'Referral',
      'ReferralCompletion',
      'RegionProtectedNeed',
      'StationServices',
      'StationSpecificNeed',
      'SyntheticAssistanceMonth',
    ]);
    for (const { attributes } of records)
      expect(attributes.get('contributedBy')).toMatchObject({ sensitivity: 'OPERATIONAL', changes: false });
  });
});
