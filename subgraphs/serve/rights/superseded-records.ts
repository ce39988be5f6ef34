import { NONE } from '@pasarela/schema/access/levels';
import { requestError } from '@pasarela/schema/errors';
import { digestOf } from '@pasarela/schema/evidence/leaves/digest';
import { MAX_PAGE, type PageArguments } from '../domain/connection';
import type { ServeContext } from '../domain/serve-context';
import { deskOf, ownDesk } from './own-desk';
import { type BatchRow, batchModel, recipientName, type SupersededRow, supersededModel } from './superseded.model';

const CURSOR = /^(\d{4}-\d{2}-\d{2})\.([\w-]{1,400})$/;
/** So many batches are listed, the newest. */
export const MAX_BATCHES = 100;

const recipientOf = ({ requester: { party, agency }, purpose }: ServeContext) => ({ party, agency, purpose });

/** Where a record stands among those that a recipient is told of: made of what it is told anyway. */
export const cursorOf = ({ batch, key }: Pick<SupersededRow, 'batch' | 'key'>): string => `${batch}.${key}`;

/**
 * What the requester's agency was told for the stated purpose, the oldest first; the fields are those that it
 * received and that today's rules still show it. @throws BAD_CURSOR, BAD_PAGE
 */
export async function supersededRecords(
  { first, after }: Pick<PageArguments, 'first' | 'after'>,
  context: ServeContext,
): Promise<SupersededRow[]> {
  if (first < 1 || first > MAX_PAGE) throw requestError('BAD_PAGE', { max: MAX_PAGE });
  const desk = deskOf(context);
  await desk.settle();
  const recipient = recipientOf(context);
  const rows = await supersededModel(desk.store)
    .find({ ...recipient, _id: { $gt: placeAfter(after, recipient) } })
    .sort({ _id: 1 })
    .limit(first)
    .lean<SupersededRow[]>();
  return rows.map((row) => ({ ...row, fields: row.fields.filter((field) => context.level(field) !== NONE) }));
}

function placeAfter(after: string | null | undefined, recipient: ReturnType<typeof recipientOf>): string {
  if (after === null || after === undefined) return '';
  const [, batch, key] = CURSOR.exec(after) ?? [];
  if (!batch || !key) throw requestError('BAD_CURSOR');
  return `${batch}|${key}|${recipientName(recipient)}`;
}

/**
 * Notes that the requester's agency heard a batch, once; the evidence says so before it is noted.
 * @throws UNKNOWN_BATCH, EVIDENCE_UNAVAILABLE
 */
export async function acknowledgeBatch(batch: string, context: ServeContext): Promise<BatchRow> {
  const desk = deskOf(context);
  await desk.settle();
  const recipient = recipientOf(context);
  const _id = `${batch}|${recipientName(recipient)}`;
  const row = await batchModel(desk.store).findById(_id).lean<BatchRow>();
  if (!row) throw requestError('UNKNOWN_BATCH');
  if (row.acknowledgedAt !== null) return row;
  await context.evidence.acknowledge({ batch, records: row.records, digest: await digestOfKeys(row, context) });
  const acknowledgedAt = context.now.toISOString();
  await batchModel(desk.store).updateOne({ _id, acknowledgedAt: null }, { $set: { acknowledgedAt } });
  return { ...row, acknowledgedAt };
}

/** The batches that were told, to whom, and whether they were heard: for the owner. */
export async function toldBatches(context: ServeContext): Promise<BatchRow[]> {
  const desk = ownDesk(context);
  await desk.settle();
  return batchModel(desk.store).find().sort({ _id: -1 }).limit(MAX_BATCHES).lean<BatchRow[]>();
}

async function digestOfKeys({ batch, party, agency, purpose }: BatchRow, context: ServeContext): Promise<string> {
  const rows = await supersededModel(deskOf(context).store)
    .find({ batch, party, agency, purpose })
    .sort({ _id: 1 })
    .lean<SupersededRow[]>();
  return digestOf(rows.map(({ key }) => key).join('\n'));
}
