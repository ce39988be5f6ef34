import { randomUUID } from 'node:crypto';
import { readSavedQuestion, savedNumbers } from '../ask/read-question';
import { PERSONAS } from '../development/personas';
import { ask } from './administration';
import type { RuleFlags } from './options';

/** Registers every saved question of a folder (`07.graphql` with `07.yaml`) for the administrator's own party. */
export async function saveQuestions(directory: string, flags: RuleFlags): Promise<string> {
  const numbers = savedNumbers(directory);
  if (numbers.length === 0) throw new Error(`${directory} holds no question: 07.graphql with 07.yaml beside it.`);
  const query = 'mutation ($input: SaveQuestionInput!) { saveQuestion(input: $input) { id titleEn } }';
  const lines: string[] = [];
  for (const number of numbers) {
    const { saveQuestion } = await ask(flags, query, { input: inputOf(number, directory, flags) });
    lines.push(`saved: ${saveQuestion.id}: ${saveQuestion.titleEn}\n`);
  }
  return lines.join('');
}

function inputOf(number: string, directory: string, { roles, agency }: RuleFlags) {
  const question = readSavedQuestion(number, directory);
  const asker = PERSONAS.get(question.askedBy ?? '');
  const named = roles?.split(',') ?? asker?.roles;
  if (!named) throw new Error(`--roles needs who asks ${number}, like ANALYST,DASHBOARD`);
  return {
    name: number,
    titleEn: question.title?.en,
    titleEs: question.title?.es,
    query: question.query,
    variables: JSON.stringify(question.variables),
    purpose: question.purpose,
    agency: agency ?? null,
    roles: named,
    caseGiven: question.caseReference !== undefined,
    clientKey: randomUUID(),
  };
}

/** Lists the questions of the administrator's own party, and how many every party has. */
export async function listSavedQuestions(flags: RuleFlags): Promise<string> {
  const query = '{ savedQuestions { name titleEn purpose agency roles } savedQuestionCounts { party questions } }';
  const { savedQuestions, savedQuestionCounts } = await ask(flags, query, {});
  const own = savedQuestions.map(
    ({ name, titleEn, purpose, agency, roles }: ToldQuestion) =>
      `${name}  ${titleEn} (${purpose}; ${agency ?? 'every agency'}; ${roles.join(', ')})\n`,
  );
  const counts = savedQuestionCounts.map(
    ({ party, questions }: { party: string; questions: number }) => `${party}: ${questions}\n`,
  );
  return [...own, ...counts].join('') || 'No questions.\n';
}

interface ToldQuestion {
  readonly name: string;
  readonly titleEn: string;
  readonly purpose: string;
  readonly agency: string | null;
  readonly roles: readonly string[];
}
