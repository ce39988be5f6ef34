import type { Shape } from './representation-shapes';

/** A representation as the gateway sent it. */
export type Representation = Readonly<Record<string, unknown>>;

/**
 * Of a representation only what its shape holds. INVARIANT: no name of the sender's choice is read, and no
 * object stands where a value should: `{ "$ne": null }` is no key, and `__proto__` no field.
 */
export function trimRepresentation(given: Representation, shape: Shape): Record<string, unknown> {
  const trimmed: Record<string, unknown> = {};
  for (const [name, below] of shape) {
    const value = Object.hasOwn(given, name) ? trimValue(given[name], below) : undefined;
    if (value !== undefined) trimmed[name] = value;
  }
  return trimmed;
}

function trimValue(value: unknown, shape: Shape): unknown {
  if (value === null) return null;
  if (Array.isArray(value)) return value.map((item) => trimValue(item, shape) ?? null);
  if (typeof value === 'object') return shape.size > 0 ? trimRepresentation(value as Representation, shape) : undefined;
  return shape.size > 0 ? undefined : value;
}
