import type { Language } from '@pasarela/schema/localized-text';
import type { Answer } from './answer';
import {
  ANY_POSITION,
  covers,
  expand,
  formatPath,
  type PathPattern,
  parseNoticePath,
  parsePath,
  valueAt,
} from './answer-path';
import { isFigure, isRecord } from './figure';
import { figureText } from './print-table';
import { noticeText } from './print-terms';
import { printable } from './printable';
import { fill, TEXTS, type Texts } from './texts';
import { vocabularyOf } from './vocabulary';

/** An explanation; `known` is false when the question has no such path. */
export interface Explanation {
  readonly text: string;
  readonly known: boolean;
}

/** Says why the place at a path is blank: by which rule, in which state, or that a null says nothing. */
export function explainBlank(pathText: string, answer: Answer, language: Language): Explanation {
  return new Explaining(answer, language).explain(parsePath(pathText));
}

class Explaining {
  private readonly texts: Texts;
  private readonly words;

  constructor(
    private readonly answer: Answer,
    language: Language,
  ) {
    this.texts = TEXTS[language];
    this.words = vocabularyOf(language);
  }

  explain(path: PathPattern): Explanation {
    const covering = this.noticesWhere((notice) => covers(notice, path));
    if (covering.length > 0)
      return known([this.headline(path, covering), ...covering.map((notice) => this.notice(notice))].join('\n'));
    if (this.answer.dryRun) return known(this.fill('notFetched', path));
    const places = this.places(path);
    const values = places.map((place) => valueAt(this.answer.data, place)).filter((value) => value !== undefined);
    if (values.length === 0) return this.unknown(path);
    const beneath = this.noticesWhere((notice) => covers(path, notice));
    if (beneath.length > 0)
      return known([this.fill('beneath', path), ...beneath.map((notice) => this.notice(notice))].join('\n'));
    return known(
      places
        .slice(0, MOST_PLACES)
        .map((place) => this.value(place))
        .join('\n'),
    );
  }

  /** The places that the path names; when a list on the way is null, the list. */
  private places(path: PathPattern): PathPattern[] {
    const places = expand(this.answer.data, path);
    const prefixes = path.map((_, i) => path.slice(0, i + 1));
    const missing = prefixes.find((prefix) => valueAt(this.answer.data, prefix) === null);
    return places.length === 0 && missing ? [missing] : places;
  }

  private noticesWhere(test: (pattern: PathPattern) => boolean): Answer['notices'] {
    return this.answer.notices.filter(({ path }) => test(parseNoticePath(path)));
  }

  private headline(path: PathPattern, notices: Answer['notices']): string {
    return this.fill(notices.some(({ code }) => code === 'WITHHELD') ? 'withheld' : 'lowered', path);
  }

  private notice(notice: Answer['notices'][number]): string {
    return `  - ${noticeText(notice, { texts: this.texts, words: this.words })}`;
  }

  private value(path: PathPattern): string {
    const { data } = this.answer;
    const parent = valueAt(data, path.slice(0, -1));
    const value = isFigure(parent) && path.at(-1) === 'value' ? parent : valueAt(data, path);
    if (isFigure(value)) return this.figure(path, value);
    const problem = this.answer.problems.find((candidate) => candidate.path && covers(candidate.path, path));
    if (value === null && problem) return this.fill('outage', path, { message: problem.message });
    if (value === null) return this.fill('nullValue', path);
    if (typeof value === 'object') return this.inside(path, value as object);
    return this.fill('notBlank', path, { value: String(value) });
  }

  /** An object or list is not blank itself; what is blank inside it is explained. */
  private inside(path: PathPattern, value: object): string {
    const blanks = blankPlaces(value, path).slice(0, MOST_PLACES);
    return blanks.length === 0
      ? this.fill('notBlank', path, { value: '{ … }' })
      : blanks.map((place) => this.value(place)).join('\n');
  }

  private figure(path: PathPattern, figure: Parameters<typeof figureText>[0]): string {
    const { state, value, note, countingParty } = figure;
    if (value !== null) return this.fill('notBlank', path, { value: figureText(figure, this.words) });
    const meaning = (this.texts.states as Readonly<Record<string, string>>)[state] ?? '';
    return [this.fill('state', path, { state: this.words.word(state), meaning }), note, countingParty]
      .filter(Boolean)
      .map((line) => printable(line as string))
      .join('\n  ');
  }

  private unknown(path: PathPattern): Explanation {
    const examples = knownPaths(this.answer.data).slice(0, 8).join(', ');
    return { known: false, text: this.fill('notAsked', path, { known: examples }) };
  }

  private fill(text: keyof Texts['why'], path: PathPattern, slots: Readonly<Record<string, string>> = {}): string {
    return printable(fill(this.texts.why[text], { path: formatPath(path), ...slots }));
  }
}

/** A path with `@` may name very many places; the first ones tell enough. */
const MOST_PLACES = 10;

const known = (text: string): Explanation => ({ known: true, text });

/** The places inside a value that hold null or a figure without a value. */
function blankPlaces(value: unknown, path: PathPattern): PathPattern[] {
  if (value === null || (isFigure(value) && value.value === null)) return [path];
  if (typeof value !== 'object' || isFigure(value)) return [];
  return Object.entries(value).flatMap(([key, entry]) =>
    blankPlaces(entry, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

/** The places that an answer has, lists as `@`. */
function knownPaths(value: unknown, path: PathPattern = []): string[] {
  if (Array.isArray(value)) return [...new Set(value.flatMap((entry) => knownPaths(entry, [...path, ANY_POSITION])))];
  if (!isRecord(value) || isFigure(value)) return [formatPath(path)];
  return Object.entries(value).flatMap(([key, entry]) => knownPaths(entry, [...path, key]));
}
