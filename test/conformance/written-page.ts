import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** What a page tells its reader to do, one block of code at a time. */
export type Step =
  | { readonly kind: 'FILE'; readonly file: string; readonly text: string }
  | { readonly kind: 'LINES'; readonly file: string; readonly before: string; readonly text: string }
  | { readonly kind: 'COMMANDS'; readonly lines: readonly string[] };

/** The steps of a page in their order. */
export type Page = readonly Step[];

const BLOCK = /(?:^(?<told>[^\n]+)\n\n)?^```(?<language>\w+)\n(?<text>[\s\S]*?)^```$/gm;

/**
 * Reads a page as its reader does: the line before a block names the file that the block is, or the file and the
 * line before which it goes; a block of `sh` is typed. A block of which nothing is told stops the reading.
 */
export function readPage(markdown: string): Page {
  return [...markdown.matchAll(BLOCK)].map(({ groups }) => stepOf(groups as Block));
}

type Block = Readonly<Record<'told' | 'language' | 'text', string | undefined>>;

function stepOf({ told = '', language, text = '' }: Block): Step {
  if (language === 'sh') return { kind: 'COMMANDS', lines: text.trim().split('\n') };
  const lines = told.match(/^In `([^`]+)`, before the line `(.+)`:$/);
  if (lines) return { kind: 'LINES', file: lines[1] as string, before: lines[2] as string, text };
  const file = told.match(/`([^`]+)`:$/)?.[1];
  if (!file) throw new Error(`The page does not say what this block is: ${told}`);
  return { kind: 'FILE', file, text };
}

/** Writes the files and lines of a page into a workspace. Returns its commands, in order. */
export function followPage(page: Page, workspace: string): string[] {
  return page.flatMap((step) => {
    if (step.kind === 'COMMANDS') return step.lines;
    const file = path.join(workspace, step.file);
    if (step.kind === 'FILE') {
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, step.text, { flag: 'wx' });
    } else writeFileSync(file, withLines(readFileSync(file, 'utf8'), step));
    return [];
  });
}

function withLines(text: string, { file, before, text: added }: Extract<Step, { kind: 'LINES' }>): string {
  const parts = text.split(`\n${before}\n`);
  if (parts.length !== 2) throw new Error(`${file} has the line ${before} ${parts.length - 1} times.`);
  return parts.join(`\n${added}${before}\n`);
}
