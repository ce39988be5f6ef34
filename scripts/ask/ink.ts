import { styleText } from 'node:util';

/** Emphasis on a terminal; plain text elsewhere. */
export interface Ink {
  bold(text: string): string;
  dim(text: string): string;
}

const PLAIN: Ink = { bold: (text) => text, dim: (text) => text };
const BRIGHT: Ink = {
  bold: (text) => styleText('bold', text, { validateStream: false }),
  dim: (text) => styleText('dim', text, { validateStream: false }),
};

/** Emphasis, or none. */
export const inkOf = (coloured: boolean): Ink => (coloured ? BRIGHT : PLAIN);
