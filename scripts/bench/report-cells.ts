import Table from 'cli-table3';
import type { Machine } from './gateways/machine';

/** On what something was measured, in one line. */
export const machineLine = ({ processor, cores, memoryGb, node, load }: Machine): string =>
  `${processor}, ${cores} cores, ${memoryGb} GB, Node ${node}; load average before it ${load.toFixed(1)}.`;

/** A table for a terminal; what is measured stands on the right. */
export function tableOf(head: readonly string[], cells: ReadonlyArray<readonly string[]>): string {
  const table = new Table({
    head: [...head],
    style: { head: [], border: [] },
    colAligns: ['left', ...head.slice(1).map(() => 'right' as const)],
  });
  table.push(...cells.map((line) => [...line]));
  return table.toString();
}

/** The same table as Markdown. */
export const markdownTable = (head: readonly string[], cells: ReadonlyArray<readonly string[]>): string =>
  [head, head.map((_, index) => (index === 0 ? '---' : '---:')), ...cells]
    .map((line) => `| ${line.join(' | ')} |`)
    .join('\n');

/** A figure; a dash where there is none. */
export const number = (value: number | undefined, digits = 0): string =>
  value === undefined || !Number.isFinite(value) ? '—' : value.toFixed(digits);

/** A share as a percentage; a dash where there is none. */
export const percent = (share: number | undefined, digits = 0): string =>
  share === undefined || !Number.isFinite(share) ? '—' : `${(100 * share).toFixed(digits)} %`;
