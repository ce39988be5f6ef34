import type { Ink } from './ink';
import type { TablePen } from './print-table';
import type { Texts } from './texts';

/** What every part of the print is written with. */
export interface Pen extends TablePen {
  readonly texts: Texts;
}

/** What the parts without figures are written with. */
export type TermsPen = Pick<Pen, 'texts' | 'words' | 'ink'>;

/** A part of the print: its title and its lines. */
export const section = (title: string, lines: readonly string[], ink: Ink): string =>
  [ink.bold(title), ...lines].join('\n');
