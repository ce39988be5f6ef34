import { printable } from '@pasarela/schema/questions/printable';
import type { Table } from '@pasarela/schema/questions/table';
import { type Pen, section } from './pen';
import type { Footnote } from './provenance';

/** The footnotes: whose figures, of what, as of when, from where. */
export function figuresPart(pen: Pen): string {
  if (pen.footnotes.all.length === 0) return '';
  return section(
    pen.texts.figures,
    pen.footnotes.all.map((footnote) => footnoteText(footnote, pen)),
    pen.ink,
  );
}

/** How many periods a footnote lists before it only gives their range. */
const LISTED_PERIODS = 4;

function footnoteText({ number, figure, coverage }: Footnote, { texts, words }: Pen): string {
  const { countingParty, unit, status, asOf, definition, dataset, source, note } = figure;
  const ends = coverage.flatMap((period) => period.split('..')).sort();
  const covered =
    coverage.length > LISTED_PERIODS
      ? `${coverage.length} ${texts.periodsEach}: ${ends[0]}..${ends.at(-1)}`
      : coverage.join(', ');
  const first = [
    countingParty ?? texts.unknownParty,
    unit && words.word(unit),
    status && words.word(status),
    asOf && `${texts.asOf} ${asOf}`,
    covered && `${texts.covers} ${covered}`,
  ];
  const second = [dataset && `${texts.dataset}: ${dataset}`, source && `${texts.source}: ${source}`];
  const lines = [
    first.filter(Boolean).join(' · '),
    definition,
    second.filter(Boolean).join(' · '),
    note && `${texts.note}: ${note}`,
  ];
  return `[${number}] ${lines
    .filter(Boolean)
    .map((line) => printable(line as string))
    .join('\n    ')}`;
}

/** What each state that left a cell blank means. */
export function blanksPart(tables: readonly Table[], { texts, words, ink }: Pen): string {
  const cells = tables.flatMap(({ rows, empty }) => [...rows.flat(), ...(empty?.blank === 'NULL' ? [] : [empty])]);
  const states = new Set(cells.map((cell) => (cell?.figure?.value === null ? cell.figure.state : cell?.blank)));
  const meanings = Object.entries(texts.states).filter(([state]) => states.has(state));
  return meanings.length === 0
    ? ''
    : section(
        texts.blanks,
        meanings.map(([state, meaning]) => `${state === 'NULL' ? '—' : words.word(state)}: ${meaning}`),
        ink,
      );
}
