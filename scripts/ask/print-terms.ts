import type { Language } from '@pasarela/schema/localized-text';
import { type Answer, isRefused, type Notice } from '@pasarela/schema/questions/answer';
import { printable } from '@pasarela/schema/questions/printable';
import { vocabularyOf } from '@pasarela/schema/questions/vocabulary';
import { inkOf } from './ink';
import { section, type TermsPen } from './pen';
import { TEXTS, type Texts } from './texts';

/** What a file of figures cannot hold, for its reader's terminal: what is withheld, what failed, the terms. */
export function printTerms({
  answer,
  language,
  coloured,
}: {
  readonly answer: Answer;
  readonly language: Language;
  readonly coloured: boolean;
}): string {
  const pen = { texts: TEXTS[language], words: vocabularyOf(language), ink: inkOf(coloured) };
  const parts = [...ruledParts(answer, pen), disclosurePart(answer, pen)];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

/** What failed, what the rules withhold and which fields are about to go; nothing of a request that was refused as a whole. */
export const ruledParts = (answer: Answer, pen: TermsPen): string[] =>
  isRefused(answer) ? [] : [problemsPart(answer, pen), withheldPart(answer, pen), deprecatedPart(answer, pen)];

/** Why the gateway refused the request as a whole, in its words. */
export function refusalPart(answer: Answer, { texts }: TermsPen): string {
  return isRefused(answer) ? [texts.refused, ...answer.problems.map(problemLine)].join('\n') : '';
}

function problemsPart({ problems }: Answer, { texts, ink }: TermsPen): string {
  return problems.length === 0 ? '' : section(texts.problemsTitle, problems.map(problemLine), ink);
}

const problemLine = ({ message, path, extensions }: Answer['problems'][number]): string =>
  printable(`- ${path ? `${path.join('.')}: ` : ''}${message}${extensions?.code ? ` (${extensions.code})` : ''}`);

function withheldPart({ notices }: Answer, { texts, words, ink }: TermsPen): string {
  if (notices.length === 0) return texts.nothingWithheld;
  const lines = notices.map((notice, i) => `{${i + 1}} ${noticeText(notice, { texts, words })}`);
  return section(texts.withheldTitle, [...lines, ...conditionalLines(notices, { texts, words })], ink);
}

function deprecatedPart({ deprecations }: Answer, { texts, ink }: TermsPen): string {
  if (deprecations.length === 0) return '';
  const lines = deprecations.map(({ coordinate, until, instead, reason, contact }) =>
    [
      `- ${coordinate}: ${texts.staysUntil} ${until}${instead ? ` · ${texts.instead}: ${instead}` : ''}`,
      reason,
      contact && `${texts.ask}: ${contact}`,
    ]
      .filter(Boolean)
      .map((line) => printable(line as string))
      .join('\n    '),
  );
  return section(texts.deprecatedTitle, lines, ink);
}

/** Once for each kind of notice that stands whatever the data: that it does not tell what was hidden. */
export function conditionalLines(
  notices: readonly Notice[],
  { texts, words }: Pick<TermsPen, 'texts' | 'words'>,
): string[] {
  return Object.entries(texts.conditional)
    .filter(([code]) => notices.some((notice) => notice.code === code))
    .map(([code, meaning]) => `${words.word(code)}: ${meaning}`);
}

/** A notice in full: where, how far, why, by which rule and law, and whom to ask. */
export function noticeText(notice: Notice, pen: Pick<TermsPen, 'texts' | 'words'>): string {
  const { texts, words } = pen;
  const { path, code, reason, rule, agreements, source, contact } = notice;
  const law = [
    `${texts.rule}: ${rule ?? texts.none}`,
    `${texts.agreements}: ${agreements.join(', ') || texts.none}`,
    `${texts.law}: ${source ?? texts.none}`,
  ];
  const lines = [
    `${path}: ${words.word(code)} (${extentText(notice, pen)})`,
    reason,
    law.join(' · '),
    contact && `${texts.ask}: ${contact}`,
  ];
  return lines
    .filter(Boolean)
    .map((line) => printable(line as string))
    .join('\n    ');
}

function extentText({ code, coordinate, level }: Notice, { texts, words }: Pick<TermsPen, 'texts' | 'words'>): string {
  if (code === 'ROWS_CONDITIONAL') return `${texts.rowsOfType}: ${coordinate}`;
  return `${code === 'CONDITIONAL' ? texts.leastLevel : texts.level}: ${words.level(level)}`;
}

/** Under which purpose, rules, law and obligations the answer was given. */
export function disclosurePart({ disclosure, requestId: refusedId }: Answer, { texts, words, ink }: TermsPen): string {
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
