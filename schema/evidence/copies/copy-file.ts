import type { FileSystem, OpenFile } from '../log/file-system';
import { withFile } from '../log/segments';

const CHUNK_BYTES = 1024 * 1024;

/** A file to be copied. */
export interface CopyFileOptions {
  readonly disk: FileSystem;
  readonly from: string;
  readonly to: string;
  /** Hears of bytes as they are copied. */
  readonly onBytes: (bytes: number) => void;
}

/** Copies what a file holds now; on the disk when it settles. */
export async function copyFile({ disk, from, to, onBytes }: CopyFileOptions): Promise<void> {
  const source = await disk.open(from, 'READ');
  await withFile(source, async () => withFile(await disk.open(to, 'WRITE'), (target) => pour(source, target, onBytes)));
}

async function pour(source: OpenFile, target: OpenFile, onBytes: (bytes: number) => void): Promise<void> {
  const chunk = Buffer.alloc(CHUNK_BYTES);
  const end = await source.size();
  for (let at = 0; at < end; ) {
    const read = await source.read(chunk.subarray(0, Math.min(CHUNK_BYTES, end - at)), at);
    if (read === 0) break;
    await target.write(chunk.subarray(0, read), at);
    at += read;
    onBytes(read);
  }
  await target.datasync();
}
