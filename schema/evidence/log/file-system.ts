import { constants, fdatasync, writeSync } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, rm } from 'node:fs/promises';
import path from 'node:path';

/** A file that is read and written at places, and brought to the disk when told to. */
export interface OpenFile {
  /** Fills a buffer from a place; fewer bytes than asked only where the file ends. */
  read(target: Buffer, position: number): Promise<number>;
  /** Writes all bytes at a place, or rejects. */
  write(bytes: Buffer, position: number): Promise<void>;
  /** Settles when what was written is on the disk. */
  datasync(): Promise<void>;
  truncate(size: number): Promise<void>;
  size(): Promise<number>;
  close(): Promise<void>;
}

/** What the log needs of a disk. The real one is `nodeFileSystem`; a test puts one before it that fails. */
export interface FileSystem {
  /** Opens a file; to write, it is made when it is missing, readable by its user alone. */
  open(file: string, access: 'READ' | 'WRITE'): Promise<OpenFile>;
  /** The names in a folder; none when there is no such folder. */
  list(folder: string): Promise<string[]>;
  /** Makes a folder, and those above it, on the disk. */
  makeFolder(folder: string): Promise<void>;
  remove(file: string): Promise<void>;
  /** Settles when the names in a folder are on the disk. */
  syncFolder(folder: string): Promise<void>;
}

/** Opens a file to read; undefined when there is none. */
export async function openIfThere(fileSystem: FileSystem, file: string): Promise<OpenFile | undefined> {
  try {
    return await fileSystem.open(file, 'READ');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** The disk of this machine. */
export const nodeFileSystem: FileSystem = {
  open: async (file, access) =>
    openFileOf(await open(file, access === 'READ' ? 'r' : constants.O_RDWR | constants.O_CREAT, 0o600)),
  list: (folder) => readdir(folder).catch(none),
  makeFolder,
  remove: (file) => rm(file, { force: true }),
  syncFolder,
};

/** INVARIANT: a folder that was made stands in the one above it on the disk, and so on: what is in it can be found. */
async function makeFolder(folder: string): Promise<void> {
  const topmost = await mkdir(folder, { recursive: true, mode: 0o700 });
  if (topmost === undefined) return;
  for (let made = path.resolve(folder); made.length >= topmost.length; made = path.dirname(made))
    await syncFolder(path.dirname(made));
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}

function none(error: NodeJS.ErrnoException): string[] {
  if (error.code === 'ENOENT') return [];
  throw error;
}

const openFileOf = (handle: FileHandle): OpenFile => ({
  read: async (target, position) => {
    let filled = 0;
    while (filled < target.length) {
      const { bytesRead } = await handle.read(target, filled, target.length - filled, position + filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    return filled;
  },
  // Into the system's memory, which takes a few microseconds: to have it done elsewhere would cost more than to do it.
  write: async (bytes, position) => {
    for (let written = 0; written < bytes.length; )
      written += writeSync(handle.fd, bytes, written, bytes.length - written, position + written);
  },
  datasync: () =>
    new Promise((resolve, reject) => fdatasync(handle.fd, (error) => (error ? reject(error) : resolve()))),
  truncate: (size) => handle.truncate(size),
  size: async () => (await handle.stat()).size,
  close: () => handle.close(),
});
