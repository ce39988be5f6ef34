type Data = Readonly<Record<string, unknown>>;

/** Whether two values that came as JSON are equal in all. */
export function equalData(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one)) return Array.isArray(other) && equalLists(one, other);
  return !Array.isArray(other) && equalObjects(one as Data, other as Data);
}

function equalLists(one: readonly unknown[], other: readonly unknown[]): boolean {
  if (one.length !== other.length) return false;
  for (let index = 0; index < one.length; index++) if (!equalData(one[index], other[index])) return false;
  return true;
}

function equalObjects(one: Data, other: Data): boolean {
  let members = 0;
  for (const key in one) {
    if (!Object.hasOwn(other, key) || !equalData(one[key], other[key])) return false;
    members++;
  }
  for (const _ in other) members--;
  return members === 0;
}
