/** A stored record that went into an answer. */
export interface DisclosedRecord {
  readonly type: string;
  /** The owner's internal id. */
  readonly id: string;
}

/** The stored records that go into one answer, each once. */
export class DisclosedRecords {
  private readonly records = new Map<string, DisclosedRecord>();

  /** Notes a record. One without an id of its own is of nobody. */
  add(type: string, record: object | undefined): void {
    const id = (record as { _id?: unknown } | undefined)?._id;
    if (id === undefined || id === null) return;
    const name = recordName({ type, id: String(id) });
    if (!this.records.has(name)) this.records.set(name, { type, id: String(id) });
  }

  get isEmpty(): boolean {
    return this.records.size === 0;
  }

  all(): DisclosedRecord[] {
    return [...this.records.values()];
  }
}

/** The name under which a record's salt is kept. */
export const recordName = ({ type, id }: DisclosedRecord): string => `${type}:${id}`;

/** The record of such a name. A type has no colon in it. */
export function recordNamed(name: string): DisclosedRecord {
  const colon = name.indexOf(':');
  return { type: name.slice(0, colon), id: name.slice(colon + 1) };
}
