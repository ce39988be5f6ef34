import { createHash } from 'node:crypto';

/**
 * A key for development, the same for both parties of a pair. SYNTHETIC: whoever reads this line knows it, so it
 * protects nothing. Real keys are agreed on by two parties, outside this product, and never given to the host.
 */
export function syntheticPairKey(one: string, other: string): Uint8Array {
  return createHash('sha256')
    .update(`SYNTHETIC pair key|${[one, other].sort().join('|')}`)
    .digest();
}

/** The key, all parties', of figures that are counted jointly. SYNTHETIC, like the others. */
export const syntheticJointKey = (): Uint8Array => createHash('sha256').update('SYNTHETIC joint key').digest();
