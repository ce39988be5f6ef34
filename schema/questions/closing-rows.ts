import type { Language } from '../localized-text';
import type { Answer } from './answer';
import { holdsSynthetic } from './figure';
import type { NumberedQuestion } from './question';
import { type Row, ruleCells } from './write-csv';

const SYNTHETIC = {
  en: 'SYNTHETIC: this result holds synthetic data, so all of it is synthetic. It says nothing about real people or cases.',
  es: 'SINTÉTICO: este resultado contiene datos sintéticos, por lo que todo él es sintético. No dice nada de personas ni de casos reales.',
} as const;
const DRY_RUN = {
  en: 'Dry run: nothing was fetched. It would cost {cost} and ask: {subgraphs}.',
  es: 'Ensayo: no se obtuvo ningún dato. Costaría {cost} y consultaría: {subgraphs}.',
} as const;

/** What is told besides the figures. */
export interface ClosingInput {
  readonly question: Pick<NumberedQuestion, 'notes'>;
  readonly answer: Answer;
  readonly language: Language;
}

/**
 * What a file of figures must carry with it, a row each, told apart by its state: that it is synthetic, what
 * could not be had, every notice, which fields are about to go, how to read it, and what its receiver owes.
 */
export function closingRows({ question, answer, language }: ClosingInput): Row[] {
  const { data, dryRun, problems, notices, deprecations, disclosure } = answer;
  return [
    ...(holdsSynthetic(data) ? [{ state: 'SYNTHETIC_RESULT', mark: 'SYNTHETIC', note: SYNTHETIC[language] }] : []),
    ...(dryRun ? [{ state: 'DRY_RUN', note: dryRunText(dryRun, language) }] : []),
    ...problems.map(({ message, path = [] }) => ({ state: 'PROBLEM', path: path.join('.'), note: message })),
    ...notices.map((notice) => ({ state: 'NOTICE', path: notice.path, ...ruleCells([notice]) })),
    ...deprecations.map((one) => ({
      state: 'DEPRECATED',
      path: one.paths.join('; '),
      note: `${one.coordinate} ${one.until}: ${one.reason}`,
    })),
    ...question.notes[language].map((note) => ({ state: 'READING_NOTE', note })),
    ...(disclosure?.obligations ?? []).map(({ agreement, deleteBy, passingOn }) => ({
      state: 'OBLIGATION',
      note: `${agreement}: deleteBy ${deleteBy}; ${passingOn}`,
    })),
  ];
}

const dryRunText = ({ cost, subgraphs }: NonNullable<Answer['dryRun']>, language: Language): string =>
  DRY_RUN[language].replace('{cost}', String(cost)).replace('{subgraphs}', subgraphs.join(', '));
