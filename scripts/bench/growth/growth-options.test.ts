import { readGrowthOptions } from './growth-options';

it('measures every dimension unless some are named', () => {
  expect(readGrowthOptions([]).growths.map(({ dimension }) => dimension)).toEqual([
    'entities',
    'fields',
    'rules',
    'subgraphs',
  ]);
  const { growths, rounds } = readGrowthOptions(['--dimensions', 'rules, fields', '--rounds', '1']);
  expect(growths.map(({ dimension }) => dimension)).toEqual(['rules', 'fields']);
  expect(rounds).toBe(1);
});

it.each([
  [['--dimensions', 'colour'], 'colour is no dimension. There are: entities, fields, rules, subgraphs.'],
  [['--seconds', '0'], '--seconds is a whole number from 1 to 999.'],
])('refuses %j', (words, message) => {
  expect(() => readGrowthOptions(words)).toThrow(message);
});
