import { machineLine, markdownTable, number, percent, tableOf } from '../report-cells';
import { RULES } from './benchmark-rules';
import type { BenchmarkResult } from './benchmark-run';
import { TOKENS } from './benchmark-tokens';
import type { Machine } from './machine';
import { BUSY_SHARE, type MeasuredRow } from './measured-row';
import { BASELINE, type Ratios } from './report-ratios';

/** Everything that a report says. */
export interface Report extends BenchmarkResult {
  readonly ratios: Ratios;
  readonly machine: Machine;
  readonly versions: Readonly<Record<string, string>>;
}

const HEAD = [
  'gateway',
  'requests/s',
  `x ${BASELINE}`,
  'x by cpu',
  'p50 ms',
  'p95 ms',
  'p99 ms',
  'cpu ms/request',
  'memory MB',
];
const CHECK_HEAD = ['gateway', 'core before it', 'gateway', 'subgraphs', 'load', 'fetches/request', 'executed'];

/** The cells of the report's main table, a line each. */
export const mainCells = ({ rows, ratios }: Pick<Report, 'rows' | 'ratios'>): string[][] =>
  rows.map((row) => [
    row.name + (row.subgraphsBusy ? ' (!)' : ''),
    number(row.rps),
    number(ratios.toVanilla?.[row.name], 2),
    number(ratios.toVanillaByCpu?.[row.name], 2),
    number(row.p50, 1),
    number(row.p95, 1),
    number(row.p99, 1),
    number(row.cpuMsPerRequest, 2),
    number(row.rssMb),
  ]);

/** What shows whether something but the gateway held a row up. */
const checkCells = ({ rows }: Pick<Report, 'rows'>): string[][] =>
  rows.map((row) => [
    row.name,
    `${number(row.calibration)}/s`,
    percent(row.gatewayShare),
    percent(row.subgraphShare),
    percent(row.loadShare),
    number(row.fetchesPerRequest, 1),
    number(row.executed),
  ]);

/** The report for a terminal. */
export function terminalText(report: Report): string {
  const drawn = [tableOf(HEAD, mainCells(report)), tableOf(CHECK_HEAD, checkCells(report))];
  return `${[...drawn, ...remarks(report)].join('\n')}\n`;
}

/** The report as Markdown. */
export const markdownText = (report: Report): string =>
  [
    '# Gateways side by side',
    `${report.machine.date}, \`npm run bench\`. ${machineLine(report.machine)}`,
    markdownTable(HEAD, mainCells(report)),
    remarks(report).join('\n\n'),
    '## Was it the gateway that was measured?',
    markdownTable(CHECK_HEAD, checkCells(report)),
    'Shares of one core while a row was measured. "Core before it": pieces of a fixed work that the gateway\'s core did in a second just before, so that a slower moment shows. "Executed": fetches that graphql-js answered after the warm-up; all others were answered from memory.',
    '## The rows',
    report.rows.map(({ name, note }) => `- **${name}**: ${note}`).join('\n'),
    `Versions: ${Object.entries(report.versions)
      .map(([name, version]) => `${name} ${version}`)
      .join(', ')}.`,
    '## What is off',
    'Everybody: no cache of replies, no sharing of requests between clients, no telemetry. Peers: no authentication, no access rules, no record of what left, no log of requests. Ours in rows A and B: nothing but the limit of cost, which this query exceeds; the cost is still computed. How it is measured and what that cannot tell: `scripts/bench/gateways/README.md`.',
    '',
  ].join('\n\n');

function remarks(report: Report): string[] {
  const { rows, failed, capacity, ratios, options, cores } = report;
  const bytes = Math.max(0, ...rows.map((row) => row.bytes));
  return [
    `Medians of ${options.rounds} interleaved rounds of ${options.seconds} s, 50 connections, replies of ${number(bytes / 1000)} KB, each compared whole with the reference. ${cores.pinned ? 'Each gateway was bound to one core, load and subgraphs to the others.' : 'Processes could NOT be bound to cores here: all shared them.'}`,
    ...(rows.some(({ name }) => name.startsWith('pasarela A')) ? [OWN_ROWS_LINE] : []),
    ...(ratios.rulesCost === undefined ? [] : [rulesLine(report)]),
    ...(capacity ? [capacityLine(report)] : []),
    ...rows.filter((row) => row.subgraphsBusy).map(busyLine),
    ...(rows.some(isHindered) ? [hinderedLine(rows)] : []),
    ...failed.map(({ name, fault }) => `FAILED: ${name}: ${fault.replaceAll(/\s+/g, ' ').slice(0, 300)}`),
  ];
}

const OWN_ROWS_LINE = `pasarela A and B: ${RULES} rules, ${TOKENS} people in turn, subgraphs that verify every fetch, evidence on the disk before each answer.`;

const rulesLine = ({ ratios: { rulesCost, rulesCostByCpu }, rules }: Report): string =>
  `Deciding by rules is ${percent(rulesCostByCpu, 1)} of the processor that row A takes for a request; by requests a second ${percent(rulesCost, 1)}: medians of ${rules?.on.length} turns with rules beside as many without, now the one first and now the other. Below zero: less than turns differ by.`;

function capacityLine({ capacity, rows }: Report): string {
  const asked = Math.max(...rows.filter(({ note }) => note).map((row) => row.rps * row.fetchesPerRequest));
  return `Loaded directly, the subgraphs answered ${number(capacity?.fetchesPerSecond)} fetches a second with ${percent(capacity?.subgraphShare)} of a core; the most that a row asked of them were ${number(asked)}.`;
}

const busyLine = ({ name }: MeasuredRow): string =>
  `(!) ${name}: the subgraphs took more than ${percent(BUSY_SHARE)} of a core, so they may be what was measured.`;

/** Under this share of its core something else ran there, or the gateway waited for a disk. */
const WHOLE_SHARE = 0.85;
const isHindered = ({ gatewayShare }: MeasuredRow): boolean => gatewayShare < WHOLE_SHARE;
const hinderedLine = (rows: readonly MeasuredRow[]): string =>
  `Less than ${percent(WHOLE_SHARE)} of its core had: ${rows
    .filter(isHindered)
    .map(({ name, gatewayShare }) => `${name} ${percent(gatewayShare)}`)
    .join('; ')}. Other work ran there, or they waited: compare these by processor a request.`;
