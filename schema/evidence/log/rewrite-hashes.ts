import { CompactRange } from '../merkle/compact-range';
import { leafHash } from '../merkle/hashing';
import type { FileSystem } from './file-system';
import { logFiles } from './log-files';
import { readLines } from './read-lines';
import type { StoredHashes } from './stored-hashes';

/** Leaves whose hashes are to be written again, from segments that follow each other. */
export interface RewriteOptions {
  readonly fileSystem: FileSystem;
  readonly directory: string;
  readonly hashes: StoredHashes;
  readonly segments: readonly number[];
}

/**
 * Writes the hashes of some segments again, from their leaves. Those of all leaves before must be stored. Returns the
 * tree that comes out.
 */
export async function rewriteHashes({
  fileSystem,
  directory,
  hashes,
  segments,
}: RewriteOptions): Promise<CompactRange> {
  const range = await CompactRange.stored(segments[0] ?? 0, (level, index) => hashes.read(level, index));
  for (const first of segments) {
    const file = await fileSystem.open(logFiles.segment(directory, first), 'READ');
    try {
      for await (const lines of readLines(file)) {
        const { size } = range;
        await hashes.append(
          size,
          lines.flatMap((line) => range.append(leafHash(line))),
        );
      }
    } finally {
      await file.close();
    }
  }
  return range;
}
