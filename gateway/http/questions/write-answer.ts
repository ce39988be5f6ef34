import type { Language } from '@pasarela/schema/localized-text';
import { type Answer, answerSchema } from '@pasarela/schema/questions/answer';
import { closingRows } from '@pasarela/schema/questions/closing-rows';
import { holdsSynthetic } from '@pasarela/schema/questions/figure';
import type { NumberedQuestion } from '@pasarela/schema/questions/question';
import { tablesOf } from '@pasarela/schema/questions/tables-of';
import { writeCsv } from '@pasarela/schema/questions/write-csv';
import type { Answered } from '../../request-state';
import { listedQuestion } from './listed-question';

/** An answer to a saved question, and in which language it is told. */
export interface AnsweredQuestion {
  readonly question: NumberedQuestion;
  readonly answered: Answered;
  readonly language: Language;
}

const BYTE_ORDER_MARK = '\uFEFF';

/** The answer as GraphQL gives it, the question's texts before it; its data stays the very text of the evidence. */
export function jsonBytes({ question, answered, language }: AnsweredQuestion): Buffer {
  const { body, bytes = Buffer.from(JSON.stringify(body)) } = answered;
  const told = { ...listedQuestion(question, language), synthetic: holdsSynthetic(body.data) };
  return Buffer.concat([Buffer.from(`{"question":${JSON.stringify(told)},`), bytes.subarray(1)]);
}

/** The answer as a file for spreadsheets, and its receipt for a header. */
export function csvFile({ question, answered, language }: AnsweredQuestion, bom: boolean) {
  const answer = answerSchema.parse(answered.body);
  const csv = writeCsv(
    tablesOf(question.tables, answer, language),
    answer,
    closingRows({ question, answer, language }),
  );
  return { text: `${bom ? BYTE_ORDER_MARK : ''}${csv}`, receipt: receiptHeader(answer) };
}

/** The receipt without what the file's rows say already, in characters that a header may hold. */
function receiptHeader({ receipt }: Answer): string | undefined {
  if (!receipt) return undefined;
  const { obligations: _, ...told } = receipt;
  return JSON.stringify(told).replace(
    /[^\u0020-\u007e]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
