import { checkLabels } from '@pasarela/schema/labels/check-labels';
import { mergeLabels } from '@pasarela/schema/labels/merge-labels';
import { buildDomainSchema } from '@pasarela/serve/build-subgraph-schema';
import { usaSafeMobility } from './index';

const { table, problems } = mergeLabels(new Map([[usaSafeMobility.name, buildDomainSchema(usaSafeMobility).sdl]]));
const labels = [...table.fields.values()].filter(({ structural }) => !structural);

describe('the labels of usa-safe-mobility', () => {
  it('pass every check of composition', () => {
    expect(problems).toEqual([]);
    expect(checkLabels(table, new Set(['COL', 'PAN', 'USA']))).toEqual([]);
  });

  it('hold no person: no record, nothing from PERSONAL up, no identifier', () => {
    expect(table.records.size).toBe(0);
    const sensitivities = new Set(labels.map(({ sensitivity }) => sensitivity));
    expect(sensitivities).toEqual(new Set(['PUBLIC', 'STATISTICAL', 'OPERATIONAL']));
    expect(
      labels.filter(({ sensitivity }) => sensitivity === 'OPERATIONAL').map(({ coordinate }) => coordinate),
    ).toEqual(['Query.usaSafeMobilityEvidence']);
    expect(labels.filter(({ kind }) => ['identifier', 'birthDate', 'needs', 'place'].includes(kind))).toEqual([]);
  });

  it('make every figure of referrals and of asylum STATISTICAL, and offices and eligibility PUBLIC', () => {
    const types = (sensitivity: string) =>
      new Set(
        labels.filter((label) => label.sensitivity === sensitivity).map(({ coordinate }) => coordinate.split('.')[0]),
      );
    expect([...types('STATISTICAL')].toSorted()).toEqual([
      'Query',
      'SafeMobilityConflict',
      'SafeMobilityFigure',
      'SafeMobilityOffice',
      'UsaAsylumApplicationCell',
      'UsaAsylumApplications',
      'UsaAsylumDecisions',
    ]);
    expect([...types('PUBLIC')].toSorted()).toEqual([
      'Nationality',
      'Query',
      'SafeMobilityEligibility',
      'SafeMobilityOffice',
    ]);
  });

  it('let no query walk from an asylum table to anything else', () => {
    const { executable } = buildDomainSchema(usaSafeMobility);
    const ENDS = new Set(['Int', 'ID', 'String', 'Count', 'UsaAsylumAuthority', 'UsaAsylumApplicationType']);
    for (const name of ['UsaAsylumApplications', 'UsaAsylumDecisions', 'UsaAsylumApplicationCell']) {
      const type: any = executable.getType(name);
      const reached = Object.values<any>(type.getFields()).map((field) => String(field.type).replace(/[[\]!]/g, ''));
      expect(reached.filter((type) => !ENDS.has(type) && type !== 'UsaAsylumApplicationCell')).toEqual([]);
    }
  });
});
