/** Cedar's text of a string, or of a list of them as a set. */
export const text = (value: string | readonly string[]): string => JSON.stringify(value);

/** Cedar's text for "every one of these". */
export function allOf(parts: readonly string[]): string {
  const needed = parts.filter((part) => part !== 'true');
  return needed.length === 0 ? 'true' : `(${needed.join(' && ')})`;
}

/** Cedar's text for "at least one of these". */
export function anyOf(parts: readonly string[]): string {
  const possible = parts.filter((part) => part !== 'false');
  return possible.length === 0 ? 'false' : `(${possible.join(' || ')})`;
}

/** Cedar's text for "not this". */
export const not = (part: string): string => `!(${part})`;

/** Cedar's text of the set of entities of a type. */
export const entities = (type: string, ids: readonly string[]): string =>
  `[${ids.map((id) => `${type}::${text(id)}`).join(', ')}]`;
