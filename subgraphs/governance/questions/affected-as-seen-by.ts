import type { ChangedQuestion } from '@pasarela/schema/access/review/questions-that-change';
import { AffectedQuestion, AffectedQuestions } from './affected-question';
import { countsByParty, type RegisteredQuestion, showQuestion } from './read-questions';

/** Changed questions as a party sees them: its own in full, others' as counts. */
export function affectedAsSeenBy(
  party: string,
  changed: ReadonlyArray<ChangedQuestion<RegisteredQuestion>>,
): AffectedQuestions {
  const own = changed.filter(({ question }) => question.party === party);
  const others = changed.filter(({ question }) => question.party !== party);
  return Object.assign(new AffectedQuestions(), {
    own: own.map(({ question, changes }) =>
      Object.assign(new AffectedQuestion(), { question: showQuestion(question.row), changes }),
    ),
    others: countsByParty(others.map(({ question }) => question)),
  });
}
