import { requestError } from '@pasarela/schema/errors';
import { isDuplicateKey } from '../domain/duplicate-key';
import type { ServeContext } from '../domain/serve-context';
import { nextBatchDay } from './batch-calendar';
import { changed, findCase } from './change-case';
import { type CorrectionRow, correctionModel } from './correction.model';
import { ownDesk } from './own-desk';

/** What was done to the record of a case. */
export interface CorrectionInput {
  readonly case: string;
  readonly what: CorrectionRow['what'];
  readonly expectedVersion: number;
}

/**
 * Records that the record of a case was corrected, or is to be erased: once for a case. Past recipients hear of it in
 * the next batch, and in that batch an erasure is done: a row that vanished on another day would tell when.
 *
 * @throws UNKNOWN_RIGHTS_CASE, UNKNOWN_RECORD, RIGHTS_CASE_STATE for one that was refused, VERSION_CONFLICT
 */
export async function recordCorrection(input: CorrectionInput, context: ServeContext): Promise<CorrectionRow> {
  const { store } = ownDesk(context);
  const row = await findCase(input.case, context);
  const _id = `${row._id}|${input.what}`;
  const written = await correctionModel(store).findById(_id).lean<CorrectionRow>();
  if (written) return written;
  if (row.record === null) throw requestError('UNKNOWN_RECORD');
  if (row.state === 'REFUSED') throw requestError('RIGHTS_CASE_STATE', { state: row.state });
  if (row.version !== input.expectedVersion) throw requestError('VERSION_CONFLICT');
  const did = input.what === 'CORRECTED' ? 'RECORDED_CORRECTION' : 'RECORDED_ERASURE';
  await changed(row, { did, note: null, to: {} }, context);
  const { now } = context;
  const made: CorrectionRow = {
    _id,
    record: row.record,
    what: input.what,
    recordedAt: now.toISOString(),
    batch: nextBatchDay(now),
    settled: false,
  };
  try {
    await correctionModel(store).create(made);
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
  }
  return made;
}
