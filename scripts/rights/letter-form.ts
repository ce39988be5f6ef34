import type { Language } from '@pasarela/schema/localized-text';
import type { RightsDefinition } from '@pasarela/serve/rights/rights-definition';

/** A part of a letter: its title, what it says, and rows of what is called how. */
export interface LetterPart {
  readonly title: string;
  readonly lines: readonly string[];
  readonly rows: ReadonlyArray<readonly [name: string, value: string]>;
}

/** A letter to a person, before it is text or a page. */
export interface Letter {
  readonly language: Language;
  readonly title: string;
  readonly lines: readonly string[];
  readonly parts: readonly LetterPart[];
}

/** What a letter is of: a case, by whose law, in which language. */
export interface LetterOptions {
  readonly definition: Pick<RightsDefinition, 'law' | 'types'>;
  readonly language: Language;
}
