import { existsSync } from 'node:fs';
import type { NumberedQuestion } from '@pasarela/schema/questions/question';
import { QuestionFileError, readQuestionOf, savedNumbers } from '@pasarela/schema/questions/question-files';
import { SettingError } from './config';

/** The saved questions that are served, by number, and what is wrong with those that are not. */
export interface OpenedQuestions {
  readonly questions: ReadonlyMap<string, NumberedQuestion>;
  readonly unfit: readonly QuestionFileError[];
}

/**
 * Reads the saved questions once. One that does not fit its form is not served.
 * @throws SettingError when there is no such folder.
 */
export function openQuestions(directory: string): OpenedQuestions {
  if (!existsSync(directory))
    throw new SettingError('The setting QUESTIONS_DIR is not usable: there is no such folder.');
  const read = savedNumbers(directory).map((id) => readOrFault(directory, id));
  const questions = read.filter((one): one is NumberedQuestion => !(one instanceof QuestionFileError));
  return {
    questions: new Map(questions.map((question) => [question.id, question])),
    unfit: read.filter((one) => one instanceof QuestionFileError),
  };
}

function readOrFault(directory: string, id: string): NumberedQuestion | QuestionFileError {
  try {
    return readQuestionOf(directory, id);
  } catch (error) {
    if (error instanceof QuestionFileError) return error;
    throw error;
  }
}
