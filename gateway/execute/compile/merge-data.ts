type Data = Record<string, unknown>;

/**
 * Puts what a fetch brought into an object of the answer. Objects that both have become one; of other values the newer
 * stands. INVARIANT: what was brought is not changed, so that it can go into several objects.
 */
export function mergeData(target: object, brought: object): void {
  for (const key in brought) {
    const value = (brought as Data)[key];
    // What failed once may have come otherwise.
    if (value === undefined && Object.hasOwn(target, key)) continue;
    if (typeof value !== 'object' || value === null) setMember(target, key, value);
    else mergeObject(target, key, value);
  }
}

function mergeObject(target: object, key: string, value: object): void {
  const known = Object.hasOwn(target, key) ? (target as Data)[key] : undefined;
  if (typeof known !== 'object' || known === null) setMember(target, key, value);
  else if (Array.isArray(known) && Array.isArray(value)) mergeLists(known, value);
  else mergeData(known, value);
}

function mergeLists(known: unknown[], added: readonly unknown[]): void {
  for (let index = 0; index < added.length; index++) {
    const [one, other] = [known[index], added[index]];
    if (other === undefined && index < known.length) continue;
    if (typeof one !== 'object' || one === null || typeof other !== 'object' || other === null) known[index] = other;
    else if (Array.isArray(one) && Array.isArray(other)) mergeLists(one, other);
    else mergeData(one, other);
  }
}

/** INVARIANT: a member named as the prototype is a member, and the prototype stays. */
function setMember(target: object, key: string, value: unknown): void {
  if (key === '__proto__')
    Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
  else (target as Data)[key] = value;
}
