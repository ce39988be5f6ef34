import type { AnyBulkWriteOperation, Connection } from 'mongoose';
import { countChecks } from './count-checks';
import { type EnrolmentRow, enrolmentModel } from './enrolment.model';
import { type IdentityHitRow, identityHitModel } from './identity-hit.model';
import { DAY_MS, LIMITS } from './identity-limits';
import { type IdentityProbeRow, identityProbeModel } from './identity-probe.model';
import { lastClosedBatch, replyTimeOf } from './probe-batch';
import { ProbeResult } from './probe-result';
import { spentProbesModel } from './spent-probes.model';

/** However much there is to settle, whoever comes first after a batch closed waits at least so long. */
const LEAST_WAIT_MS = 120;

interface Settling {
  readonly batch: number;
  readonly done: Promise<unknown>;
}
const settling = new WeakMap<Connection, Settling>();

/**
 * Answers every batch that closed, once. Called before anything is asked of probes or hits, by whomever.
 * INVARIANT: no reply waits for what was found: whoever settles waits the same, and the others for that.
 */
export async function settleBatches(connection: Connection, now: Date): Promise<void> {
  const batch = lastClosedBatch(now);
  const known = settling.get(connection);
  if (known && known.batch >= batch) return void (await known.done);
  const wait = new Promise((resolve) => setTimeout(resolve, LEAST_WAIT_MS));
  const done = Promise.all([settleUpTo(batch, { connection, now, after: known?.done }), wait]);
  settling.set(connection, { batch, done });
  // What failed is tried again by the next request.
  await done.catch((error) => {
    settling.delete(connection);
    throw error;
  });
}

interface SettleOptions {
  readonly connection: Connection;
  readonly now: Date;
  readonly after: Promise<unknown> | undefined;
}

async function settleUpTo(batch: number, { connection, now, after }: SettleOptions): Promise<void> {
  await after;
  await forgetExpired(connection, now);
  const queued = await identityProbeModel(connection)
    .find({ result: ProbeResult.QUEUED, batch: { $lte: batch } })
    .sort({ batch: 1, _id: 1 })
    .lean<IdentityProbeRow[]>();
  for (const [number, probes] of Map.groupBy(queued, (probe) => probe.batch))
    await settleBatch(number, probes, { connection, now });
}

interface SettledProbe {
  readonly probe: IdentityProbeRow;
  readonly result: ProbeResult;
  readonly subject: string | undefined;
}

/**
 * INVARIANT: whatever breaks off in between is done again to the same end: hits have the probes' own ids, counts
 * know their newest batch, and the probes are marked last. Then their tokens are gone.
 */
async function settleBatch(
  batch: number,
  probes: readonly IdentityProbeRow[],
  { connection, now }: Omit<SettleOptions, 'after'>,
): Promise<void> {
  const settled = await compared(probes, connection, now);
  const hits = settled.filter(({ result }) => result === ProbeResult.IS_HIT);
  if (hits.length > 0) await identityHitModel(connection).bulkWrite(hits.map(openHit));
  await countChecks(batch, settled, connection);
  await identityProbeModel(connection).bulkWrite(settled.map(closeProbe));
}

/** INVARIANT: one look-up for all tokens of a batch, and only what was enrolled for the very party that asks. */
async function compared(
  probes: readonly IdentityProbeRow[],
  connection: Connection,
  now: Date,
): Promise<SettledProbe[]> {
  const tokens = probes.flatMap((probe) => probe.tokens);
  const rows = await enrolmentModel(connection)
    .find({ _id: { $in: tokens }, expiresAt: { $gt: now.getTime() } })
    .lean<EnrolmentRow[]>();
  const byToken = new Map(rows.map((row) => [row._id, row]));
  return probes.map((probe) => {
    const found = probe.tokens
      .map((token) => byToken.get(token))
      .find((row) => row?.contributedBy === probe.asked && row.asking === probe.contributedBy);
    if (probe.checksFailed) return { probe, result: ProbeResult.FAILED, subject: undefined };
    return { probe, result: found ? ProbeResult.IS_HIT : ProbeResult.NO_HIT, subject: found?.subject };
  });
}

function openHit({ probe, subject }: SettledProbe): AnyBulkWriteOperation<IdentityHitRow> {
  const { hit, dataset, contributedBy, asked, caseReference, purpose, officer, batch } = probe;
  const since = replyTimeOf(batch);
  const $setOnInsert = {
    dataset,
    asking: contributedBy,
    asked,
    subject: subject as string,
    caseReference,
    purpose,
    officer,
    since,
    expiresAt: since + LIMITS.hitKeptDays * DAY_MS,
    askingSide: null,
    askedSide: null,
    declined: false,
    details: null,
  };
  return { updateOne: { filter: { _id: hit }, update: { $setOnInsert }, upsert: true } };
}

const closeProbe = ({ probe, result }: SettledProbe): AnyBulkWriteOperation<IdentityProbeRow> => ({
  updateOne: { filter: { _id: probe._id }, update: { $set: { result, tokens: [] } } },
});

/** What is over is gone, not hidden. */
async function forgetExpired(connection: Connection, now: Date): Promise<void> {
  const over = { expiresAt: { $lte: now.getTime() } };
  await identityProbeModel(connection).deleteMany(over);
  await identityHitModel(connection).deleteMany(over);
  await spentProbesModel(connection).deleteMany(over);
  await enrolmentModel(connection).deleteMany(over);
}
