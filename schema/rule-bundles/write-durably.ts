import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';

/**
 * Writes a file whole or not at all: beside it, flushed, and renamed; readable by its user alone. What is
 * written is on the disk when this settles.
 */
export async function writeDurably(file: string, text: string): Promise<void> {
  const folder = path.dirname(file);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  // A name for each write: several enforcement points of one process may write the same file.
  const beside = `${file}.${randomUUID()}.new`;
  try {
    await flushed(beside, 'wx', async (handle) => handle.writeFile(text));
    await rename(beside, file);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
  await flushed(folder, 'r', async () => undefined);
}

type Handle = Awaited<ReturnType<typeof open>>;

async function flushed(name: string, flags: string, write: (handle: Handle) => Promise<void>): Promise<void> {
  const handle = await open(name, flags, 0o600);
  try {
    await write(handle);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
