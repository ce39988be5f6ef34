import { LIMITS } from './identity-limits';

const BATCH_MS = LIMITS.batchMinutes * 60_000;
const REPLY_AFTER_MS = LIMITS.replyAfterSeconds * 1000;

/** The number of the batch that is open at an instant. */
export const batchAt = (now: Date): number => Math.floor(now.getTime() / BATCH_MS);

const closeOf = (batch: number): number => (batch + 1) * BATCH_MS;

/** When every reply of a batch is ready, whatever it is. */
export const replyTimeOf = (batch: number): number => closeOf(batch) + REPLY_AFTER_MS;

/** The newest batch that can be settled: closed for a while, so that what was on its way has arrived. */
export const lastClosedBatch = (now: Date): number => Math.floor((now.getTime() - REPLY_AFTER_MS / 2) / BATCH_MS) - 1;
