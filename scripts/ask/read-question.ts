import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { LocalizedText } from '@pasarela/schema/localized-text';
import { parse as parseYaml } from 'yaml';
import { Fault } from './fault';
import { type Question, type SavedQuestion, savedQuestionSchema } from './question';

/** The folder of the saved questions, the same from the sources and from the built files. */
export const QUESTIONS_DIRECTORY = path.join(
  path.dirname(require.resolve('@pasarela/scripts/package.json')),
  '..',
  'test',
  'questions',
);

/** The numbers of the saved questions, in order. */
export function savedNumbers(directory = QUESTIONS_DIRECTORY): string[] {
  const files = existsSync(directory) ? readdirSync(directory) : [];
  return files
    .filter((file) => /^\d\d\.graphql$/.test(file))
    .map((file) => file.slice(0, 2))
    .sort();
}

/** Reads a saved question: `07` or `7`. */
export function readSavedQuestion(number: string, directory = QUESTIONS_DIRECTORY): Question {
  const id = number.padStart(2, '0');
  const known = savedNumbers(directory);
  if (!known.includes(id)) throw new Fault('unknownQuestion', { name: number, known: known.join(', ') });
  const query = readFileSync(path.join(directory, `${id}.graphql`), 'utf8');
  return { id, query, ...readSaved(id, directory) };
}

function readSaved(id: string, directory: string): SavedQuestion {
  const file = path.join(directory, `${id}.yaml`);
  if (!existsSync(file)) throw new Fault('badYaml', { name: id, what: `${id}.yaml` });
  const saved = savedQuestionSchema.safeParse(parsed(id, readFileSync(file, 'utf8')));
  if (saved.success) return saved.data;
  const issue = saved.error.issues[0];
  throw new Fault('badYaml', { name: id, what: `${issue?.path.join('.')}: ${issue?.message}` });
}

function parsed(id: string, text: string): unknown {
  try {
    return parseYaml(text);
  } catch (error) {
    throw new Fault('badYaml', { name: id, what: (error as Error).message.split('\n')[0] ?? '' });
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
  return savedNumbers(directory).map((id) => ({ id, title: readSaved(id, directory).title }));
}
