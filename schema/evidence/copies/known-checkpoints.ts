import type { Checkpoint, CheckpointKeys } from '../checkpoints/checkpoint';
import { openCheckpoint } from '../checkpoints/checkpoint';
import { checkpointIn } from '../log/checkpoint-file';
import { nodeFileSystem, openIfThere } from '../log/file-system';
import { logFiles } from '../log/log-files';
import { readLines } from '../log/read-lines';
import { withFile } from '../log/segments';
import { NoteRefusedError } from '../notes/signed-note';

/** The newest checkpoint in the folder of a log that its key signed, however damaged the rest is; undefined for none. */
export async function newestCheckpointIn(directory: string, keys: CheckpointKeys): Promise<Checkpoint | undefined> {
  const file = await openIfThere(nodeFileSystem, logFiles.checkpoints(directory));
  if (!file) return undefined;
  let newest: Checkpoint | undefined;
  await withFile(file, async () => {
    for await (const lines of readLines(file))
      for (const line of lines) {
        const read = signedIn(line, keys);
        if (read && read.size >= (newest?.size ?? 0)) newest = read;
      }
  });
  return newest;
}

function signedIn(line: Buffer, keys: CheckpointKeys): Checkpoint | undefined {
  try {
    return openCheckpoint(checkpointIn(line), keys);
  } catch (error) {
    if (error instanceof NoteRefusedError) return undefined;
    throw error;
  }
}
