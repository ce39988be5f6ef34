import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { writeDurably } from '@pasarela/schema/rule-bundles/write-durably';

/**
 * Writes a file that is not there yet, whole or not at all, readable by its user alone.
 *
 * INVARIANT: what is there is never overwritten, also when two write at once.
 * @returns whether it was written; false where something is there.
 */
export async function writeNewFile(file: string, text: string): Promise<boolean> {
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  const beside = `${file}.${randomUUID()}.new`;
  writeDurably(beside, text);
  try {
    await link(beside, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(beside, { force: true });
  }
}

/** Whether a file holds exactly this text. */
export const holdsText = async (file: string, text: string): Promise<boolean> =>
  (await readFile(file, 'utf8').catch(() => undefined)) === text;
