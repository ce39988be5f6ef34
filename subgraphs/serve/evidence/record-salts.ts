import { randomBytes } from 'node:crypto';
import { recordReference } from '@pasarela/schema/evidence/leaves/digest';
import { LRUCache } from 'lru-cache';
import { type Connection, type Model, Schema } from 'mongoose';
import { type DisclosedRecord, recordName, recordNamed } from './disclosed-records';

/** The salt of one record, with which its references in the log are made. */
interface RecordSalt {
  readonly _id: string;
  /** 32 bytes in base64url. */
  readonly salt: string;
}

const SALT_BYTES = 32;
const MAX_REMEMBERED = 100_000;
const PAGE = 1000;

const schema = new Schema<RecordSalt>(
  { _id: String, salt: String },
  { collection: 'record_salts', versionKey: false, autoIndex: false },
);

/**
 * The salts of records, kept by their owner. Once a salt is destroyed nobody, the owner included, can tell which
 * leaves were of that record.
 */
export class RecordSalts {
  private readonly remembered = new LRUCache<string, string>({
    // Counted by size: with `max` there would be room for all of them from the start.
    maxSize: MAX_REMEMBERED,
    sizeCalculation: () => 1,
  });
  private readonly model: Model<RecordSalt>;

  /** @param connection a store that flushes before it acknowledges: a salt is on the disk before what it names. */
  constructor(connection: Connection) {
    this.model =
      (connection.models.RecordSalt as Model<RecordSalt> | undefined) ??
      connection.model<RecordSalt>('RecordSalt', schema);
  }

  /** The references of records, in order; a record that was never disclosed before gets its salt. */
  async referencesOf(records: readonly DisclosedRecord[]): Promise<string[]> {
    const unknown = records.map(recordName).filter((name) => !this.remembered.has(name));
    if (unknown.length > 0) await this.remember(unknown);
    return records.map((record) => this.referenceUnder(record, this.remembered.get(recordName(record)) ?? '')).sort();
  }

  /** The reference of one record; undefined where it was never disclosed, or was erased. */
  async referenceOf(record: DisclosedRecord): Promise<string | undefined> {
    const row = await this.model.findById(recordName(record)).lean<RecordSalt>();
    return row ? this.referenceUnder(record, row.salt) : undefined;
  }

  /** Of which records these references are: a walk over all salts. An erased record's reference is of none. */
  async recordsOf(references: ReadonlySet<string>): Promise<Map<string, DisclosedRecord>> {
    const found = new Map<string, DisclosedRecord>();
    for await (const { _id, salt } of this.everySalt()) {
      const record = recordNamed(_id);
      const reference = this.referenceUnder(record, salt);
      if (references.has(reference)) found.set(reference, record);
    }
    return found;
  }

  private async *everySalt(): AsyncGenerator<RecordSalt> {
    for (let after = ''; ; ) {
      const rows = await this.model
        .find({ _id: { $gt: after } })
        .sort({ _id: 1 })
        .limit(PAGE)
        .lean<RecordSalt[]>();
      yield* rows;
      const last = rows.at(-1);
      if (!last || rows.length < PAGE) return;
      after = last._id;
    }
  }

  /** Destroys the salt of a record. Whatever is disclosed of it later stands under another. */
  async erase(record: DisclosedRecord): Promise<void> {
    this.remembered.delete(recordName(record));
    await this.model.deleteOne({ _id: recordName(record) });
  }

  private referenceUnder(record: DisclosedRecord, salt: string): string {
    if (salt === '') throw new Error('A record has no salt.');
    return recordReference(record, Buffer.from(salt, 'base64url'));
  }

  /** INVARIANT: of two that make a salt for one record at once, the first one's stands. */
  private async remember(names: readonly string[]): Promise<void> {
    const found = await this.read(names);
    const missing = names.filter((name) => !found.has(name));
    if (missing.length > 0) {
      const made = missing.map((_id) => ({ _id, salt: randomBytes(SALT_BYTES).toString('base64url') }));
      await this.model.bulkWrite(
        made.map(({ _id, salt }) => ({
          updateOne: { filter: { _id }, update: { $setOnInsert: { salt } }, upsert: true },
        })),
      );
      for (const [name, salt] of await this.read(missing)) found.set(name, salt);
    }
    for (const [name, salt] of found) this.remembered.set(name, salt);
  }

  private async read(names: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.model.find({ _id: { $in: names } }).lean<RecordSalt[]>();
    return new Map(rows.map(({ _id, salt }) => [_id, salt]));
  }
}
