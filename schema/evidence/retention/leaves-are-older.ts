import { textIn } from '../leaves/leaf-text';
import type { FileSystem } from '../log/file-system';
import { logFiles } from '../log/log-files';
import { readLines } from '../log/read-lines';
import { withFile } from '../log/segments';

/** Files of leaves to look into. */
export interface OldLeaves {
  readonly fileSystem: FileSystem;
  readonly directory: string;
  /** The first leaves of the files. */
  readonly segments: readonly number[];
}

/**
 * Whether every leaf of some files says that it is older than a time. The leaves themselves are read: an index could
 * have been written by anybody. A leaf that states no time is not older.
 */
export async function leavesAreOlder({ fileSystem, directory, segments }: OldLeaves, before: Date): Promise<boolean> {
  for (const first of segments) {
    const file = await fileSystem.open(logFiles.segment(directory, first), 'READ');
    const areOlder = await withFile(file, async () => {
      for await (const lines of readLines(file))
        if (!lines.every((line) => Date.parse(textIn(line, 'time') ?? '') < before.getTime())) return false;
      return true;
    });
    if (!areOlder) return false;
  }
  return true;
}
