import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A folder of one measurement, and who has to let go of it before it is removed. */
export interface TemporaryFolder {
  readonly folder: string;
  /** Names what is to be closed first; the last one named counts. */
  closeFirst(close: () => Promise<unknown>): void;
}

/**
 * Measures in a temporary folder, and removes it whatever becomes of that: also when the process is told to stop. Then
 * it ends, and nothing is heard of what was measured so far: what is kept of a measurement is kept after this.
 */
export async function inTemporaryFolder<Result>(measure: (place: TemporaryFolder) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(path.join(tmpdir(), 'pasarela-bench-'));
  let close: () => Promise<unknown> = async () => undefined;
  const clear = () => close().finally(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  let stopping: Promise<never> | undefined;
  const stop = () => {
    stopping ??= clear().then(
      () => process.exit(130),
      () => process.exit(130),
    );
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    return await measure({
      folder,
      closeFirst: (given) => {
        close = given;
      },
    });
  } finally {
    // Still listening meanwhile: told to stop while it clears up, the process ends after that.
    await (stopping ?? clear()).finally(() => process.off('SIGINT', stop).off('SIGTERM', stop));
  }
}
