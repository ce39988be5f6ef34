import { decide } from '../decide';
import { Decider } from '../decider';
import type { DecisionSubject } from '../decision-subject';
import { NONE } from '../levels';
import { profileRules } from '../profile-rules';
import type { RuleSet } from '../rule-set';
import { arithmeticOf } from './explain-arithmetic';
import { besidesOf, beyondRules } from './explain-besides';
import { type ExplainedRule, explainRules } from './explain-rules';

/** Every rule that speaks of a field, and what follows from them. */
export interface Explanation {
  readonly coordinate: string;
  /** What is enforced. */
  readonly level: string;
  readonly conditional: boolean;
  readonly rules: readonly ExplainedRule[];
  /** What the field's own rules come to: `min( max(full, month), min(month) ) = month`. */
  readonly arithmetic: string;
  /** What else holds the level down: fields that it is computed from, or rows that exist for nobody of the kind. */
  readonly besides: readonly string[];
}

/** Explains a decision: every grant and cap that speaks of the field, which apply and why others do not, and the sum. */
export function explainDecision(ruleSet: RuleSet, subject: DecisionSubject, coordinate: string): Explanation {
  const decider = new Decider(ruleSet, subject);
  const { level, conditional, label } = decider.decide(coordinate);
  const byRules = decide(ruleSet, subject, coordinate);
  const rules = explainRules(byRules, profileRules(ruleSet, subject));
  const decided = { coordinate, level, conditional: conditional !== undefined, rules };
  const beyond = beyondRules(label, decider);
  if (beyond || !label)
    return {
      ...decided,
      arithmetic: arithmeticOf({ published: false, rules: [], level: NONE }),
      besides: beyond ? [beyond] : [],
    };
  const published = label.sensitivity === 'PUBLIC';
  return {
    ...decided,
    arithmetic: arithmeticOf({ published, rules, level: byRules.level }),
    besides: besidesOf(label, decider),
  };
}
