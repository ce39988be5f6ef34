import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Checkpoint, CheckpointKeys } from '../checkpoints/checkpoint';
import { LogRefusedError } from '../log/evidence-errors';
import { type FileSystem, nodeFileSystem } from '../log/file-system';
import { logFiles, segmentsIn } from '../log/log-files';
import type { Inspection } from '../verification/inspect-log';
import { verifyLog } from '../verification/verify-log';
import { copyFile } from './copy-file';

/** A log to be copied, and where to. */
export interface CopyOptions {
  readonly from: string;
  /** A folder that does not exist yet. */
  readonly to: string;
  readonly keys: CheckpointKeys;
  readonly held?: readonly Checkpoint[];
  /** Hears how many bytes of how many are copied; there may be more while the log is written. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** There is something where the copy is to stand. */
export class CopyExistsError extends Error {
  override readonly name = 'CopyExistsError';
}

/**
 * Copies a log, while it is written too, and verifies what was copied; then it has its name. Leaves are copied after
 * what was signed, so that nothing is signed that is not in the copy.
 *
 * INVARIANT: a folder of that name is a whole, verified copy, or is not there.
 * @throws CopyExistsError, or LogRefusedError when the copy does not verify
 */
export async function copyLog(options: CopyOptions): Promise<Inspection> {
  if (existsSync(options.to)) throw new CopyExistsError(`${options.to} exists already.`);
  // Leaves may be dropped while they are copied: then the second copy has what says so.
  return copyOnce(options).catch((error: unknown) => {
    if (!mayHaveBeenDropped(error)) throw error;
    return copyOnce(options);
  });
}

async function copyOnce({ from, to, keys, held = [], onProgress }: CopyOptions): Promise<Inspection> {
  const partial = `${to}.partial`;
  await rm(partial, { recursive: true, force: true });
  await new LogCopy(from, partial, onProgress).copy();
  const inspection = await verifyLog({ directory: partial, keys, held, isRunning: true });
  if (inspection.findings.length > 0) throw new LogRefusedError(partial, inspection.findings);
  await rename(partial, to);
  await nodeFileSystem.syncFolder(path.dirname(to));
  return inspection;
}

function mayHaveBeenDropped(error: unknown): boolean {
  if (error instanceof LogRefusedError) return error.findings.every(({ code }) => code === 'DROPPED');
  return (error as NodeJS.ErrnoException).code === 'ENOENT';
}

/** One copying of the files of a log. */
class LogCopy {
  private done = 0;
  private total = 0;
  private readonly disk: FileSystem = nodeFileSystem;

  constructor(
    private readonly from: string,
    private readonly to: string,
    private readonly onProgress: CopyOptions['onProgress'],
  ) {}

  async copy(): Promise<void> {
    const { disk, from, to } = this;
    await disk.makeFolder(logFiles.segments(to));
    const formerKeys = await disk.list(logFiles.former(from));
    for (const id of formerKeys) await disk.makeFolder(path.join(logFiles.former(to), id));
    const former = formerKeys.flatMap((id) => [logFiles.formerCheckpoints(from, id), logFiles.formerKey(from, id)]);
    // INVARIANT: what is signed first, then hashes, then leaves: none of them says more than what is copied after it.
    const first = [logFiles.checkpoints(from), logFiles.hashes(from), ...former];
    this.total = await this.bytesOf([...first, ...(await this.segments())]);
    for (const file of first) await this.copyOne(file);
    for (const file of await this.segments()) await this.copyOne(file);
    for (const folder of [logFiles.segments(to), to]) await disk.syncFolder(folder);
  }

  private async segments(): Promise<string[]> {
    const names = await this.disk.list(logFiles.segments(this.from));
    return segmentsIn(names).map((first) => logFiles.segment(this.from, first));
  }

  private async copyOne(file: string): Promise<void> {
    await copyFile({
      disk: this.disk,
      from: file,
      to: path.join(this.to, path.relative(this.from, file)),
      onBytes: (bytes) => {
        this.done += bytes;
        this.onProgress?.(this.done, Math.max(this.done, this.total));
      },
    });
  }

  private async bytesOf(files: readonly string[]): Promise<number> {
    let bytes = 0;
    for (const file of files) {
      const open = await this.disk.open(file, 'READ');
      bytes += await open.size().finally(() => open.close());
    }
    return bytes;
  }
}
