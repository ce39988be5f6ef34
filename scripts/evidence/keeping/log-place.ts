import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { CheckpointKeys } from '@pasarela/schema/evidence/checkpoints/checkpoint';
import { parseNoteKey } from '@pasarela/schema/evidence/notes/note-key';
import { keyFiles } from '@pasarela/schema/identity/key-files';
import { KeepingFault } from './texts';

/** Where a log stands: its folder, its name, the data directory that has its keys. */
export interface LogPlace {
  readonly directory: string;
  readonly name: string;
  readonly dataDirectory: string;
  /** Its public key, as this machine pins it. */
  readonly keys: CheckpointKeys;
}

/** The place of the log in a folder `<data>/evidence/<log>`; it need not be there. @throws KeepingFault */
export function logPlace(folder: string): LogPlace {
  const directory = path.resolve(folder);
  const name = path.basename(directory);
  const dataDirectory = path.dirname(path.dirname(directory));
  const keyFile = keyFiles.evidencePublic(dataDirectory, name);
  if (path.basename(path.dirname(directory)) !== 'evidence' || !existsSync(keyFile))
    throw new KeepingFault('noLog', { file: folder });
  return { directory, name, dataDirectory, keys: { log: parseNoteKey(readFileSync(keyFile, 'utf8').trim()) } };
}

/** The same, of a log that is there. @throws KeepingFault */
export function placeOfLog(folder: string): LogPlace {
  const place = logPlace(folder);
  if (!existsSync(path.join(place.directory, 'segments'))) throw new KeepingFault('noLog', { file: folder });
  return place;
}
