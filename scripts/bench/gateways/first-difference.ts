/** The first place at which two JSON values differ, as `users.0.name`; undefined where they are equal. */
export function firstDifference(one: unknown, other: unknown, at = ''): string | undefined {
  if (one === other) return undefined;
  if (!isObject(one) || !isObject(other) || Array.isArray(one) !== Array.isArray(other)) return at || 'data';
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  for (const name of names) {
    const place = at ? `${at}.${name}` : name;
    if (!Object.hasOwn(one, name) || !Object.hasOwn(other, name)) return place;
    const found = firstDifference(one[name], other[name], place);
    if (found) return found;
  }
  return undefined;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
