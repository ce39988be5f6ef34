import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Checkpoint, openCheckpoint } from '@pasarela/schema/evidence/checkpoints/checkpoint';
import { parseNoteKey } from '@pasarela/schema/evidence/notes/note-key';
import { keyFiles } from '@pasarela/schema/identity/key-files';

/**
 * Reads the checkpoints of a log that were kept elsewhere, from `<data>/evidence/held/<log>/*.checkpoint`, where
 * the operator puts what a partner kept; none when there is no such folder. A log that is older than one of them, or
 * goes another way, is not opened.
 *
 * INVARIANT: what is no checkpoint of the log stops the start; whoever put it there relies on it.
 */
export function readHeldCheckpoints(dataDirectory: string, log: string): Checkpoint[] {
  const folder = keyFiles.heldCheckpoints(dataDirectory, log);
  const names = namesIn(folder).filter((name) => name.endsWith('.checkpoint'));
  if (names.length === 0) return [];
  const key = parseNoteKey(readFileSync(keyFiles.evidencePublic(dataDirectory, log), 'utf8').trim());
  return names.map((name) => {
    const file = path.join(folder, name);
    try {
      return openCheckpoint(readFileSync(file, 'utf8'), { log: key });
    } catch {
      throw new Error(`${file} is not a checkpoint that the log ${log} signed. Have it again from who keeps it.`);
    }
  });
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
