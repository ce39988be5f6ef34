import { figure } from '@pasarela/schema/testing/sample-answer';
import { coverageOf, Footnotes } from './provenance';

const footnotesOf = (...figures: Array<ReturnType<typeof figure>>) =>
  new Footnotes([
    {
      title: '',
      place: [],
      columns: [{ title: 'count' }],
      rows: figures.map((each, i) => [{ path: [i], figure: each }]),
    },
  ]);

test('figures that differ in value, state and period only share a footnote, which lists the periods', () => {
  const footnotes = footnotesOf(
    figure(),
    figure({ value: null, state: 'NOT_PUBLISHED', coverageFrom: '2024-01', coverageTo: '2024-07' }),
    figure(),
  );
  expect(footnotes.all).toMatchObject([{ number: 1, coverage: ['2022', '2024-01..2024-07'] }]);
});

test.each(['countingParty', 'definition', 'unit', 'asOf', 'status', 'dataset', 'source', 'note'] as const)(
  'another %s is another footnote',
  (field) => {
    const other = figure({ [field]: 'another' });
    const footnotes = footnotesOf(figure(), other);
    expect([footnotes.numberOf(figure()), footnotes.numberOf(other)]).toEqual([1, 2]);
  },
);

test('a coverage with one end is that end', () => {
  expect(coverageOf(figure({ coverageFrom: null }))).toBe('2022');
  expect(coverageOf(figure({ coverageFrom: null, coverageTo: null }))).toBeUndefined();
});
