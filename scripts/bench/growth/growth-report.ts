import type { Machine } from '../gateways/machine';
import { median } from '../measure';
import { machineLine, markdownTable, number, percent, tableOf } from '../report-cells';
import { BASE, type Growth, nameOf, pointsOf } from './growth-point';
import type { GrowthResult } from './growth-run';
import type { MeasuredPoint } from './measured-point';

/** Everything that is reported of growth. */
export interface GrowthReport extends GrowthResult {
  readonly machine: Machine;
  /** The load average of the last minute, after the run. */
  readonly loadAfter: number;
  readonly pinned: boolean;
  readonly seconds: number;
  readonly growths: readonly Growth[];
  /** Processor an entity in an answer of ten thousand, to that in one of a hundred; undefined where either was not measured. */
  readonly entityRatio: number | undefined;
  /** Processor of one more entity, in microseconds: between answers of 100 and 1,000, and of 1,000 and 10,000. */
  readonly oneMore: readonly [number, number] | undefined;
}

/** The most that `entityRatio` may be. */
export const ENTITY_BAR = 1.3;

/** Processor an entity of large answers to that of small ones, by the rounds that measured both. */
export function entityRatioOf(points: readonly MeasuredPoint[]): number | undefined {
  const [large, small] = [10_000, 100].map((entities) =>
    withEntities(points, entities)?.cpuMsOfRounds.map((ms) => ms && ms / entities),
  );
  const ratios = large?.flatMap((one, round) => (one && small?.[round] ? [one / small[round]] : []));
  return ratios && ratios.length > 0 ? median(ratios) : undefined;
}

/** What one more entity takes, which the fixed costs of a request do not hide: as much in large answers, where all is linear. */
export function oneMoreOf(points: readonly MeasuredPoint[]): GrowthReport['oneMore'] {
  const [few, some, many] = [100, 1_000, 10_000].map((entities) => withEntities(points, entities)?.cpuMsPerRequest);
  if (few === undefined || some === undefined || many === undefined) return undefined;
  return [((some - few) * 1000) / 900, ((many - some) * 1000) / 9_000];
}

const withEntities = (points: readonly MeasuredPoint[], entities: number): MeasuredPoint | undefined =>
  points.find(({ point }) => nameOf(point) === nameOf({ ...BASE, entities }));

const HEAD = ['ready s', 'first answer ms', 'p50 ms', 'cpu ms/request', 'cpu µs/entity', 'answer KB', 'memory MB'];
const CHECK_HEAD = ['point', 'core before it', 'gateway', 'subgraphs', 'load', 'cpu ms of rounds'];

/** The cells of one dimension, a line a point. */
export function dimensionCells(growth: Growth, points: readonly MeasuredPoint[]): string[][] {
  return pointsOf(growth).flatMap((point) => {
    const measured = points.find((one) => nameOf(one.point) === nameOf(point));
    return measured ? [[String(point[growth.dimension]), ...figuresOf(measured)]] : [];
  });
}

const figuresOf = (measured: MeasuredPoint): string[] => [
  number(measured.startSeconds, 2),
  number(measured.firstMs),
  number(measured.p50, 1),
  number(measured.cpuMsPerRequest, 2),
  number(measured.cpuUsPerEntity, 2),
  number(measured.bytes / 1000),
  number(measured.rssMb),
];

/** What shows whether it was the gateway that was measured. */
const checkCells = (points: readonly MeasuredPoint[]): string[][] =>
  points.map(({ point, calibration, gatewayShare, subgraphShare, loadShare, cpuMsOfRounds }) => [
    nameOf(point),
    `${number(calibration)}/s`,
    percent(gatewayShare),
    percent(subgraphShare),
    percent(loadShare),
    cpuMsOfRounds.map((ms) => number(ms ?? undefined, 2)).join(', '),
  ]);

const headOf = ({ dimension }: Growth): string[] => [dimension, ...HEAD];

/** The report for a terminal. */
export const terminalText = (report: GrowthReport): string =>
  `${[
    ...report.growths.map((growth) => tableOf(headOf(growth), dimensionCells(growth, report.points))),
    ...remarks(report),
  ].join('\n')}\n`;

/** The report as Markdown. */
export const markdownText = (report: GrowthReport): string =>
  [
    '# How the gateway grows',
    `${report.machine.date}, \`npm run bench -- growth\`. ${machineLine(report.machine)} After it ${report.loadAfter.toFixed(1)}.`,
    ...report.growths.flatMap((growth) => [
      `## ${growth.dimension}, beside ${besideOf(growth)}`,
      markdownTable(headOf(growth), dimensionCells(growth, report.points)),
    ]),
    remarks(report).join('\n\n'),
    '## Was it the gateway that was measured?',
    markdownTable(CHECK_HEAD, checkCells(report.points)),
    'Shares of one core while a point was measured; "core before it": pieces of a fixed work that the gateway\'s core did in a second just before. How it is measured: `scripts/bench/growth/README.md`.',
    '',
  ].join('\n\n');

const besideOf = ({ dimension, base }: Growth): string =>
  nameOf(base)
    .split(', ')
    .filter((one) => !one.endsWith(` ${dimension}`))
    .join(', ');

function remarks({ entityRatio, oneMore, rounds, seconds, pinned, failed }: GrowthReport): string[] {
  return [
    `Medians of ${rounds} interleaved rounds of ${seconds} s, 4 connections, 8 people in turn, the gateway and its subgraphs started anew for each; every answer compared whole. ${pinned ? 'The gateway was bound to one core, load and subgraphs to the others.' : 'Processes could NOT be bound to cores here: all shared them.'}`,
    ...(entityRatio === undefined ? [] : [ratioLine(entityRatio)]),
    ...(oneMore ? [oneMoreLine(oneMore)] : []),
    ...failed.map(
      ({ name, round, fault }) => `FAILED in round ${round}: ${name}: ${fault.replaceAll(/\s+/g, ' ').slice(0, 300)}`,
    ),
  ];
}

const ratioLine = (ratio: number): string =>
  `Processor an entity in an answer of 10,000 is ${ratio.toFixed(2)} times that in one of 100 (bar: ${ENTITY_BAR}): ${ratio <= ENTITY_BAR ? 'met' : 'NOT MET'}.`;

const oneMoreLine = ([few, many]: readonly [number, number]): string =>
  `One more entity takes ${few.toFixed(1)} µs of processor between answers of 100 and 1,000, and ${many.toFixed(1)} µs between 1,000 and 10,000.`;
