import { HIDDEN, type Question, Scenario, WrittenRules } from './cases/scenario';
import { AGENCIES, CHAINS, JOINT, kindOf, LABELS, typeOf } from './domain';
import { ourAnswer, ourRuleSet } from './our-answer';
import { formOf, isConditional, isGrant, type Rule, traitsOf, trueOf } from './rule-traits';

/** How many cases show what: each answer of each chain, each kind of rule where it decides, each sort of requester. */
export function coverageOf(scenarios: readonly Scenario[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const add = (what: string) => counts.set(what, (counts.get(what) ?? 0) + 1);
  for (const scenario of scenarios) {
    const answers = answersTo(scenario.rules, scenario.questions);
    for (const [index, question] of scenario.questions.entries()) {
      add(`${chainOf(question)}: ${answers[index]}`);
      for (const sort of sortsOf(question)) add(sort);
      const place = jointPlaceOf(question);
      if (place) add(`joint ${place}: ${['none', HIDDEN].includes(answers[index] ?? '') ? 'not' : 'shown'}`);
    }
    countRules(scenario, answers, add);
  }
  return counts;
}

/** Every answer that there is, as it is counted. */
export const ALL_ANSWERS: readonly string[] = [
  ...Object.entries(CHAINS).flatMap(([kind, levels]) => levels.map((level) => `${kind}: ${level}`)),
  'row: exists',
  'row: does not exist',
];

const answersTo = (rules: WrittenRules, questions: readonly Question[]): string[] => {
  const ruleSet = ourRuleSet(rules);
  return questions.map((question) => ourAnswer(ruleSet, question));
};

const chainOf = ({ asks }: Question): string => ('rows' in asks ? 'row' : kindOf(asks.field));

/** Where a question asks for something joint. */
function jointPlaceOf({ asks }: Question): 'record' | 'row' | 'mutation' | 'way' | undefined {
  if ('rows' in asks) return JOINT[asks.rows] && 'row';
  if (LABELS.fields.get(asks.field)?.owner !== 'JOINT') return undefined;
  if (JOINT[typeOf(asks.field)]) return 'record';
  return kindOf(asks.field) === 'mutation' ? 'mutation' : 'way';
}

function sortsOf({ asks, subject: { requester }, record }: Question): string[] {
  const who = { 'asked by no party': !(requester.party in AGENCIES), 'nothing known of the record': !record };
  if ('rows' in asks) return trueOf(who);
  const label = LABELS.fields.get(asks.field);
  return trueOf({
    ...who,
    'a key': label?.key,
    'a structural field': label?.structural,
    'a field without owner or sensitivity': !label?.owner || !label.sensitivity,
    'a PUBLIC field': label?.sensitivity === 'PUBLIC',
  });
}

/** Counts a rule where an answer changes without it, and its condition where an answer changes without that. */
function countRules({ rules, questions }: Scenario, answers: readonly string[], add: (what: string) => void): void {
  const changedBy = (changed: WrittenRules): Question[] => {
    const others = answersTo(changed, questions);
    return questions.filter((_, index) => others[index] !== answers[index]);
  };
  for (const rule of [...rules.grants, ...rules.caps]) {
    for (const question of changedBy(replaced(rules, rule, [])))
      for (const trait of traitsOf(rule, question)) {
        add(`decides: ${trait}`);
        if (jointPlaceOf(question)) add(`decides what is joint: ${trait}`);
      }
    if (isConditional(rule))
      for (const _ of changedBy(replaced(rules, rule, [withoutCondition(rule)])))
        add(`does not apply: ${formOf(rule)}`);
  }
}

const withoutCondition = (rule: Rule): Rule =>
  isGrant(rule) ? { ...rule, when: undefined } : { ...rule, when: undefined, unless: undefined };

function replaced({ grants, caps }: WrittenRules, rule: Rule, by: readonly Rule[]): WrittenRules {
  const swap = <Kind extends Rule>(rules: readonly Kind[]) =>
    rules.flatMap((one) => (one === rule ? (by as readonly Kind[]) : [one]));
  return { grants: swap(grants), caps: swap(caps) };
}
