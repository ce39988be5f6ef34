import type { RuleSet } from '../access/rule-set';

/** An enforcement point, as far as its rules are concerned. */
export interface RulesOfPoint {
  /** The gateway's name or a subgraph's. */
  readonly name: string;
  /** Reports what is wrong with rules. */
  warn(details: Readonly<Record<string, string | number>>, message: string): void;
  /** Settles once nothing is under way any more that was decided by other rules than these. */
  readonly settled?: (ruleSet: RuleSet) => Promise<void>;
}
