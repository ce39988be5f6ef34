import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import { governanceOf } from '../governance-service';
import { affectedAsSeenBy } from '../questions/affected-as-seen-by';
import type { AffectedQuestions } from '../questions/affected-question';
import { registeredQuestions } from '../questions/read-questions';

/**
 * The saved questions that are answered otherwise from the instant on at which an agreement ends, by the rules in
 * force. Worked out only where it is asked for.
 *
 * @param end UTC milliseconds.
 */
export async function questionsOfLapse(end: number, context: ServeContext): Promise<AffectedQuestions> {
  const { office, questions } = governanceOf(context);
  const ruleSet = office.ruleSet();
  const registered = await registeredQuestions(context.connection);
  const changed = await questions.questionsThatChange(registered, { ruleSet, at: end - 1 }, { ruleSet, at: end });
  return affectedAsSeenBy(context.requester.party, changed);
}
