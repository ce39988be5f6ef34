import type { Connection } from 'mongoose';
import type { DisclosureLeaf } from '../evidence/recipients';
import { batchBefore } from './batch-calendar';
import { type CorrectionRow, correctionModel } from './correction.model';
import { dayOf } from './deadline';
import { deleteBy } from './delete-by';
import type { RightsDeskOptions } from './rights-desk-options';
import {
  type BatchMark,
  type BatchRow,
  batchMarkModel,
  batchModel,
  recipientName,
  type SupersededRow,
  supersededModel,
} from './superseded.model';
import { ToldRecipients } from './told-recipients';

/** What was told stays readable for so long: a year and a week. Then nothing links a record to who was told of it. */
const KEPT_MS = 53 * 7 * 86_400_000;

/**
 * Makes the newest batch of the calendar, once. What is told is written first, then erasures are done, and the mark
 * comes last: cut off anywhere, it is made again and comes to the same.
 */
export async function makeBatch(options: RightsDeskOptions): Promise<void> {
  const { store, now } = options;
  const newest = batchBefore(now());
  const mark = await batchMarkModel(store).findById('newest').lean<BatchMark>();
  const before = new Date(mark?.at ?? newest);
  if (newest <= before) return;
  const batch = dayOf(newest);
  const due = await correctionModel(store)
    .find({ settled: false, batch: { $lte: batch } })
    .lean<CorrectionRow[]>();
  const told = new ToldRecipients(batch, options);
  await tellCorrections(told, due, options);
  await tellRetention(told, { after: before, until: newest }, options);
  await writeTold(told.rows(), store);
  for (const correction of due) await settle(correction, options);
  await supersededModel(store).deleteMany({ batch: { $lt: dayOf(new Date(newest.getTime() - KEPT_MS)) } });
  await batchMarkModel(store).updateOne({ _id: 'newest' }, { $set: { at: newest.toISOString() } });
}

async function tellCorrections(
  told: ToldRecipients,
  due: readonly CorrectionRow[],
  { definition, recipients }: RightsDeskOptions,
): Promise<void> {
  for (const { record: id, what, recordedAt } of due) {
    const record = { type: definition.type, id };
    // Who received a corrected record afterwards has what is right.
    for await (const leaf of recipients.of(record))
      if (what === 'ERASED' || leaf.time <= recordedAt) told.add(record, leaf);
  }
}

/** Tells of what recipients have to have deleted since the batch before, so that a correction is never told alone. */
async function tellRetention(
  told: ToldRecipients,
  { after, until }: { readonly after: Date; readonly until: Date },
  { definition, recipients, salts, rules }: RightsDeskOptions,
): Promise<void> {
  const due: DisclosureLeaf[] = [];
  for await (const leaf of recipients.all()) {
    const time = deleteBy(leaf, rules.current());
    if (leaf.requester.party !== definition.party && time && time > after && time <= until) due.push(leaf);
  }
  const records = await salts.recordsOf(new Set(due.flatMap((leaf) => leaf.records)));
  for (const leaf of due)
    for (const reference of leaf.records) {
      const record = records.get(reference);
      if (record?.type === definition.type) told.add(record, leaf);
    }
}

async function writeTold(rows: readonly SupersededRow[], store: Connection): Promise<void> {
  const batches = new Map<string, Omit<BatchRow, 'acknowledgedAt' | 'records'>>();
  for (const row of rows) {
    await writeRow(row, store);
    const { batch, party, agency, purpose } = row;
    const name = `${batch}|${recipientName(row)}`;
    batches.set(name, { _id: name, batch, party, agency, purpose });
  }
  for (const { _id, ...row } of batches.values()) {
    const records = await supersededModel(store).countDocuments(row);
    const change = { $set: { ...row, records }, $setOnInsert: { acknowledgedAt: null } };
    await batchModel(store).updateOne({ _id }, change, { upsert: true });
  }
}

/** INVARIANT: a batch that was cut off told of records whose salts are gone by now: what was written stays. */
async function writeRow({ _id, ...row }: SupersededRow, store: Connection): Promise<void> {
  const written = await supersededModel(store).findById(_id).lean<SupersededRow>();
  const fields = [...new Set([...(written?.fields ?? []), ...row.fields])].sort();
  await supersededModel(store).updateOne({ _id }, { $set: { ...row, fields } }, { upsert: true });
}

/** INVARIANT: the salt goes after the record, so that nothing is disclosed of it under another one. */
async function settle(
  { _id, record, what }: CorrectionRow,
  { definition, records, salts, store }: RightsDeskOptions,
): Promise<void> {
  if (what === 'ERASED') {
    await definition.erase(record, records);
    await salts.erase({ type: definition.type, id: record });
  }
  await correctionModel(store).updateOne({ _id }, { $set: { settled: true } });
}
