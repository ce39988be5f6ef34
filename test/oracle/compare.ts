import type { Question, Scenario, WrittenRules } from './cases/scenario';
import { Cedar } from './cedar/cedar-answer';
import { ourAnswer, ourRuleSet } from './our-answer';

/** A question that the two answer differently. */
export interface Difference {
  readonly question: Question;
  readonly ours: string;
  readonly cedar: string;
}

/** Asks both every question; Cedar may be given other rules, to see that it is noticed. */
export function differencesIn({ rules, questions }: Scenario, rulesOfCedar = rules): Difference[] {
  const ruleSet = ourRuleSet(rules);
  const cedar = new Cedar(rulesOfCedar);
  return questions
    .map((question) => ({ question, ours: ourAnswer(ruleSet, question), cedar: cedar.answer(question) }))
    .filter(({ ours, cedar: theirs }) => ours !== theirs);
}

/** The first difference in a scenario, with no more rules than it needs: what a person reads who must find the cause. */
export function counterexampleIn(scenario: Scenario): (Difference & { readonly rules: WrittenRules }) | undefined {
  const [first] = differencesIn(scenario);
  if (!first) return undefined;
  const questions = [first.question];
  const rules = [...scenario.rules.grants, ...scenario.rules.caps].reduce<WrittenRules>((kept, rule) => {
    const fewer = {
      grants: kept.grants.filter((grant) => grant !== rule),
      caps: kept.caps.filter((cap) => cap !== rule),
    };
    return differencesIn({ rules: fewer, questions }).length > 0 ? fewer : kept;
  }, scenario.rules);
  return { ...(differencesIn({ rules, questions })[0] ?? first), rules };
}
