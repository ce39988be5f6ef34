import { readSubgraphLabels } from './read-subgraph-labels';

const requirementsOf = (sdl: string) =>
  Object.fromEntries(
    readSubgraphLabels('colombia', sdl).fields.map(({ coordinate, requires }) => [coordinate, requires]),
  );

describe('readSubgraphLabels: what is computed', () => {
  it('requires what it is computed from, nested fields too, beside what it requires of others', () => {
    const requirements = requirementsOf(`
      type Pair {
        first: Figure
        second: Figure @external
        difference: Int @computedFrom(fields: "first { count }") @requires(fields: "second { count }")
      }
      type Figure { count: Int }
    `);
    expect(requirements['Pair.difference']).toEqual(['Pair.second', 'Figure.count', 'Pair.first', 'Figure.count']);
    expect(requirements['Pair.first']).toEqual([]);
  });
});

describe('readSubgraphLabels: counts and their dimensions', () => {
  it('a count requires every dimension by which it is counted, and nothing else does', () => {
    const requirements = requirementsOf(`
      type StageCount { stage: String @counts(dimension: "stage") count: Count! note: String }
      extend type StageCount { sex: String @counts(dimension: "sex") dataset: String }
      type Total { count: Count stage: String }
      type Count @structural { value: Int }
    `);
    expect(requirements).toEqual({
      'StageCount.stage': [],
      'StageCount.count': ['StageCount.stage', 'StageCount.sex'],
      'StageCount.note': [],
      'StageCount.sex': [],
      'StageCount.dataset': [],
      'Total.count': [],
      'Total.stage': [],
      'Count.value': [],
    });
  });

  it('adds to what is required otherwise', () => {
    const requirements = requirementsOf(
      'type StageCount { stage: String @counts(dimension: "stage") base: Int @external share: Count @requires(fields: "base") }',
    );
    expect(requirements['StageCount.share']).toEqual(['StageCount.base', 'StageCount.stage']);
  });
});
