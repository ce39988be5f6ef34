import type { RiskRow } from './measure-risk';
import type { UtilityRow } from './measure-utility';

/** The rows of a measurement of risk as a table in Markdown: points of advantage with their 95 % intervals. */
export const printRisk = (rows: readonly RiskRow[]): string =>
  [
    '| attacker | view | areas | games | advantage, points | 95 % interval |',
    '|---|---|---|---|---|---|',
    ...rows.map(
      ({ attacker, view, pace, games, advantage, low, high }) =>
        `| ${attacker} | ${view} | ${pace} | ${games} | ${advantage.toFixed(1)} | ${low.toFixed(1)} to ${high.toFixed(1)} |`,
    ),
  ].join('\n');

/** The rows of a measurement of utility as a table in Markdown. */
export const printUtility = (rows: readonly UtilityRow[]): string =>
  [
    '| cells | mean count | mean absolute error | by noise | by holding | suppressed | published of those at the threshold or over |',
    '|---|---|---|---|---|---|---|',
    ...rows.map(
      ({ cells, meanCount, meanAbsoluteError, byNoise, byHolding, suppressed, publishedOverThreshold }) =>
        `| ${cells} | ${meanCount.toFixed(0)} | ${meanAbsoluteError.toFixed(1)} | ${byNoise.toFixed(1)} | ${byHolding.toFixed(1)} | ${percent(suppressed)} | ${percent(publishedOverThreshold)} |`,
    ),
  ].join('\n');

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
