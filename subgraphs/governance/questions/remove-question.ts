import { requestError } from '@pasarela/schema/errors';
import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import { requireOwnRules } from '../own-rules';
import { type SavedQuestionRow, savedQuestionModel } from './saved-question.model';

/**
 * Removes a question of the requester's own party, and returns what it was.
 *
 * @throws NOT_YOUR_RULES, UNKNOWN_QUESTION for one that is not there, or is another party's.
 */
export async function removeQuestion(name: string, context: ServeContext): Promise<SavedQuestionRow> {
  const { party } = context.requester;
  requireOwnRules(party, context);
  const model = savedQuestionModel(context.connection);
  const row = await model.findOneAndDelete({ _id: `${party}:${name}` }).lean<SavedQuestionRow>();
  if (!row) throw requestError('UNKNOWN_QUESTION');
  return row;
}
