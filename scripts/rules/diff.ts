import { compareRuleSets } from '@pasarela/schema/access/review/compare-rule-sets';
import { changeLine } from './change-line';
import { instantOf, type RuleFlags, rulesIn } from './options';

/** Prints who gains and who loses which field between the rules of two folders, on a day. */
export function diff({ dir, against, at }: RuleFlags): string {
  const [before, after] = [rulesIn({ dir: against ?? dir }).ruleSet, rulesIn({ dir }).ruleSet];
  const lines = compareRuleSets(before, after, instantOf(at)).map(changeLine);
  return lines.length > 0 ? `${lines.join('\n')}\n` : 'Nobody gains or loses anything.\n';
}
