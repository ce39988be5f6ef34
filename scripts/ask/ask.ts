import { isRefused } from '@pasarela/schema/questions/answer';
import type { Question } from '@pasarela/schema/questions/question';
import type { Table } from '@pasarela/schema/questions/table';
import { tablesOf } from '@pasarela/schema/questions/tables-of';
import { writeCsv } from '@pasarela/schema/questions/write-csv';
import type { Arguments } from './arguments';
import type { AskTools } from './ask-tools';
import { explainBlank } from './explain-blank';
import { EXIT } from './fault';
import { printAnswer } from './print-answer';
import { printTerms } from './print-terms';
import { listQuestions, readQuestionFile, readSavedQuestion } from './read-question';
import { requestOf } from './request-of';
import { type SentAnswer, sendQuestion } from './send-question';
import { TEXTS } from './texts';

/** What a run prints and how it ends. */
export interface Outcome {
  readonly output: string;
  /** For the reader's terminal, beside an output that goes into a file. */
  readonly aside?: string;
  readonly exitCode: number;
}

/** Runs the command: one question, one outcome. Throws a Fault when nothing can be asked. */
export async function ask(flags: Arguments, tools: AskTools): Promise<Outcome> {
  if (flags.help !== undefined) return answered(flags.help);
  if (flags.list) return answered(listText(tools));
  const question = flags.file
    ? readQuestionFile(flags.file)
    : readSavedQuestion(flags.question as string, tools.questionsDirectory);
  const sent = await sendQuestion(await requestOf(question, flags, tools));
  if (flags.json) return { output: `${jsonText(sent.raw)}\n`, exitCode: exitCodeOf(sent) };
  if (isRefused(sent.answer)) return { output: '', aside: printed(question, sent, tools), exitCode: EXIT.failed };
  if (flags.why) return explained(flags.why, sent, tools);
  if (flags.csv) return csvOutcome(question, sent, tools);
  return answered(printed(question, sent, tools));
}

const answered = (output: string): Outcome => ({ output, exitCode: EXIT.answered });
const exitCodeOf = ({ answer }: SentAnswer): number => (isRefused(answer) ? EXIT.failed : EXIT.answered);

function listText({ language, questionsDirectory }: AskTools): string {
  return `${[TEXTS[language].savedQuestions, ...listQuestions(questionsDirectory).map(({ id, title }) => `  ${id}  ${title[language]}`)].join('\n')}\n`;
}

const tablesFor = (question: Question, { answer }: SentAnswer, { language }: AskTools): Table[] =>
  tablesOf(question.tables, answer, language);

function printed(question: Question, sent: SentAnswer, tools: AskTools): string {
  const { language, coloured } = tools;
  return printAnswer({ question, answer: sent.answer, tables: tablesFor(question, sent, tools), language, coloured });
}

function csvOutcome(question: Question, sent: SentAnswer, tools: AskTools): Outcome {
  return {
    ...answered(writeCsv(tablesFor(question, sent, tools), sent.answer)),
    aside: printTerms({ ...tools, answer: sent.answer }),
  };
}

function explained(path: string, { answer }: SentAnswer, { language }: AskTools): Outcome {
  const { text, known } = explainBlank(path, answer, language);
  return known ? answered(`${text}\n`) : { output: '', aside: `${text}\n`, exitCode: EXIT.usage };
}

/** JSON leaves C1 controls as they are, and a terminal obeys them; written as escapes they are the same text. */
function jsonText(raw: unknown): string {
  return JSON.stringify(raw, null, 2).replace(
    /[\u007f-\u009f]/g,
    (control) => `\\u00${control.charCodeAt(0).toString(16)}`,
  );
}
