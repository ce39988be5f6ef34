import { describedTexts } from './described-texts';
import type { SpanishFile } from './read-spanish';

/** What is wrong with the Spanish of a text, and where to mend it. */
export interface SpanishProblem {
  /** The English text. */
  readonly text: string;
  /** The file of `descriptions/es`, without its ending. */
  readonly file: string;
  readonly cause: 'has no Spanish text' | 'is said by no schema any more' | 'stands twice';
}

/** Texts that do not have exactly one Spanish text. @param sdls schemas by subgraph name */
export function checkSpanish(sdls: ReadonlyMap<string, string>, files: readonly SpanishFile[]): SpanishProblem[] {
  const saidBy = filesByText(sdls);
  const found = new Set<string>();
  const problems: SpanishProblem[] = [];
  for (const { name: file, texts } of files)
    for (const { en: text } of texts) {
      if (!saidBy.has(text)) problems.push({ text, file, cause: 'is said by no schema any more' });
      else if (found.has(text)) problems.push({ text, file, cause: 'stands twice' });
      found.add(text);
    }
  for (const [text, file] of saidBy) if (!found.has(text)) problems.push({ text, file, cause: 'has no Spanish text' });
  return problems;
}

/** By text: the file in which its Spanish belongs. */
export function filesByText(sdls: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const saidBy = new Map<string, string>();
  for (const [name, sdl] of sdls)
    for (const text of describedTexts(sdl)) saidBy.set(text, saidBy.has(text) ? 'shared' : name);
  return saidBy;
}
