import { existsSync } from 'node:fs';
import { rename } from 'node:fs/promises';

/** Puts a folder in the place of another, which is kept. Returns whether there was one. */
export async function swap(staged: string, directory: string, aside: string): Promise<boolean> {
  const stood = existsSync(directory);
  if (stood) await rename(directory, aside);
  await rename(staged, directory);
  return stood;
}
