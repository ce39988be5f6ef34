import { setImmediate } from 'node:timers/promises';

/** For how long programs are solved before the process may turn to what waits: requests are answered meanwhile. */
const AT_A_STRETCH_MS = 8;

/** Lets the process turn to something else now and then during long work. What is worked out does not depend on it. */
export class Breath {
  private since = performance.now();

  /** Settles at once, or, where the work has gone on for a while, when what waited was done. */
  async take(): Promise<void> {
    if (performance.now() - this.since < AT_A_STRETCH_MS) return;
    await setImmediate();
    this.since = performance.now();
  }
}
