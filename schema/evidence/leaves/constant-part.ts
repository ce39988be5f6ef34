const constants = new WeakSet<object>();

/**
 * A part of leaves that stands in many of them, such as what an operation shows: frozen through and through, so that
 * it is checked and written out once.
 */
export function constantPart<Part extends object>(part: Part): Part {
  for (const value of Object.values(part)) if (typeof value === 'object' && value !== null) constantPart(value);
  constants.add(Object.freeze(part));
  return part;
}

/** Whether a value is such a part, and can never change. */
export const isConstantPart = (value: object): boolean => constants.has(value);
