import { checkLabels } from '@pasarela/schema/labels/check-labels';
import { mergeLabels } from '@pasarela/schema/labels/merge-labels';
import { buildDomainSchema } from '@pasarela/serve/build-subgraph-schema';
import { colombiaDepartures } from './index';

const { sdl } = buildDomainSchema(colombiaDepartures);
const { table, problems } = mergeLabels(new Map([[colombiaDepartures.name, sdl]]));

describe('the labels of colombia-departures', () => {
  it("pass every check of composition, but for Panama's count, which only Panama defines", () => {
    expect(problems).toEqual([]);
    const causes = checkLabels(table, new Set(['COL', 'PAN', 'USA'])).map(({ coordinate, cause }) => [
      coordinate,
      cause,
    ]);
    expect(causes).toEqual([
      [
        'DarienFlowPeriod.difference',
        "requires DarienFlowPeriod.registeredEntries, which is another owner's and not PUBLIC, or unknown",
      ],
      [
        'DarienReconciliation.difference',
        "requires DarienReconciliation.second, which is another owner's and not PUBLIC, or unknown",
      ],
    ]);
  });

  it("leave Panama's count to Panama", () => {
    expect(table.fields.has('DarienFlowPeriod.registeredEntries')).toBe(false);
    expect(table.fields.has('DarienReconciliation.second')).toBe(false);
    expect(sdl).toContain('@requires(fields: "registeredEntries { value state }")');
  });

  it('are PUBLIC throughout and owned by Colombia, but for the shared keys, the shape of reconciliations and the evidence', () => {
    const labels = [...table.fields.values()].filter(({ structural }) => !structural);
    expect(labels.filter(({ sensitivity }) => sensitivity !== 'PUBLIC')).toMatchObject([
      { coordinate: 'Query.colombiaDeparturesEvidence', sensitivity: 'OPERATIONAL', owner: 'COL' },
    ]);
    const shared = labels.filter(({ owner }) => owner === 'ANY').map(({ coordinate }) => coordinate);
    expect(shared.toSorted()).toEqual([
      'DarienFlowPeriod.period',
      'DarienReconciliation.flow',
      'DarienReconciliation.period',
      'Nationality.code',
      'Nationality.nameEn',
      'Nationality.nameEs',
    ]);
    const others = labels.filter(({ owner }) => owner !== 'ANY' && owner !== 'COL');
    expect(others.filter(({ coordinate }) => !coordinate.startsWith('Reconciliation.'))).toEqual([]);
  });
});
