import type { Machine } from '../gateways/machine';
import { machineLine, markdownTable, number, tableOf } from '../report-cells';
import type { MeasuredAnswers } from './measure-questions';

/** How the subgraph answered over one kind of store. */
export interface MeasuredStore {
  readonly store: 'embedded' | 'MongoDB';
  readonly seedSeconds: number;
  /** Until it answers; the first release of its tables is made before. */
  readonly startSeconds: number;
  readonly rssMb: number;
  readonly answers: readonly MeasuredAnswers[];
}

/** Everything that is reported of the subgraph. */
export interface SubgraphReport {
  readonly machine: Machine;
  /** The load average of the last minute, after the run. */
  readonly loadAfter: number;
  readonly people: number;
  readonly rounds: number;
  readonly stores: readonly MeasuredStore[];
}

const HEAD = ['question', 'entities or rows', 'p50 ms', 'p95 ms', 'cpu ms/request', 'cpu µs/entity'];

/** The cells of one store, a line a kind of question. */
export const storeCells = ({ answers }: MeasuredStore): string[][] =>
  answers.map(({ what, rows, p50, p95, cpuMs }) => [
    what,
    number(rows),
    number(p50, 1),
    number(p95, 1),
    number(cpuMs, 2),
    number((1000 * cpuMs) / rows, 1),
  ]);

/** The report for a terminal. */
export const terminalText = (report: SubgraphReport): string =>
  `${[...report.stores.flatMap((store) => [tableOf(HEAD, storeCells(store)), storeLine(store)]), remark(report)].join('\n')}\n`;

/** The report as Markdown. */
export const markdownText = (report: SubgraphReport): string =>
  [
    '# The subgraph over its own store',
    `${report.machine.date}, \`npm run bench -- subgraph --people ${report.people}\`. ${machineLine(report.machine)} After it ${report.loadAfter.toFixed(1)}.`,
    ...report.stores.flatMap((store) => [
      `## ${store.store}`,
      markdownTable(HEAD, storeCells(store)),
      storeLine(store),
    ]),
    remark(report),
    '',
  ].join('\n\n');

const storeLine = ({ store, seedSeconds, startSeconds, rssMb }: MeasuredStore): string =>
  `${store}: seeded in ${number(seedSeconds)} s, answers ${number(startSeconds, 1)} s after its start, ${number(rssMb)} MB at the end.`;

const remark = ({ people, rounds, stores }: SubgraphReport): string =>
  `${people.toLocaleString('en')} SYNTHETIC permits. The product's own subgraph, asked one after the other as the gateway asks: token, assertion, signed body; it decides again, and its evidence is on the disk before each answer. Medians of ${rounds} interleaved rounds; every answer checked. Processor is the subgraph's process${stores.some(({ store }) => store === 'MongoDB') ? "; MongoDB's is not in it" : ''}.`;
