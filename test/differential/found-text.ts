import { prettyFormatQueryPlan } from '@apollo/query-planner';
import type { Answer } from './engine';
import { planOf } from './engines/pasarela';
import { walked } from './engines/written-out';
import type { MadeFederation } from './federation/made-federation';
import type { Found } from './run-many';

/** A difference as a person reads it: the question, the answers, our plan, and how to have it again. */
export function foundText({ at, drawn, answers }: Found, seed: number, federation: MadeFederation): string {
  const { question } = drawn;
  const { failing } = answers;
  return [
    `--- case ${at}: --seed ${seed} --at ${at}${failing ? `, ${failing.subgraph} fails: ${failing.fault}` : ''}`,
    ...answers.differing,
    question.text,
    JSON.stringify(question.variables),
    `must be  ${answerText(answers.expected)}`,
    `ours     ${answerText(answers.ours)}`,
    ...(answers.apollos ? [`Apollo's ${answerText(answers.apollos)}`] : []),
    planText(federation, question),
    '',
  ].join('\n');
}

const answerText = ({ dataText, errors }: Answer): string => `${dataText} ${JSON.stringify(errors)}`;

function planText(federation: MadeFederation, question: Found['drawn']['question']): string {
  try {
    const plan = planOf(federation, walked(federation, question));
    return plan ? prettyFormatQueryPlan(plan) : 'nothing is fetched';
  } catch (fault) {
    return `no plan: ${fault}`;
  }
}
