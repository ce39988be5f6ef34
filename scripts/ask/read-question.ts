import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { LocalizedText } from '@pasarela/schema/localized-text';
import type { Question } from '@pasarela/schema/questions/question';
import * as files from '@pasarela/schema/questions/question-files';
import { Fault } from './fault';

/** The folder of the shipped questions, the same from the sources and from the built files. */
export const QUESTIONS_DIRECTORY = path.join(
  path.dirname(require.resolve('@pasarela/scripts/package.json')),
  '..',
  'test',
  'questions',
);

/** The numbers of the saved questions, in order. */
export const savedNumbers = (directory = QUESTIONS_DIRECTORY): string[] => files.savedNumbers(directory);

/** Reads a saved question: `07` or `7`. */
export function readSavedQuestion(number: string, directory = QUESTIONS_DIRECTORY): Question {
  const id = files.paddedNumber(number);
  const known = savedNumbers(directory);
  if (!known.includes(id)) throw new Fault('unknownQuestion', { name: number, known: known.join(', ') });
  return orFault(() => files.readQuestionOf(directory, id));
}

function orFault<Value>(read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    if (error instanceof files.QuestionFileError) throw new Fault('badYaml', { name: error.id, what: error.what });
    throw error;
  }
}

/** Reads a query of the user's own. */
export function readQuestionFile(file: string): Question {
  return { query: readText(file), variables: {} };
}

/** Reads a file of the user's, or says that it cannot be read. */
export function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new Fault('unreadableFile', { name: file });
  }
}

/** The saved questions with their titles. */
export function listQuestions(directory = QUESTIONS_DIRECTORY): Array<{ id: string; title: LocalizedText }> {
  return savedNumbers(directory).map((id) => ({ id, title: orFault(() => files.readTexts(directory, id)).title }));
}
