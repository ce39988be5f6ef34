const constants = new WeakSet<object>();

/**
 * A part of leaves that stands in many of them, such as what an operation shows: frozen through and through, so that
 * it is checked and written out once.
 * @throws TypeError for what may say something else each time it is read
 */
export function constantPart<Part extends object>(part: Part): Part {
  if (!isPlain(part)) throw new TypeError('Only plain objects and lists of values can never change.');
  for (const value of Object.values(part)) if (typeof value === 'object' && value !== null) constantPart(value);
  constants.add(Object.freeze(part));
  return part;
}

/** Whether a value is such a part, and can never change. */
export const isConstantPart = (value: object): boolean => constants.has(value);

/** Whether all that an object says are values of its own. */
function isPlain(part: object): boolean {
  const prototypes: unknown[] = [null, Object.prototype, Array.prototype];
  const members = Object.values(Object.getOwnPropertyDescriptors(part));
  return prototypes.includes(Object.getPrototypeOf(part)) && members.every((member) => 'value' in member);
}
