import type { Answer } from '@pasarela/schema/questions/answer';
import { buildTables } from '@pasarela/schema/questions/build-table';
import { figure, sampleAnswer } from '@pasarela/schema/testing/sample-answer';
import { compareSnapshots } from './compare-snapshots';
import { type Snapshot, snapshotOf } from './snapshot';

const KEY = 'a2V5';
const AT = new Date('2026-05-04T06:00:00Z');
const LATER = new Date('2026-05-05T06:00:00Z');

interface Asked {
  readonly data: Record<string, unknown>;
  readonly notices?: Answer['notices'];
  readonly problems?: Answer['problems'];
  readonly at?: Date;
}

function snapshot({ data, notices = [], problems = [], at = AT }: Asked): Snapshot {
  const answer = { ...sampleAnswer(), data, notices, problems };
  return snapshotOf({ answer, tables: buildTables(data, answer), at, key: KEY });
}
const compare = (before: Asked, after: Asked) =>
  compareSnapshots(snapshot(before), snapshot({ at: LATER, ...after }), (after.problems ?? []).length > 0);
const told = (before: Asked, after: Asked) =>
  compare(before, after).changes.map(({ kind, row, column, from, to }) => [kind, row, column, from, to]);
const rows = (...counts: Array<[string, ReturnType<typeof figure> | null]>) => ({
  rows: counts.map(([name, count]) => ({ name, count })),
});

test('a new row, a row that is gone, and a revision are told apart, wherever they stand', () => {
  const before = { data: rows(['a', figure({ value: 1 })], ['b', figure({ value: 2 })]) };
  const after = { data: rows(['c', figure({ value: 3 })], ['b', figure({ value: 5 })]) };
  expect(told(before, after)).toEqual([
    ['NEW', 'c', 'count', null, 3],
    ['REVISED', 'b', 'count', 2, 5],
    ['GONE', 'a', 'count', 1, null],
  ]);
  expect(told(before, before)).toEqual([]);
});

test('a figure that stayed while its status changed is revised too', () => {
  const one = (status: string) => ({ data: rows(['a', figure({ value: 1, status })]) });
  expect(told(one('PROVISIONAL'), one('REVISED'))).toEqual([['REVISED', 'a', 'count', 1, 1]]);
});

test.each([
  ['NOT_PUBLISHED', 'VALUE', 'NEW'],
  ['VALUE', 'NOT_PUBLISHED', 'GONE'],
  ['VALUE', 'SUPPRESSED', 'NEWLY_WITHHELD'],
  ['SUPPRESSED', 'VALUE', 'NO_LONGER_WITHHELD'],
  ['NOT_COLLECTED', 'SUPPRESSED', undefined],
  ['SUPPRESSED', 'WITHHELD', undefined],
  ['ZERO', 'VALUE', 'REVISED'],
])('from %s to %s is %s', (old, current, kind) => {
  const of = (state: string) => ({
    data: rows(['a', figure({ state, value: state === 'VALUE' ? 7 : state === 'ZERO' ? 0 : null })]),
  });
  expect(told(of(old), of(current)).map(([one]) => one)).toEqual(kind ? [kind] : []);
});

test('what could not be had is kept as it was, so that a revision shows once the partner is back', () => {
  const before = { data: rows(['a', figure({ value: 1 })], ['b', figure({ value: 2 })]) };
  const problems = [{ message: 'Down.', path: ['rows', 0, 'count'] }];
  const down = compare(before, { data: rows(['a', null]), problems });
  expect(down.changes).toEqual([]);
  const back = compareSnapshots(
    down.kept,
    snapshot({ data: rows(['a', figure({ value: 4 })], ['b', figure({ value: 2 })]) }),
    false,
  );
  expect(back.changes).toMatchObject([{ kind: 'REVISED', row: 'a', from: 1, to: 4 }]);
  // What was kept of the first answer is to be gone when that answer was to be gone.
  expect(down.kept.deleteBy).toBe(snapshot(before).deleteBy);
});

test('of records no text is kept: one that came or went is one change, and an altered one is told by its place', () => {
  const cases = (...list: object[]) => ({ data: { cases: list } });
  const before = cases({ id: 'x1', status: 'OPEN' }, { id: 'x2', status: 'OPEN' });
  const after = cases({ id: 'x2', status: 'CLOSED' }, { id: 'x3', status: 'OPEN' });
  expect(told(before, after)).toEqual([
    ['REVISED', null, 'status', null, null],
    ['NEW', null, '', null, null],
    ['GONE', null, '', null, null],
  ]);
  for (const text of ['x1', 'OPEN']) expect(JSON.stringify(snapshot(before))).not.toContain(text);
});

test('a rule that came and a rule that went are told, also where no value changed', () => {
  const [notice] = sampleAnswer().notices;
  const data = rows(['a', figure({ value: 1 })]);
  const withNotice = { data, notices: [{ ...notice, path: 'elsewhere' }] as Answer['notices'] };
  expect(compare({ data }, withNotice)).toMatchObject({
    changes: [],
    rulesNew: [{ path: 'elsewhere' }],
    rulesGone: [],
  });
  expect(compare(withNotice, { data })).toMatchObject({
    changes: [],
    rulesNew: [],
    rulesGone: [{ path: 'elsewhere' }],
  });
});
