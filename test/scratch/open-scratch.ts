import { mkdtempSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';

const MEMORY = '/dev/shm';
const ROOM_BYTES = 2 * 1024 ** 3;

/** Before all tests: temporary files of this run go into memory, if there is room. */
export default function openScratch(): void {
  if (process.env.TMPDIR || !hasRoom()) return;
  process.env.PASARELA_TESTS_DISK = tmpdir();
  const folder = mkdtempSync(`${MEMORY}/pasarela-tests-`);
  process.env.TMPDIR = folder;
  process.env.PASARELA_TESTS_SCRATCH = folder;
}

function hasRoom(): boolean {
  try {
    const { bavail, bsize } = statfsSync(MEMORY);
    return bavail * bsize >= ROOM_BYTES;
  } catch {
    return false;
  }
}
