import type { AskedQuestion } from '@pasarela/schema/access/review/questions-that-change';
import type { Connection } from 'mongoose';
import { QuestionCount, SavedQuestion } from './saved-question';
import { type SavedQuestionRow, savedQuestionModel } from './saved-question.model';

/** A saved question as it is asked. */
export interface RegisteredQuestion extends AskedQuestion {
  readonly row: SavedQuestionRow;
}

/** The questions of every party, or of one, by party and name. For working out what a change does to them. */
export async function registeredQuestions(connection: Connection, party?: string): Promise<RegisteredQuestion[]> {
  const rows = await savedQuestionModel(connection)
    .find(party === undefined ? {} : { party })
    .sort({ party: 1, name: 1 })
    .lean<SavedQuestionRow[]>();
  return rows.map((row) => {
    const { party: of, agency, roles, purpose, caseGiven, query } = row;
    const variables = JSON.parse(row.variables) as Record<string, unknown>;
    return { row, party: of, agency: agency ?? null, roles, purpose, caseGiven, query, variables };
  });
}

/** A question as its own party sees it. */
export const showQuestion = ({ _id: id, ...row }: SavedQuestionRow): SavedQuestion =>
  Object.assign(new SavedQuestion(), { id, ...row });

/** How many questions each party has. INVARIANT: of another party's questions nothing but their number is told. */
export function countsByParty(questions: readonly Pick<AskedQuestion, 'party'>[]): QuestionCount[] {
  const counts = Map.groupBy(questions, ({ party }) => party);
  return [...counts]
    .map(([party, { length }]) => Object.assign(new QuestionCount(), { party, questions: length }))
    .sort((one, other) => (one.party < other.party ? -1 : 1));
}
