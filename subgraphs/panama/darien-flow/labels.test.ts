import { checkLabels } from '@pasarela/schema/labels/check-labels';
import { mergeLabels } from '@pasarela/schema/labels/merge-labels';
import { buildDomainSchema } from '@pasarela/serve/build-subgraph-schema';
import { panamaDarienFlow } from './index';

const { table, problems } = mergeLabels(new Map([[panamaDarienFlow.name, buildDomainSchema(panamaDarienFlow).sdl]]));
const label = (coordinate: string) => {
  const found = table.fields.get(coordinate);
  return found && [found.owner, found.sensitivity, found.kind, ...found.about];
};

describe('the labels of panama-darien-flow', () => {
  it('pass every check of composition', () => {
    expect(problems).toEqual([]);
    expect(checkLabels(table, new Set(['COL', 'PAN', 'USA']))).toEqual([]);
  });

  it.each([
    ['CrossingRecord.crossedOn', ['PAN', 'PERSONAL', 'date', 'NONE']],
    ['CrossingRecord.birthDate', ['PAN', 'PERSONAL', 'birthDate', 'CHILD']],
    ['CrossingRecord.station', ['PAN', 'PERSONAL', 'place', 'LOCATION']],
    ['CrossingRecord.documentNumber', ['PAN', 'SENSITIVE', 'identifier', 'NONE']],
    ['CrossingRecord.fullName', ['PAN', 'PERSONAL', 'other', 'NAME', 'CHILD']],
    ['CrossingRecord.guardian', ['PAN', 'SENSITIVE', 'identifier', 'GUARDIAN', 'CHILD']],
    ['CrossingRecord.specificNeeds', ['PAN', 'PROTECTED', 'needs', 'HEALTH', 'VICTIM']],
    ['CrossingRecord.asylumClaim', ['PAN', 'PROTECTED', 'other', 'ASYLUM']],
    ['CrossingRecord.officerNotes', ['PAN', 'SENSITIVE', 'other', 'FREE_TEXT']],
    ['ReceptionStation.headcount', ['PAN', 'OPERATIONAL', 'count', 'LOCATION']],
    ['Query.crossingRecords', ['PAN', 'OPERATIONAL', 'other']],
    ['Mutation.reviseMonthlyCrossings', ['PAN', 'OPERATIONAL', 'mutation']],
    ['DarienFlowPeriod.registeredEntries', ['PAN', 'PUBLIC', 'count']],
    ['Nationality.darienCrossings', ['PAN', 'PUBLIC', 'other']],
    ['Query.nationalities', ['ANY', 'PUBLIC', 'other']],
  ])('say of %s: %j', (coordinate, wanted) => {
    expect(label(coordinate)).toEqual(wanted);
  });

  it('say what each filter reads, and that a month needs no more than the month', () => {
    const reads = ['nationality', 'month', 'sex'].map(
      (name) => table.inputs.get(`CrossingRecordFilter.${name}`)?.reads,
    );
    expect(reads).toEqual([
      [{ field: 'CrossingRecord.nationality', at: undefined }],
      [{ field: 'CrossingRecord.crossedOn', at: 'month' }],
      [{ field: 'CrossingRecord.sex', at: undefined }],
    ]);
  });

  it('say of what the rows are records, and what rules may read of them', () => {
    expect([...table.records.values()].map(({ type, of, owner }) => [type, of, owner])).toEqual([
      ['ReceptionStation', 'PLACE', 'PAN'],
      ['CrossingRecord', 'PERSON', 'PAN'],
    ]);
    const attributes = [...(table.records.get('CrossingRecord')?.attributes.values() ?? [])];
    expect(attributes.map(({ name, path, type, list, changes }) => [name, path, type, list, changes])).toEqual([
      ['nationality', 'nationality', 'STRING', false, true],
      ['claimedNationalities', 'claimedNationalities', 'STRING', true, true],
      ['habitualResidence', 'habitualResidence', 'STRING', false, true],
      ['minor', 'minorAtCrossing', 'BOOLEAN', false, true],
      ['crossedOn', 'crossedOn', 'STRING', false, false],
      ['direction', 'direction', 'STRING', false, false],
    ]);
  });
});
