import { errorMessage, RequestError } from '@pasarela/schema/errors';
import type { Language } from '@pasarela/schema/localized-text';
import { fill, TEXTS, type Texts } from './texts';

/** A reason to stop, told in one line of the reader's language. */
export class PartyFault extends Error {
  constructor(
    readonly fault: keyof Texts['faults'],
    readonly slots: Readonly<Record<string, string | number>> = {},
  ) {
    super(fill(TEXTS.en.faults[fault], slots));
  }
}

/** One line for whatever went wrong, in a language where there is a text in it. */
export function lineOf(error: unknown, language: Language): string {
  if (error instanceof PartyFault) return fill(TEXTS[language].faults[error.fault], error.slots);
  if (error instanceof RequestError) return errorMessage(error.code, language, error.details);
  return error instanceof Error ? error.message : String(error);
}
