import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { type Checkpoint, openCheckpoint } from '@pasarela/schema/evidence/checkpoints/checkpoint';
import { copyLog } from '@pasarela/schema/evidence/copies/copy-log';
import { newestCheckpointIn } from '@pasarela/schema/evidence/copies/known-checkpoints';
import { LogRefusedError } from '@pasarela/schema/evidence/log/evidence-errors';
import { lockForWriting } from '@pasarela/schema/evidence/log/writer-lock';
import { verifyLog } from '@pasarela/schema/evidence/verification/verify-log';
import { readHeldCheckpoints } from '../../start/held-checkpoints';
import { acceptLoss, finishInterrupted } from './accept-loss';
import { copyProgress } from './copy-progress';
import { withFaults } from './faults';
import type { RestoreFlags, Told } from './keeping-flags';
import { type LogPlace, logPlace } from './log-place';
import { swap } from './swap';
import { KeepingFault, tell } from './texts';

/**
 * Puts a copy in the place of a log. A copy that is older than a checkpoint that anybody is known to hold is refused,
 * unless the loss is accepted openly: then the log goes on with another key and says what is lost.
 * @throws KeepingFault
 */
export async function restore(flags: RestoreFlags, now: Date): Promise<Told> {
  const { lang } = flags;
  const place = logPlace(flags.log);
  const from = path.resolve(flags.from);
  if (!existsSync(path.join(from, 'segments'))) throw new KeepingFault('noLog', { file: flags.from });
  if (flags.acceptLoss && !(isSaid(flags.by, 200) && isSaid(flags.reason, 500))) throw new KeepingFault('noReason');
  return withFaults({ log: place.name, file: flags.from, lang }, async () => {
    const lock = existsSync(place.directory) ? lockForWriting(place.directory) : undefined;
    try {
      if (await finishInterrupted(place)) return [tell('finished', lang, { log: place.name })];
      return await putInPlace({ from, place, flags, now });
    } finally {
      lock?.release();
    }
  });
}

const isSaid = (text: string | undefined, most: number): boolean =>
  text !== undefined && text !== '' && text.length <= most && text.isWellFormed();

interface Restoring {
  readonly from: string;
  readonly place: LogPlace;
  readonly flags: RestoreFlags;
  readonly now: Date;
}

async function putInPlace({ from, place, flags, now }: Restoring): Promise<Told> {
  const { keys, name: log, directory } = place;
  const known = await knownCheckpoints(place, flags);
  await refuseWhole(place, known);
  const inspection = await verifyLog({ directory: from, keys, held: known, isRunning: true });
  const isOlder = inspection.findings.length > 0 && inspection.findings.every(({ code }) => code === 'ROLLED_BACK');
  if (inspection.findings.length > 0 && !isOlder) throw new LogRefusedError(from, inspection.findings);
  const { size } = inspection.range;
  const lastKnown = known.toSorted((one, other) => one.size - other.size).at(-1);
  if (isOlder && !flags.acceptLoss)
    throw new KeepingFault('olderCopy', { log, size, known: lastKnown?.size ?? 0, last: (lastKnown?.size ?? 0) - 1 });
  const staged = await stage(from, place, flags);
  const aside = `${directory}.replaced-${now.toISOString().replaceAll(/[:.]/g, '')}`;
  if (isOlder && lastKnown) return acceptLoss({ staged, aside, place, flags, now, lastKnown });
  const stood = await swap(staged, directory, aside);
  return [tell('restored', flags.lang, { log, size, aside: stood ? aside : tell('nothingBefore', flags.lang) })];
}

/** INVARIANT: a log that holds all that is known of it is not put away: its newest leaves may be signed nowhere yet. */
async function refuseWhole({ directory, keys, name: log }: LogPlace, held: readonly Checkpoint[]): Promise<void> {
  if (!existsSync(path.join(directory, 'segments'))) return;
  const { findings, range } = await verifyLog({ directory, keys, held, isRunning: true });
  if (findings.length === 0 && range.size > 0) throw new KeepingFault('isWhole', { log, size: range.size });
}

/** Puts a copy beside the log, verified once more. What an interrupted restoration left goes. */
async function stage(from: string, { directory, keys, name: log }: LogPlace, { lang }: RestoreFlags): Promise<string> {
  const to = `${directory}.restoring`;
  await rm(to, { recursive: true, force: true });
  const progress = copyProgress(tell('copying', lang, { log }));
  await copyLog({ from, to, keys, onProgress: progress.update }).finally(progress.stop);
  return to;
}

/** All that anybody is known to hold: what the operator was given, and what the log and those it replaced signed. */
async function knownCheckpoints(
  { dataDirectory, directory, name, keys }: LogPlace,
  { checkpoint = [] }: RestoreFlags,
): Promise<Checkpoint[]> {
  const parent = path.dirname(directory);
  const replaced = existsSync(parent) ? readdirSync(parent).filter((one) => one.startsWith(`${name}.replaced-`)) : [];
  const folders = [directory, ...replaced.map((one) => path.join(parent, one))];
  const own = await Promise.all(folders.map((folder) => newestCheckpointIn(folder, keys)));
  const given = checkpoint.map((file) => {
    try {
      return openCheckpoint(readFileSync(file, 'utf8'), keys);
    } catch {
      throw new KeepingFault('badCheckpoint', { file, log: name });
    }
  });
  return [...readHeldCheckpoints(dataDirectory, name), ...own.filter((one) => one !== undefined), ...given];
}
