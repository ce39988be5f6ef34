import { isDuplicateKey } from '@pasarela/serve/domain/duplicate-key';
import type { Connection } from 'mongoose';
import { checkCountModel } from './check-count.model';
import { type CheckLatency, latencyOf } from './check-latency';
import type { IdentityProbeRow } from './identity-probe.model';
import { replyTimeOf } from './probe-batch';
import type { ProbeResult } from './probe-result';
import { SYNTHETIC_IDENTITY } from './synthetic-dataset';

/** What came of one probe. */
export interface CountedProbe {
  readonly probe: Pick<IdentityProbeRow, 'contributedBy' | 'batch' | 'sentAt'>;
  readonly result: ProbeResult;
}

interface Cell {
  readonly contributedBy: string;
  readonly month: string;
  readonly result: ProbeResult;
  readonly latency: CheckLatency;
}

/** The id of a count. */
export const cellId = ({ contributedBy, month, result, latency }: Cell): string =>
  [contributedBy, month, result, latency].join('|');

/** Adds the probes of one batch to the counts of their parties, once however often it is called. */
export async function countChecks(
  batch: number,
  settled: readonly CountedProbe[],
  connection: Connection,
): Promise<void> {
  for (const [_id, [first, ...others]] of Map.groupBy(settled.map(cellOf), cellId)) {
    if (!first) continue;
    const model = checkCountModel(connection);
    const empty = { _id, dataset: SYNTHETIC_IDENTITY, ...first, checks: 0, lastBatch: -1 };
    await model.create(empty).catch((error: unknown) => {
      if (!isDuplicateKey(error)) throw error;
    });
    const checks = 1 + others.length;
    await model.updateOne({ _id, lastBatch: { $lt: batch } }, { $inc: { checks }, $set: { lastBatch: batch } });
  }
}

function cellOf({ probe: { contributedBy, batch, sentAt }, result }: CountedProbe): Cell {
  const repliedAt = replyTimeOf(batch);
  const month = new Date(repliedAt).toISOString().slice(0, 7);
  return { contributedBy, month, result, latency: latencyOf(repliedAt - sentAt) };
}
