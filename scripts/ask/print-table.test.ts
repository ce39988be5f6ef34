import type { Cell, Table } from '@pasarela/schema/questions/table';
import { vocabularyOf } from '@pasarela/schema/questions/vocabulary';
import { figure } from '@pasarela/schema/testing/sample-answer';
import { inkOf } from './ink';
import { drawTable } from './print-table';
import { Footnotes } from './provenance';

const cell = (changes: Parameters<typeof figure>[0]): Cell => ({ path: [], figure: figure(changes) });
const absent = (note: string) => cell({ value: null, state: 'NOT_PUBLISHED', note });

function drawn(rows: Table['rows'], crossed: boolean, coloured = false): string {
  const columns = (rows[0] ?? []).map((_, i) => ({ title: `c${i}`, crossed }));
  const table = { title: '', place: [], columns, rows };
  return drawTable(table, { words: vocabularyOf('en'), footnotes: new Footnotes([table]), ink: inkOf(coloured) });
}

test('the footnote of most figures of a column stands in its head, others at their figures', () => {
  const text = drawn([[cell({ value: 1 })], [cell({ value: 2 })], [cell({ value: 3, note: 'derived' })]], false);
  expect(text).toMatch(/c0 \[1\]/);
  expect(text).toMatch(/│ +1 │/);
  expect(text).toMatch(/│ +3 \[2\] │/);
});

test('in a cross table a run of the same blank is one cell with the footnotes of all', () => {
  const text = drawn([[cell({ value: 5 }), absent('a'), absent('b'), cell({ value: 6 })]], true);
  expect(text.match(/NOT_PUBLISHED/g)).toHaveLength(1);
  expect(text).toContain('NOT_PUBLISHED [2,3]');
});

test('blanks of different states stay apart, and so do blanks outside a cross table', () => {
  const suppressed = cell({ value: null, state: 'SUPPRESSED' });
  expect(drawn([[absent('a'), suppressed, absent('b')]], true).match(/NOT_PUBLISHED/g)).toHaveLength(2);
  expect(drawn([[absent('a'), absent('b')]], false).match(/NOT_PUBLISHED/g)).toHaveLength(2);
});

test('emphasis only when it is asked for', () => {
  expect(drawn([[absent('a')]], false, false)).not.toContain('\u001b[');
  expect(drawn([[absent('a')]], false, true)).toContain('\u001b[');
});

test('a run of the same blank carries the notices of all its cells', () => {
  const blank = (notice: number): Cell => ({ path: [], blank: 'WITHHELD_OR_ABSENT', notices: [notice] });
  expect(drawn([[blank(2), blank(1), blank(2)]], true)).toContain('WITHHELD_OR_ABSENT {2,1}');
});
