import type { Checkpoint, CheckpointKeys } from '../checkpoints/checkpoint';
import type { CompactRange } from '../merkle/compact-range';
import { type Inspection, inspectLog } from '../verification/inspect-log';
import type { StatedRetention } from '../verification/stated-by-log';
import { CheckpointWriter, checkpointLine } from './checkpoint-file';
import { LogRefusedError } from './evidence-errors';
import type { FileSystem, OpenFile } from './file-system';
import { IndexMaker } from './index-maker';
import { logFiles } from './log-files';
import { rewriteHashes } from './rewrite-hashes';
import { openSegment, Segments } from './segments';
import { StoredHashes } from './stored-hashes';

/** A log as it stands on a disk. */
export interface RecoveryOptions {
  readonly directory: string;
  readonly fileSystem: FileSystem;
  readonly keys: CheckpointKeys;
  readonly held: readonly Checkpoint[];
}

/** A log that was found whole, with its files open. */
export interface RecoveredLog {
  readonly range: CompactRange;
  readonly segments: Segments;
  readonly hashes: StoredHashes;
  readonly checkpoints: CheckpointWriter;
  readonly lastCheckpoint: Checkpoint | undefined;
  /** What it says that it dropped, the last time. */
  readonly retention: StatedRetention | undefined;
}

/**
 * Looks through the whole log and opens it: a last line that a crash cut goes, and what can be made again from the
 * leaves (stored hashes, indexes) is made again where it is missing.
 * @throws LogRefusedError when anything else is not as it was written and signed
 */
export async function recoverLog(options: RecoveryOptions): Promise<RecoveredLog> {
  const { directory, fileSystem } = options;
  await fileSystem.makeFolder(logFiles.segments(directory));
  const indexes = new IndexMaker(fileSystem, directory);
  const inspection = await inspectLog({ ...options, listener: indexes });
  if (inspection.findings.length > 0) throw new LogRefusedError(directory, inspection.findings);
  const segments = await openSegments(options, inspection, indexes);
  const hashes = await openHashes(options, inspection);
  const checkpoints = await openCheckpoints(options, inspection);
  await fileSystem.syncFolder(directory);
  const { range, lastCheckpoint, retention } = inspection;
  return { range, segments, hashes, checkpoints, lastCheckpoint, retention };
}

async function openSegments(
  { directory, fileSystem }: RecoveryOptions,
  { torn, segments, storedLeaves }: Inspection,
  { closed, index }: IndexMaker,
): Promise<Segments> {
  const first = segments.at(-1) ?? 0;
  const file = await openSegment(fileSystem, directory, first);
  if (torn) await file.truncate(torn.offset);
  // Whole lines that a crash left behind the last flush are leaves from now on: they have to stay.
  const known = Math.max(0, storedLeaves - first);
  await writeAgain(file, known < index.leaves ? index.lineAt(known).start : index.bytes, index.bytes);
  return new Segments(fileSystem, directory, closed, { first, file, index });
}

/**
 * Brings what can be read of a file to the disk, from one place to another. A flush alone does not: what an earlier
 * one could not write is seen by whoever reads, and the system takes it for written.
 */
async function writeAgain(file: OpenFile, from: number, to: number): Promise<void> {
  const bytes = Buffer.alloc(Math.min(AT_ONCE_BYTES, to - from));
  for (let at = from; at < to; at += bytes.length) {
    const part = bytes.subarray(0, to - at);
    await file.read(part, at);
    await file.write(part, at);
  }
  await file.datasync();
}

const AT_ONCE_BYTES = 1024 * 1024;

async function openHashes(
  { directory, fileSystem }: RecoveryOptions,
  { storedLeaves, range, segments, lastCheckpoint }: Inspection,
): Promise<StoredHashes> {
  const hashes = new StoredHashes(await fileSystem.open(logFiles.hashes(directory), 'WRITE'));
  // Flushed before a checkpoint was kept and before the last file was begun: others may be seen and not be on the disk.
  const flushed = Math.max(lastCheckpoint?.size ?? 0, segments.at(-1) ?? 0);
  const known = Math.min(storedLeaves, flushed);
  if (known < range.size) {
    const from = segments.findLastIndex((first) => first <= known);
    await rewriteHashes({ directory, fileSystem, hashes, segments: segments.slice(from) });
  }
  await hashes.cutTo(range.size);
  await hashes.datasync();
  return hashes;
}

async function openCheckpoints(
  { directory, fileSystem }: RecoveryOptions,
  { checkpointsEnd, lastCheckpoint }: Inspection,
): Promise<CheckpointWriter> {
  const file = await fileSystem.open(logFiles.checkpoints(directory), 'WRITE');
  // It is given out again from now on.
  if (lastCheckpoint)
    await writeAgain(file, checkpointsEnd - checkpointLine(lastCheckpoint.note).length, checkpointsEnd);
  return new CheckpointWriter(file, checkpointsEnd);
}
