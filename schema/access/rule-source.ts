import type { RuleSet } from './rule-set';

/** An enforcement point's own copy of the rules, kept up to date. */
export interface RuleSource {
  /** The rules in force. */
  current(): RuleSet;
  /** Looks for newer rules now, and returns those in force. Never fails: without newer ones all stays as it is. */
  refresh(): Promise<RuleSet>;
  /** Stops looking for changes. */
  close(): void;
}
