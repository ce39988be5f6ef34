import { namesRows, type Question, type WrittenCap, type WrittenGrant } from './cases/scenario';
import { CHAINS, kindOf } from './domain';

/** A grant or a cap. */
export type Rule = WrittenGrant | WrittenCap;

/** Whether a rule is a grant. */
export const isGrant = (rule: Rule): rule is WrittenGrant => 'agreement' in rule;

/** Whether a rule has a condition. */
export const isConditional = (rule: Rule): boolean =>
  rule.when !== undefined || (!isGrant(rule) && rule.unless !== undefined);

/** The names of what is so. */
export const trueOf = (facts: Readonly<Record<string, unknown>>): string[] =>
  Object.keys(facts).filter((name) => facts[name]);

/** What kind of rule it is, by its condition. */
export function formOf(rule: Rule): string {
  const kind = isGrant(rule) ? 'grant' : namesRows(rule) ? 'row rule' : 'cap';
  if (rule.when) return `${kind} when`;
  return isGrant(rule) || !rule.unless ? kind : `${kind} unless`;
}

/** What a rule shows that decides a question. */
export const traitsOf = (rule: Rule, question: Question): string[] => [
  formOf(rule),
  ...trueOf(rule.audience as Record<string, unknown>).map((dimension) => `audience ${dimension}`),
  ...(isGrant(rule) ? traitsOfGrant(rule, question) : traitsOfCap(rule, question)),
];

const traitsOfGrant = (
  { agreement: { from, to }, breakGlass }: WrittenGrant,
  { subject: { at } }: Question,
): string[] =>
  trueOf({ 'break-glass': breakGlass, 'the first instant': at === from, 'the last instant': at === to - 1 });

function traitsOfCap(cap: WrittenCap, { asks, record }: Question): string[] {
  const conditional = isConditional(cap);
  const rowRuleOnField = namesRows(cap) && 'field' in asks;
  return [
    ...Object.keys(cap.target).map((name) => `by ${name}`),
    ...trueOf({
      'cap of a party': cap.owner !== 'ALL',
      CROSSING: cap.scope === 'CROSSING',
      purposes: cap.purposes,
      exceptPurposes: cap.exceptPurposes,
      'a condition on nothing known': conditional && !record,
      'a field by a row rule': rowRuleOnField && !conditional,
      'a field by a row rule with a condition': rowRuleOnField && conditional,
      'a level off its chain': !namesRows(cap) && 'field' in asks && isOffChain(cap.level, asks.field),
    }),
  ];
}

const isOffChain = (level: string, field: string): boolean =>
  level !== 'full' && !CHAINS[kindOf(field)].includes(level);
