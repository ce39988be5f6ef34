import type { Language } from '@pasarela/schema/localized-text';
import type { Answer, Notice } from '@pasarela/schema/questions/answer';
import {
  ANY_POSITION,
  covers,
  expand,
  formatPath,
  type PathPattern,
  parseNoticePath,
  parsePath,
  valueAt,
} from '@pasarela/schema/questions/answer-path';
import { isFigure, isRecord } from '@pasarela/schema/questions/figure';
import { isConditional, isOnRows, missingRecordNotices, valueNotices } from '@pasarela/schema/questions/notice-reach';
import { vocabularyOf } from '@pasarela/schema/questions/vocabulary';
import { conditionalLines, noticeText } from './print-terms';
import { MOST_PLACES, pathLine, type Telling, tellValue } from './tell-value';
import { TEXTS, type Texts } from './texts';

/** An explanation; `known` is false when the question has no such path. */
export interface Explanation {
  readonly text: string;
  readonly known: boolean;
}

/** Says why the place at a path is blank: by which rule, in which state, or that a null says nothing. */
export function explainBlank(pathText: string, answer: Answer, language: Language): Explanation {
  const telling = { answer, texts: TEXTS[language], words: vocabularyOf(language) };
  return explain(parsePath(pathText), telling);
}

type Notices = readonly Notice[];

function explain(path: PathPattern, telling: Telling): Explanation {
  const { answer, texts } = telling;
  const ruling = valueNotices(path, answer);
  const alwaysRuled = ruling.length > 0 && !ruling.some(isConditional);
  if (alwaysRuled) return known(rulingLines(path, ruling, telling));
  const places = placesOf(path, answer);
  const onTheWay = missingRecordNotices(path, answer);
  if (places.length === 0 && onTheWay.length === 0 && !answer.dryRun) return unknown(path, telling);
  const missing = answer.notices.filter((notice) => isOnRowsAt(path, notice) || onTheWay.includes(notice));
  const beneath = noticesBeneath(path, answer).filter((notice) => ![...ruling, ...missing].includes(notice));
  const ruled = [
    ...rulingLines(path, ruling, telling),
    ...groupLines('missingRows', { path, notices: missing }, telling),
    ...groupLines('beneath', { path, notices: beneath }, telling),
    ...conditionalLines(beneath, telling).map((line) => `  ${line}`),
  ];
  if (answer.dryRun) return known(ruled.length > 0 ? ruled : [pathLine('notFetched', path, { texts })]);
  const told = beneath.length > 0 ? places.filter((place) => valueAt(answer.data, place) === null) : places;
  return known([...ruled, ...told.slice(0, MOST_PLACES).map((place) => tellValue(place, telling))]);
}

const known = (lines: readonly string[]): Explanation => ({ known: true, text: lines.join('\n') });

function unknown(path: PathPattern, { answer, texts }: Telling): Explanation {
  const examples = knownPaths(answer.data).slice(0, 8).join(', ');
  return { known: false, text: pathLine('notAsked', path, { texts, slots: { known: examples } }) };
}

/** The places of the answer that the path names; when a list on the way is null, the list. */
function placesOf(path: PathPattern, { data }: Answer): PathPattern[] {
  const places = expand(data, path);
  const prefixes = path.map((_, i) => path.slice(0, i + 1));
  const missing = prefixes.find((prefix) => valueAt(data, prefix) === null);
  return (places.length === 0 && missing ? [missing] : places).filter((place) => valueAt(data, place) !== undefined);
}

const noticesBeneath = (path: PathPattern, { notices }: Answer): Notices =>
  notices.filter((notice) => covers(path, parseNoticePath(notice.path)));

/** Whether the path names the very rows that the notice is about. */
function isOnRowsAt(path: PathPattern, notice: Notice): boolean {
  const [rows, pattern] = [parseNoticePath(formatPath(path)), parseNoticePath(notice.path)];
  return isOnRows(notice) && pattern.length === rows.length && covers(pattern, rows);
}

const HEADLINES: ReadonlyArray<readonly [Notice['code'], keyof Texts['why']]> = [
  ['WITHHELD', 'withheld'],
  ['LOWERED', 'lowered'],
  ['CONDITIONAL', 'conditional'],
];

/** What the notices on a value come to, and each of them. */
function rulingLines(path: PathPattern, notices: Notices, telling: Telling): string[] {
  const headlines = HEADLINES.flatMap(([code, text]) => {
    const those = notices.filter((notice) => notice.code === code);
    return those.length > 0 ? [headline(text, { path, notices: those }, telling)] : [];
  });
  return [...headlines, ...notices.map((notice) => noticeLine(notice, telling))];
}

interface Group {
  readonly path: PathPattern;
  readonly notices: Notices;
}

function groupLines(text: 'missingRows' | 'beneath', group: Group, telling: Telling): string[] {
  if (group.notices.length === 0) return [];
  return [headline(text, group, telling), ...group.notices.map((notice) => noticeLine(notice, telling))];
}

const headline = (text: keyof Texts['why'], { path, notices }: Group, { texts }: Telling): string =>
  pathLine(text, path, { texts, slots: { rules: notices.map(({ rule }) => rule ?? texts.none).join(', ') } });

const noticeLine = (notice: Notice, telling: Telling): string => `  - ${noticeText(notice, telling)}`;

/** The places that an answer has, lists as `@`. */
function knownPaths(value: unknown, path: PathPattern = []): string[] {
  if (Array.isArray(value)) return [...new Set(value.flatMap((entry) => knownPaths(entry, [...path, ANY_POSITION])))];
  if (!isRecord(value) || isFigure(value)) return [formatPath(path)];
  return Object.entries(value).flatMap(([key, entry]) => knownPaths(entry, [...path, key]));
}
