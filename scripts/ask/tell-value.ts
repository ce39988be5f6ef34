import type { Answer } from '@pasarela/schema/questions/answer';
import { formatPath, type PathPattern, valueAt } from '@pasarela/schema/questions/answer-path';
import { type Figure, isFigure } from '@pasarela/schema/questions/figure';
import { isConditional, missingRecordNotices, valueNotices } from '@pasarela/schema/questions/notice-reach';
import { printable } from '@pasarela/schema/questions/printable';
import { isOutageAt } from '@pasarela/schema/questions/table';
import type { Vocabulary } from '@pasarela/schema/questions/vocabulary';
import { figureText } from './print-table';
import { fill, type Texts } from './texts';

/** What an explanation is written from, and with. */
export interface Telling {
  readonly answer: Answer;
  readonly texts: Texts;
  readonly words: Vocabulary;
}

/** A path with `@` may name very many places; the first ones tell enough. */
export const MOST_PLACES = 10;

type Text = keyof Texts['why'];
type Slots = Readonly<Record<string, string>>;

/** A line about a path. */
export const pathLine = (text: Text, path: PathPattern, { texts, slots }: { texts: Texts; slots?: Slots }): string =>
  printable(fill(texts.why[text], { path: formatPath(path), ...slots }));

/** Tells what stands at one place of the answer, and what the null means when nothing does. */
export function tellValue(path: PathPattern, telling: Telling): string {
  const { answer, texts } = telling;
  const parent = valueAt(answer.data, path.slice(0, -1));
  const value = isFigure(parent) && path.at(-1) === 'value' ? parent : valueAt(answer.data, path);
  if (isFigure(value)) return tellFigure(path, value, telling);
  if (value === null) return tellNull(path, telling);
  if (typeof value === 'object') return tellInside(path, value, telling);
  return pathLine(notBlank(path, answer), path, { texts, slots: { value: String(value) } });
}

function tellNull(path: PathPattern, { answer, texts }: Telling): string {
  const problem = answer.problems.find((candidate) => isOutageAt(candidate, path));
  if (problem) return pathLine('outage', path, { texts, slots: { message: problem.message } });
  return pathLine(isUncertain(path, answer) ? 'nullConditional' : 'nullValue', path, { texts });
}

/** An object or list is not blank itself; what is blank inside it is explained. */
function tellInside(path: PathPattern, value: unknown, telling: Telling): string {
  const { answer, texts } = telling;
  const blanks = blankPlaces(value, path).slice(0, MOST_PLACES);
  return blanks.length === 0
    ? pathLine(notBlank(path, answer), path, { texts, slots: { value: '{ … }' } })
    : blanks.map((place) => tellValue(place, telling)).join('\n');
}

function tellFigure(path: PathPattern, figure: Figure, { answer, texts, words }: Telling): string {
  const { state, value, note, countingParty } = figure;
  if (value !== null)
    return pathLine(notBlank(path, answer), path, { texts, slots: { value: figureText(figure, words) } });
  const meaning = (texts.states as Slots)[state] ?? '';
  return [pathLine('state', path, { texts, slots: { state: words.word(state), meaning } }), note, countingParty]
    .filter(Boolean)
    .map((line) => printable(line as string))
    .join('\n  ');
}

const notBlank = (path: PathPattern, answer: Answer): Text =>
  isUncertain(path, answer) ? 'notBlankConditional' : 'notBlank';

/** Whether a rule may have hidden or lowered what stands there, and nobody is told whether it did. */
const isUncertain = (path: PathPattern, answer: Answer): boolean =>
  [...valueNotices(path, answer), ...missingRecordNotices(path, answer)].some(isConditional);

/** The places inside a value that hold null or a figure without a value. */
function blankPlaces(value: unknown, path: PathPattern): PathPattern[] {
  if (value === null || (isFigure(value) && value.value === null)) return [path];
  if (typeof value !== 'object' || isFigure(value)) return [];
  return Object.entries(value).flatMap(([key, entry]) =>
    blankPlaces(entry, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}
