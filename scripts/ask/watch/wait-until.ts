import { setTimeout } from 'node:timers/promises';

/** Timers of the platform end after 24.8 days; a machine that sleeps is noticed within the hour. */
const LONGEST_WAIT_MS = 3_600_000;

/** Waits until an instant of the machine's clock. Returns false as soon as it is stopped. */
export async function waitUntil(time: Date, stopped: AbortSignal): Promise<boolean> {
  for (;;) {
    if (stopped.aborted) return false;
    const left = time.getTime() - Date.now();
    if (left <= 0) return true;
    await setTimeout(Math.min(left, LONGEST_WAIT_MS), undefined, { signal: stopped }).catch(() => undefined);
  }
}
