import { FULL, NONE } from '../levels';
import type { ExplainedRule } from './explain-rules';

/** What the formula is filled in with. */
export interface Terms {
  readonly published: boolean;
  readonly rules: readonly ExplainedRule[];
  /** What it comes to. */
  readonly level: string;
}

/** The formula with its levels filled in: `min( max(full, month), min(month) ) = month`. */
export function arithmeticOf({ published, rules, level }: Terms): string {
  const levelsOf = (does: ExplainedRule['does']) =>
    rules
      .filter((rule) => rule.does === does && rule.applies)
      .map((rule) => (rule.onSomeRecords ? `${rule.level} on some records` : rule.level));
  const granted = [...(published ? [`${FULL} (PUBLIC)`] : []), ...levelsOf('GRANTS')];
  if (granted.length === 0) return `nothing granted: ${NONE}`;
  const capped = levelsOf('CAPS');
  const most = `max(${granted.join(', ')})`;
  return capped.length === 0 ? `${most} = ${level}` : `min( ${most}, min(${capped.join(', ')}) ) = ${level}`;
}
