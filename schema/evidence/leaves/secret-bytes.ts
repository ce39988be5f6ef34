import { randomFillSync } from 'node:crypto';

const POOL_BYTES = 8_192;
const pool = Buffer.alloc(POOL_BYTES);
let used = POOL_BYTES;

/**
 * Secret random bytes, at most 64: blinds and salts. They are had from the system many at a time: to ask it for each
 * costs more than the rest of a leaf.
 *
 * INVARIANT: none is given twice, and what was given stands in the pool no more.
 */
export function secretBytes(bytes: number): Buffer {
  if (bytes > 64) throw new RangeError('More than 64 secret bytes are not had from here.');
  if (used + bytes > POOL_BYTES) {
    randomFillSync(pool);
    used = 0;
  }
  const given = Buffer.from(pool.subarray(used, used + bytes));
  pool.fill(0, used, used + bytes);
  used += bytes;
  return given;
}
