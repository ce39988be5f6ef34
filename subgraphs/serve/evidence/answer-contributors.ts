import { type DisclosedRecord, DisclosedRecords } from './disclosed-records';

/** A record of a joint domain at one place of an answer. */
export interface HeldRecord {
  /** The party that contributed it; JOINT where nobody knows who did. */
  readonly contributor: string;
  /** The stored record. */
  readonly record: object;
}

/** Whose records stand where in one answer of a joint domain. */
export class AnswerContributors {
  private readonly places = new Map<string, HeldRecord>();
  private readonly recordsOf = new Map<string, DisclosedRecords>();

  /** Notes the record of a type at a place: response names and positions, a `/` before each. */
  note(place: string, type: string, held: HeldRecord): void {
    this.places.set(place, held);
    const records = this.recordsOf.get(held.contributor) ?? new DisclosedRecords();
    records.add(type, held.record);
    this.recordsOf.set(held.contributor, records);
  }

  /** The record at a place, if one stands there. */
  at(place: string): HeldRecord | undefined {
    return this.places.get(place);
  }

  /** The records of each contributor, each once. */
  records(): ReadonlyMap<string, DisclosedRecord[]> {
    return new Map([...this.recordsOf].map(([contributor, records]) => [contributor, records.all()]));
  }
}
