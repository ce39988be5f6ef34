import { EVERYBODY, flatDimension } from '../table/dimension';
import { withMargins } from '../table/frequency-table';
import { primarySuppressions } from './primary-suppression';

const department = flatDimension('department', ['A', 'B']);
const status = flatDimension('status', ['x', 'y', 'z']);
const tableOf = (counts: Record<string, number>) =>
  withMargins(
    [department, status],
    Object.entries(counts).map(([id, persons]) => ({ coordinates: id.split('|'), persons, key: 0 })),
  );
const rule = { threshold: 5, zerosSuppressed: false };

describe('the cells that must not be published by themselves', () => {
  it('are those under the threshold, margins too; zeros where the rule says so', () => {
    const table = tableOf({ 'A|x': 4, 'A|y': 5, 'B|x': 12 });
    expect(Object.fromEntries(primarySuppressions(table, rule))).toEqual({ 'A|x': 'SMALL_COUNT' });
    const strict = primarySuppressions(table, { ...rule, threshold: 6, zerosSuppressed: true });
    expect(Object.fromEntries(strict)).toEqual({
      'A|x': 'SMALL_COUNT',
      'A|y': 'SMALL_COUNT',
      'ALL|y': 'SMALL_COUNT',
      'A|z': 'PROTECTED_ZERO',
      'B|y': 'PROTECTED_ZERO',
      'B|z': 'PROTECTED_ZERO',
      'ALL|z': 'PROTECTED_ZERO',
    });
  });

  it('are the categories of a group whose people all share one, with the zeros that nothing else tells', () => {
    const table = tableOf({ 'A|x': 40, 'B|x': 30, 'B|y': 20 });
    const reasons = primarySuppressions(table, { ...rule, sensitiveDimension: 'status' });
    // Nobody at all is z, and the zero above says so: z stays published.
    expect(Object.fromEntries(reasons)).toEqual({ 'A|x': 'SHARED_ATTRIBUTE', 'A|y': 'SHARED_ATTRIBUTE' });
  });

  it('are the zeros above as well where everybody shares one category', () => {
    const reasons = primarySuppressions(tableOf({ 'A|x': 40, 'B|x': 30 }), { ...rule, sensitiveDimension: 'status' });
    expect([...reasons.keys()].sort()).toEqual(
      ['A|x', 'A|y', 'A|z', 'B|x', 'B|y', 'B|z', 'ALL|x', 'ALL|y', 'ALL|z'].sort(),
    );
  });

  it('keep a zero to hide among where published zeros above would tell all others', () => {
    const sex = flatDimension('sex', ['F', 'M']);
    const leaf = (id: string, persons: number) => ({ coordinates: id.split('|'), persons, key: 0 });
    // Women of A are all x: in A nobody is z, among women nobody is y.
    const table = withMargins(
      [department, sex, status],
      [
        leaf('A|F|x', 20),
        leaf('A|M|y', 20),
        leaf('A|M|x', 20),
        leaf('B|F|z', 20),
        leaf('B|F|x', 20),
        leaf('B|M|y', 20),
      ],
    );
    const reasons = primarySuppressions(table, { ...rule, sensitiveDimension: 'status' });
    expect(['A|F|x', 'A|F|y', 'A|F|z', 'A|ALL|z', 'ALL|F|y'].every((id) => reasons.has(id))).toBe(true);
  });

  it('count a category at any level of the sensitive dimension as shared', () => {
    const tree = { code: EVERYBODY, parts: [{ code: 'p', parts: [{ code: 'p1' }, { code: 'p2' }] }, { code: 'q' }] };
    const leaf = (id: string, persons: number) => ({ coordinates: id.split('|'), persons, key: 0 });
    const table = withMargins(
      [department, { name: 'status', root: tree }],
      [leaf('A|p1', 9), leaf('A|p2', 8), leaf('B|p1', 9), leaf('B|q', 9)],
    );
    const reasons = primarySuppressions(table, { ...rule, sensitiveDimension: 'status' });
    expect([...reasons.keys()].sort()).toEqual(['A|p', 'A|p1', 'A|p2', 'A|q']);
  });

  it('refuse a sensitive dimension that the table does not have', () => {
    expect(() => primarySuppressions(tableOf({}), { ...rule, sensitiveDimension: 'nationality' })).toThrow(
      'no dimension nationality',
    );
  });
});
