import { createHash } from 'node:crypto';
import { USERS } from './benchmark-data';

const LAST_MS = 300;
/** The same work on every machine and at every time. */
const WORK = JSON.stringify(Array.from({ length: 40 }, () => USERS));

/** How often a second a fixed piece of work is done here: nothing but processor. */
function operationsPerSecond(): number {
  const started = performance.now();
  let done = 0;
  while (performance.now() - started < LAST_MS) {
    createHash('sha256')
      .update(JSON.stringify(JSON.parse(WORK)))
      .digest();
    done += 1;
  }
  return (done * 1000) / (performance.now() - started);
}

process.on('message', () => process.send?.(operationsPerSecond()));
