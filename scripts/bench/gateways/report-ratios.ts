import { median } from '../measure';
import type { MeasuredRow, RoundResult } from './measured-row';

/** What rows are compared with. */
export const BASELINE = 'apollo-gateway vanilla';
/** Which rows show what deciding costs. */
export const RULES_ON = 'pasarela A';
export const RULES_OFF = 'pasarela A without rules';

/** Turns of these two rows, one beside the other. */
export interface RulesTurns {
  readonly on: readonly RoundResult[];
  readonly off: readonly RoundResult[];
}

/** How rows compare; a member is missing where a row of it was not measured. */
export interface Ratios {
  /** Requests a second in relation to the baseline's in the same round, medians, by row. */
  readonly toVanilla?: Readonly<Record<string, number>>;
  /** The same by the gateway's processor a request: what other work on the machine took then does not count. */
  readonly toVanillaByCpu?: Readonly<Record<string, number>>;
  /** What deciding costs: the share of requests a second that row A has less than with rules off. */
  readonly rulesCost?: number;
  /** The same by the gateway's processor a request, of which other work on the machine takes nothing. */
  readonly rulesCostByCpu?: number;
}

/** Compares rows round by round, so that whatever the machine did then, it did to both. */
export function ratiosOf(rows: readonly MeasuredRow[], rules: RulesTurns | undefined): Ratios {
  const vanilla = rows.find((row) => row.name === BASELINE);
  return {
    ...(vanilla && {
      toVanilla: Object.fromEntries(rows.map((row) => [row.name, ratio(row, vanilla)])),
      toVanillaByCpu: Object.fromEntries(rows.map((row) => [row.name, cpuRatio(vanilla, row)])),
    }),
    ...(rules && rulesCosts(rules)),
  };
}

function rulesCosts({ on, off }: RulesTurns): Ratios {
  const of = (turns: readonly RoundResult[], key: 'rps' | 'cpuMsPerRequest') => turns.map((turn) => turn[key]);
  return {
    rulesCost: 1 - byRound(of(on, 'rps'), of(off, 'rps')),
    rulesCostByCpu: 1 - byRound(of(off, 'cpuMsPerRequest'), of(on, 'cpuMsPerRequest')),
  };
}

const ratio = (row: MeasuredRow, other: MeasuredRow): number => byRound(row.rpsOfRounds, other.rpsOfRounds);
const cpuRatio = (row: MeasuredRow, other: MeasuredRow): number => byRound(row.cpuMsOfRounds, other.cpuMsOfRounds);

const byRound = (ones: readonly number[], others: readonly number[]): number =>
  median(ones.map((one, round) => one / (others[round] as number)));
