import { MOST_PATHS, pathsTo } from './error-paths';

it('an object stands at every place that leads to it', () => {
  const [one, other] = [{ code: 1 }, { code: 1 }];
  const root = { rows: [{ of: one }, { of: other }, { of: one }, null, {}] };
  expect(pathsTo(new Set([one]), root, ['rows', '@', 'of'])).toEqual([
    ['rows', 0, 'of'],
    ['rows', 2, 'of'],
  ]);
  expect(pathsTo(new Set([one]), root, ['rows', '@', 'constructor'])).toEqual([]);
});

it('of very many places only so many are found', () => {
  const one = {};
  const root = { rows: Array.from({ length: MOST_PATHS + 5 }, () => one) };
  expect(pathsTo(new Set([one]), root, ['rows', '@'])).toHaveLength(MOST_PATHS);
});
