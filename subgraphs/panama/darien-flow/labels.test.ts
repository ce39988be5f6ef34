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
    ['CrossingRecord.guardian', ['PAN', 'SENSITIVE', 'identifier', 'CHILD']],
    ['CrossingRecord.specificNeeds', ['PAN', 'PROTECTED', 'other', 'HEALTH', 'VICTIM']],
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

  it('say what each filter reads', () => {
    const reads = ['nationality', 'month', 'sex'].map(
      (name) => table.inputs.get(`CrossingRecordFilter.${name}`)?.reads,
    );
    expect(reads).toEqual(['CrossingRecord.nationality', 'CrossingRecord.crossedOn', 'CrossingRecord.sex']);
  });
});
