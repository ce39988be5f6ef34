import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse as parseYaml } from 'yaml';
import { type NumberedQuestion, type SavedQuestion, savedQuestionSchema } from './question';

/** A saved question that does not fit its form: which one, and what is wrong with it. */
export class QuestionFileError extends Error {
  constructor(
    readonly id: string,
    readonly what: string,
  ) {
    super(`The saved question ${id} does not fit its form: ${what}.`);
  }
}

/** The numbers of the saved questions in a folder, in order; none when there is no such folder. */
export function savedNumbers(directory: string): string[] {
  const files = existsSync(directory) ? readdirSync(directory) : [];
  return files
    .filter((file) => /^\d\d\.graphql$/.test(file))
    .map((file) => file.slice(0, 2))
    .sort();
}

/** The number of a saved question as files write it: `07` for `7`. */
export const paddedNumber = (number: string): string => number.padStart(2, '0');

/** Reads a saved question of a folder by one of its numbers. @throws QuestionFileError */
export function readQuestionOf(directory: string, id: string): NumberedQuestion {
  const query = readFileSync(path.join(directory, `${id}.graphql`), 'utf8');
  return { id, query, ...readTexts(directory, id) };
}

/** Reads what stands beside a saved question's query. @throws QuestionFileError */
export function readTexts(directory: string, id: string): SavedQuestion {
  const file = path.join(directory, `${id}.yaml`);
  if (!existsSync(file)) throw new QuestionFileError(id, `${id}.yaml`);
  const saved = savedQuestionSchema.safeParse(parsed(id, readFileSync(file, 'utf8')));
  if (saved.success) return saved.data;
  const issue = saved.error.issues[0];
  throw new QuestionFileError(id, `${issue?.path.join('.')}: ${issue?.message}`);
}

function parsed(id: string, text: string): unknown {
  try {
    return parseYaml(text);
  } catch (error) {
    throw new QuestionFileError(id, (error as Error).message.split('\n')[0] ?? '');
  }
}
