import { dayOf } from './deadline';

const WEEK = 7 * 86_400_000;
/** The first Monday of 1970 at 06:00 UTC: every batch is a whole number of weeks later. */
const FIRST_BATCH = Date.parse('1970-01-05T06:00:00Z');

/** The instant of the newest batch at a time: past recipients are told on Mondays at 06:00 UTC, and never between. */
export const batchBefore = (now: Date): Date => new Date(now.getTime() - ((now.getTime() - FIRST_BATCH) % WEEK));

/** The day of the next batch, by which batches are named. */
export const nextBatchDay = (now: Date): string => dayOf(new Date(batchBefore(now).getTime() + WEEK));
