import Table from 'cli-table3';
import type { AskedQuestion } from './ask-all';
import { median } from './measure';

/** The whole set asked twice of one federation. */
export interface SetRun {
  readonly first: readonly AskedQuestion[];
  readonly second: readonly AskedQuestion[];
}

/** Milliseconds of a whole set. */
export const totalOf = (answers: readonly AskedQuestion[]): number =>
  answers.reduce((sum, { milliseconds }) => sum + milliseconds, 0);

/** The medians of some runs, a row a question; below, those of the sets, which are of whole runs and no sums of rows. */
export function questionsTable(runs: readonly SetRun[]): string {
  const [{ first }] = runs as readonly [SetRun];
  const head = ['question', 'first ms', 'second ms', 'reply KB'];
  const table = new Table({ head, style: { head: [], border: [] }, colAligns: ['left', 'right', 'right', 'right'] });
  for (const [index, { id, bytes }] of first.entries()) {
    const middle = (turn: keyof SetRun) => median(runs.map((run) => run[turn][index]?.milliseconds as number));
    table.push([id, Math.round(middle('first')), Math.round(middle('second')), kilobytes(bytes)]);
  }
  const total = (turn: keyof SetRun) => Math.round(median(runs.map((run) => totalOf(run[turn]))));
  const bytes = first.reduce((sum, answer) => sum + answer.bytes, 0);
  table.push([`all ${first.length}`, total('first'), total('second'), kilobytes(bytes)]);
  return `${table.toString()}\nMedians of ${runs.length} runs, each on a federation just started; one question after the other over HTTP.`;
}

const kilobytes = (bytes: number): string => (bytes / 1024).toFixed(1);
