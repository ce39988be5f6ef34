import type { Language } from '@pasarela/schema/localized-text';
import { type Answer, isRefused, type Notice } from './answer';
import { holdsSynthetic, isRecord } from './figure';
import { type Ink, inkOf } from './ink';
import { drawTable, type TablePen } from './print-table';
import { printable } from './printable';
import { type Footnote, Footnotes } from './provenance';
import type { Question } from './question';
import type { Table } from './table';
import { TEXTS, type Texts } from './texts';
import { type Vocabulary, vocabularyOf } from './vocabulary';

/** What is printed, and how. */
export interface PrintInput {
  readonly question: Pick<Question, 'id' | 'title' | 'notes'>;
  readonly answer: Answer;
  readonly tables: readonly Table[];
  readonly language: Language;
  readonly coloured: boolean;
}

interface Pen extends TablePen {
  readonly texts: Texts;
  readonly language: Language;
}

/** The answer as a reader sees it: title, tables, provenance, what is withheld and why, cautions, terms. */
export function printAnswer(input: PrintInput): string {
  const { answer, tables, language } = input;
  const pen: Pen = {
    texts: TEXTS[language],
    language,
    words: vocabularyOf(language),
    footnotes: new Footnotes(tables),
    ink: inkOf(input.coloured),
  };
  const body = answer.dryRun
    ? [dryRunPart(answer.dryRun, pen)]
    : [...tableParts(input, pen), figuresPart(pen), blanksPart(tables, pen)];
  const parts = [
    titlePart(input, pen),
    refusalPart(answer, pen),
    ...body,
    ...ruledParts(answer, pen),
    isRefused(answer) ? '' : notesPart(input, pen),
    disclosurePart(answer, pen),
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

/** What a file of figures cannot hold, for its reader's terminal: what is withheld, what failed, the terms. */
export function printTerms({
  answer,
  language,
  coloured,
}: Pick<PrintInput, 'answer' | 'language' | 'coloured'>): string {
  const pen = { texts: TEXTS[language], words: vocabularyOf(language), ink: inkOf(coloured) };
  const parts = [...ruledParts(answer, pen), disclosurePart(answer, pen)];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

type TermsPen = Pick<Pen, 'texts' | 'words' | 'ink'>;

const ruledParts = (answer: Answer, pen: TermsPen): string[] =>
  isRefused(answer) ? [] : [problemsPart(answer, pen), withheldPart(answer, pen)];

function titlePart({ question: { id, title }, language }: PrintInput, { ink }: Pen): string {
  return title ? ink.bold(`${id}. ${title[language]}`) : '';
}

function refusalPart(answer: Answer, { texts }: Pen): string {
  return isRefused(answer) ? [texts.refused, ...answer.problems.map(problemLine)].join('\n') : '';
}

function tableParts({ tables, answer }: PrintInput, pen: Pen): string[] {
  const { texts, ink } = pen;
  const drawn = tables.map(
    (table) =>
      `${ink.bold(printable(table.title))}\n${table.rows.length > 0 ? drawTable(table, pen) : emptyText(table, pen)}`,
  );
  return [
    holdsSynthetic(answer.data) ? ink.bold(texts.syntheticResult) : '',
    ...drawn,
    hasMore(answer.data) ? texts.moreRows : '',
  ];
}

function emptyText({ empty }: Table, { texts, words }: Pen): string {
  if (!empty || empty.blank === 'NULL') return texts.noRows;
  return `${words.word(empty.blank ?? '')}${empty.notice === undefined ? '' : ` {${empty.notice}}`}`;
}

function hasMore(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(hasMore);
  return isRecord(value) && (value.hasNextPage === true || Object.values(value).some(hasMore));
}

function figuresPart(pen: Pen): string {
  if (pen.footnotes.all.length === 0) return '';
  return section(
    pen.texts.figures,
    pen.footnotes.all.map((footnote) => footnoteText(footnote, pen)),
    pen.ink,
  );
}

/** How many periods a footnote lists before it only gives their range. */
const LISTED_PERIODS = 4;

function footnoteText({ number, figure, coverage }: Footnote, { texts, words }: Pen): string {
  const { countingParty, unit, status, asOf, definition, dataset, source, note } = figure;
  const ends = coverage.flatMap((period) => period.split('..')).sort();
  const covered =
    coverage.length > LISTED_PERIODS
      ? `${coverage.length} ${texts.periodsEach}: ${ends[0]}..${ends.at(-1)}`
      : coverage.join(', ');
  const first = [
    countingParty ?? texts.unknownParty,
    unit && words.word(unit),
    status && words.word(status),
    asOf && `${texts.asOf} ${asOf}`,
    covered && `${texts.covers} ${covered}`,
  ];
  const second = [dataset && `${texts.dataset}: ${dataset}`, source && `${texts.source}: ${source}`];
  const lines = [
    first.filter(Boolean).join(' · '),
    definition,
    second.filter(Boolean).join(' · '),
    note && `${texts.note}: ${note}`,
  ];
  return `[${number}] ${lines
    .filter(Boolean)
    .map((line) => printable(line as string))
    .join('\n    ')}`;
}

function blanksPart(tables: readonly Table[], { texts, words, ink }: Pen): string {
  const cells = tables.flatMap(({ rows }) => rows.flat());
  const states = new Set(cells.map((cell) => (cell?.figure?.value === null ? cell.figure.state : cell?.blank)));
  const meanings = Object.entries(texts.states).filter(([state]) => states.has(state));
  return meanings.length === 0
    ? ''
    : section(
        texts.blanks,
        meanings.map(([state, meaning]) => `${state === 'NULL' ? '—' : words.word(state)}: ${meaning}`),
        ink,
      );
}

function problemsPart({ problems }: Answer, { texts, ink }: TermsPen): string {
  return problems.length === 0 ? '' : section(texts.problemsTitle, problems.map(problemLine), ink);
}

const problemLine = ({ message, path, extensions }: Answer['problems'][number]): string =>
  printable(`- ${path ? `${path.join('.')}: ` : ''}${message}${extensions?.code ? ` (${extensions.code})` : ''}`);

function withheldPart({ notices }: Answer, { texts, words, ink }: TermsPen): string {
  if (notices.length === 0) return texts.nothingWithheld;
  return section(
    texts.withheldTitle,
    notices.map((notice, i) => `{${i + 1}} ${noticeText(notice, { texts, words })}`),
    ink,
  );
}

/** A notice in full: where, how far, why, by which rule and law, and whom to ask. */
export function noticeText(notice: Notice, { texts, words }: { texts: Texts; words: Vocabulary }): string {
  const { path, code, level, reason, rule, agreements, source, contact } = notice;
  const law = [
    `${texts.rule}: ${rule ?? texts.none}`,
    `${texts.agreements}: ${agreements.join(', ') || texts.none}`,
    `${texts.law}: ${source ?? texts.none}`,
  ];
  const lines = [
    `${path}: ${words.word(code)} (${texts.level}: ${words.level(level)})`,
    reason,
    law.join(' · '),
    contact && `${texts.ask}: ${contact}`,
  ];
  return lines
    .filter(Boolean)
    .map((line) => printable(line as string))
    .join('\n    ');
}

function dryRunPart({ cost, subgraphs, coordinates }: NonNullable<Answer['dryRun']>, { texts, ink }: Pen): string {
  const lines = [
    `${texts.cost}: ${cost}`,
    `${texts.subgraphs}: ${subgraphs.join(', ') || texts.none}`,
    `${texts.fieldsShown}: ${coordinates.join(', ') || texts.none}`,
  ];
  return section(texts.dryRunTitle, lines.map(printable), ink);
}

function notesPart({ question: { notes }, language }: PrintInput, { texts, ink }: Pen): string {
  return notes
    ? section(
        texts.notes,
        notes[language].map((note) => `- ${note}`),
        ink,
      )
    : '';
}

function disclosurePart({ disclosure, requestId: refusedId }: Answer, { texts, words, ink }: TermsPen): string {
  if (!disclosure) return refusedId ? printable(`${texts.request} ${refusedId}`) : '';
  const { requestId, purpose, ruleSetVersion, legalBasis, obligations } = disclosure;
  const line = [
    `${texts.request} ${requestId}`,
    `${texts.purpose} ${words.word(purpose)}`,
    `${texts.ruleSet} ${ruleSetVersion}`,
    `${texts.legalBasis}: ${legalBasis.join('; ') || texts.none}`,
  ];
  const duties = obligations.map(
    ({ agreement, deleteBy, passingOn }) =>
      `${agreement}: ${texts.deleteWithin} ${periodText(deleteBy, texts)}; ${texts.passingOn}: ${passingOn}`,
  );
  return section(texts.disclosureTitle, [line.join(' · '), ...duties].map(printable), ink);
}

/** `P2Y` as a reader says it; a period of several parts stays as it is. */
function periodText(period: string, { periods }: Texts): string {
  const [, amount, unit] = period.match(/^P(\d+)([YMWD])$/) ?? [];
  return unit ? `${amount} ${periods[unit as keyof typeof periods][amount === '1' ? 0 : 1]}` : period;
}

const section = (title: string, lines: readonly string[], ink: Ink): string => [ink.bold(title), ...lines].join('\n');
