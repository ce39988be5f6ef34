const NOTHING = '{}';
/** Longer ones are not remembered. */
const MOST_CHARACTERS = 2_000;

/**
 * What decisions read of variables' values, as a text: which are there and which are null, how they nest, true and
 * false, and numbers, of which page sizes are. Of a text they read nothing, so that the next page and another person's
 * record are decided alike. Undefined where it is too long to be remembered by.
 */
export function readOfVariables(coerced: Readonly<Record<string, unknown>>): string | undefined {
  if (Object.keys(coerced).length === 0) return NOTHING;
  const read = JSON.stringify(coerced, withoutTexts);
  return read.length > MOST_CHARACTERS ? undefined : read;
}

const withoutTexts = (_: string, value: unknown): unknown => (typeof value === 'string' ? '' : value);
