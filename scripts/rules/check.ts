import { documentsByOwner } from '@pasarela/schema/access/load-rule-set';
import { partiesOf, problemsIn, type RuleProblem } from '@pasarela/schema/access/review/check-documents';
import { readRuleFolder } from '@pasarela/schema/access/rule-documents';
import { loadContract } from '@pasarela/schema/contract';
import { type RuleFlags, rulesIn } from './options';

/** Says that the rules of a folder hold together. @throws with everything that is wrong, one a line. */
export function check(flags: RuleFlags): string {
  const problems = problemsInFolder(flags);
  if (problems.length > 0) throw new Error(problems.map(told).join('\n'));
  const { rules, parties } = rulesIn(flags).ruleSet;
  const [grants, caps, owners] = [rules.grants.length, rules.caps.length, Object.keys(parties).length];
  return `${grants} grants and ${caps} caps of ${owners} parties hold together.\n`;
}

function problemsInFolder({ dir }: RuleFlags): RuleProblem[] {
  const { labels } = loadContract();
  const owners = [...documentsByOwner(readRuleFolder(dir)).documents];
  const parties = Object.assign({}, ...owners.map(([owner, documents]) => partiesOf(documents, owner)));
  return owners.flatMap(([owner, documents]) => problemsIn(documents, owner, { labels, parties }));
}

const told = ({ file, line, message, suggestion }: RuleProblem): string =>
  `${file}${line === null ? '' : `:${line}`}: ${message}${suggestion ? ` (did you mean ${suggestion}?)` : ''}`;
