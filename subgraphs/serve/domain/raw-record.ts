const records = new WeakMap<object, object>();

/**
 * Notes the stored record from which an object is made, so that conditions of rules are decided on raw values.
 * An object of a record type without one is unknown to every condition: grants fail and caps hold.
 */
export function withRecord<Made extends object>(made: Made, record: object): Made {
  records.set(made, record);
  return made;
}

/** The stored record behind an object, if its domain noted one. */
export const recordOf = (made: unknown): object | undefined =>
  made !== null && typeof made === 'object' ? records.get(made) : undefined;
