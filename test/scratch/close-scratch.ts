import { rmSync } from 'node:fs';

/** After all tests: what was opened for this run is gone. */
export default function closeScratch(): void {
  const folder = process.env.PASARELA_TESTS_SCRATCH;
  if (folder) rmSync(folder, { recursive: true, force: true });
}
