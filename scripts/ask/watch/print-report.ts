import type { Language } from '@pasarela/schema/localized-text';
import { printable } from '@pasarela/schema/questions/printable';
import { vocabularyOf } from '@pasarela/schema/questions/vocabulary';
import { fill } from '../texts';
import type { Change, RuleChange } from './change';
import type { Report } from './report';
import { WATCH_TEXTS } from './texts';

/** A report as a reader sees it, in a language. */
export function printReport(report: Report, language: Language): string {
  const { question, title, askedAt, problems } = report;
  const texts = WATCH_TEXTS[language];
  const lines = [`${question}. ${title} (${askedAt})`, ...bodyOf(report, language)];
  const failed =
    report.outcome === 'REFUSED'
      ? texts.refused
      : report.outcome === 'NOT_ANSWERED'
        ? texts.notAnswered
        : texts.problems;
  const told = problems.length > 0 ? [failed, ...problems.map((problem) => `  - ${problem}`)] : [];
  return `${[...lines, ...told].map(printable).join('\n')}\n`;
}

function bodyOf(report: Report, language: Language): string[] {
  const texts = WATCH_TEXTS[language];
  if (report.outcome === 'FIRST')
    return [...(report.dropped ? [texts.dropped] : []), fill(texts.first, { places: report.places })];
  if (report.outcome !== 'COMPARED') return [];
  const { changes, rulesNew, rulesGone, since, ruleSetVersion, rulesBefore } = report;
  return [
    fill(changes.length > 0 ? texts.since : texts.nothing, { since }),
    ...changes.map((change) => `  - ${changeText(change, language)}`),
    ...ruleLines(texts.rulesNew, rulesNew, language),
    ...ruleLines(texts.rulesGone, rulesGone, language),
    ...(ruleSetVersion === rulesBefore ? [] : [fill(texts.ruleSet, { before: rulesBefore, after: ruleSetVersion })]),
  ];
}

function changeText(change: Change, language: Language): string {
  const { kind, table, row, column, path } = change;
  const texts = WATCH_TEXTS[language];
  const where = [table, row, column].filter(Boolean).join(' / ') || path;
  const what = column ? '' : ` ${kind.endsWith('WITHHELD') ? texts.wholeList : texts.aRecord}`;
  return `${texts.kinds[kind]}:${what} ${where}${valuesText(change, language)}`;
}

function valuesText({ kind, from, to, column }: Change, language: Language): string {
  const texts = WATCH_TEXTS[language];
  const words = vocabularyOf(language);
  const written = (value: number | string | null) =>
    typeof value === 'number' ? words.number(value) : words.word(value ?? '');
  if (kind === 'REVISED' && from === to) return ` (${from === null ? texts.changed : texts.provenance})`;
  if (!column || (from === null && to === null)) return '';
  return from === null ? `: ${written(to)}` : `: ${written(from)} -> ${written(to)}`;
}

function ruleLines(title: string, rules: readonly RuleChange[], language: Language): string[] {
  const words = vocabularyOf(language);
  const line = ({ code, path, rule, level }: RuleChange) =>
    `  - ${path}: ${words.word(code)} (${words.level(level)})${rule ? ` ${rule}` : ''}`;
  return rules.length > 0 ? [title, ...rules.map(line)] : [];
}
