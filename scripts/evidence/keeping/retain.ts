import { nodeFileSystem } from '@pasarela/schema/evidence/log/file-system';
import type { EvidenceRecorder } from '@pasarela/schema/evidence/recording/evidence-recorder';
import { checkOrder, type RetentionOrder } from '@pasarela/schema/evidence/retention/retention-order';
import { openEvidence } from '../../start/open-evidence';
import { withFaults } from './faults';
import type { RetainFlags, Told } from './keeping-flags';
import { placeOfLog } from './log-place';
import { KeepingFault, tell } from './texts';

/** What an operator's order is measured by. */
export interface RetainSettings {
  readonly now: Date;
  /** For how long the owner keeps every leaf at least. */
  readonly minimum: string;
}

const DAY_MS = 86_400_000;
const DAY = /^\d{4}-\d\d-\d\d$/;
const DAYS = /^[1-9]\d{0,5}$/;

/**
 * Drops leaves that are older than the retention and keeps their hashes; or says which would go. The process that
 * writes the log must be stopped.
 * @throws KeepingFault
 */
export async function retain(flags: RetainFlags, settings: RetainSettings): Promise<Told> {
  const { directory, name, dataDirectory } = placeOfLog(flags.log);
  const order = orderOf(flags, settings);
  return withFaults({ log: name, file: directory, lang: flags.lang }, async () => {
    checkOrder(order);
    let failure: unknown;
    const onFailure = (error: unknown) => {
      failure = error;
    };
    const recorder = await openEvidence({ dataDirectory, log: name, onFailure, fileSystem: nodeFileSystem });
    try {
      return flags.dryRun ? preview(recorder, order, flags) : await dropOld(recorder, order, flags);
    } catch (error) {
      if (error instanceof Error && failure) error.cause = failure;
      throw error;
    } finally {
      await recorder.close();
    }
  });
}

function preview(recorder: EvidenceRecorder, { before }: RetentionOrder, { lang }: RetainFlags): Told {
  const { name: log } = recorder;
  const found = recorder.droppable(before);
  if (!found) return [tell('nothingOld', lang, { log, before: before.toISOString() })];
  return [tell('wouldRetain', lang, { log, first: found.first, last: found.firstKept - 1, bytes: found.bytes })];
}

async function dropOld(recorder: EvidenceRecorder, order: RetentionOrder, { lang }: RetainFlags): Promise<Told> {
  const { name: log } = recorder;
  const stated = await recorder.retain(order);
  if (!stated) return [tell('nothingOld', lang, { log, before: order.before.toISOString() })];
  const { firstDropped: first, firstKept, olderThan: before, leaf, by, rule } = stated;
  return [
    tell('retained', lang, { log, first, last: firstKept - 1, before, leaf, by, rule }),
    tell('stillProven', lang),
  ];
}

function orderOf({ by, rule, dryRun, ...flags }: RetainFlags, { now, minimum }: RetainSettings): RetentionOrder {
  const words = { by: by ?? '', rule: rule ?? `EVIDENCE_MIN_RETENTION=${minimum}` };
  const isSaid = (text: string, most: number) => text !== '' && text.length <= most && text.isWellFormed();
  if (!dryRun && !(isSaid(words.by, 200) && isSaid(words.rule, 500))) throw new KeepingFault('noName');
  return { before: beforeOf(flags, now), now, minimum, ...words };
}

function beforeOf({ before, keep }: Pick<RetainFlags, 'before' | 'keep'>, now: Date): Date {
  if ((before === undefined) === (keep === undefined)) throw new KeepingFault('beforeOrKeep');
  if (keep !== undefined) {
    if (!DAYS.test(keep)) throw new KeepingFault('beforeOrKeep');
    return new Date(now.getTime() - Number(keep) * DAY_MS);
  }
  const time = DAY.test(before ?? '') ? new Date(`${before}T00:00:00.000Z`) : new Date(Number.NaN);
  if (Number.isNaN(time.getTime())) throw new KeepingFault('beforeOrKeep');
  return time;
}
