import { requestError } from '@pasarela/schema/errors';

const MAX_TEXT = 20_000;

/** The values of a question's variables, from one JSON object; none where nothing is given. @throws BAD_INPUT. */
export function readVariables(text: string | null | undefined): Record<string, unknown> {
  const value = text == null ? {} : parsed(text);
  if (value !== null && typeof value === 'object' && !Array.isArray(value)) return value as Record<string, unknown>;
  throw requestError('BAD_INPUT', { what: `variables is one JSON object of at most ${MAX_TEXT} characters` });
}

/** Null for what is no JSON: what was given is never repeated. */
function parsed(text: string): unknown {
  try {
    return text.length <= MAX_TEXT ? JSON.parse(text) : null;
  } catch {
    return null;
  }
}
