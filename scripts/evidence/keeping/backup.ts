import path from 'node:path';
import { copyLog } from '@pasarela/schema/evidence/copies/copy-log';
import { readHeldCheckpoints } from '../../start/held-checkpoints';
import { copyProgress } from './copy-progress';
import { withFaults } from './faults';
import type { BackupFlags, Told } from './keeping-flags';
import { placeOfLog } from './log-place';
import { tell } from './texts';

/** Copies a log, while it is written too, and verifies the copy. @throws KeepingFault */
export async function backup({ log: folder, to: given, lang }: BackupFlags): Promise<Told> {
  const { directory, name: log, dataDirectory, keys } = placeOfLog(folder);
  const to = path.resolve(given);
  const held = readHeldCheckpoints(dataDirectory, log);
  const progress = copyProgress(tell('copying', lang, { log }));
  const { range, lastCheckpoint } = await withFaults({ log, file: to, lang }, () =>
    copyLog({ from: directory, to, keys, held, onProgress: progress.update }),
  ).finally(progress.stop);
  const signed = lastCheckpoint?.size ?? 0;
  return [tell('backedUp', lang, { log, size: range.size, signed, to }), tell('backUpToo', lang)];
}
