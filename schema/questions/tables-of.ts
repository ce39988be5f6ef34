import type { Language } from '../localized-text';
import type { Answer } from './answer';
import { buildTables } from './build-table';
import type { TableLayout } from './question';
import { savedTable } from './saved-table';
import type { Table } from './table';

/** Lays an answer out: as its saved question says, else a table for each list; none where nothing was fetched. */
export function tablesOf(layouts: readonly TableLayout[] | undefined, answer: Answer, language: Language): Table[] {
  const { data, notices, problems } = answer;
  if (!data) return [];
  const input = { data, language, notices, problems };
  return layouts ? layouts.map((layout) => savedTable(layout, input)) : buildTables(data, input);
}
