import { createHash } from 'node:crypto';
import { requestError } from '../errors';
import type { Signed } from '../rule-bundles/signed';

/** Crockford's base 32: no letter is taken for a digit, on paper or over the telephone. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** 100 bits: to find a second file with a given fingerprint is out of anybody's reach. */
const CHARACTERS = 20;

/** What names signed content over the telephone: five groups of four. */
export function fingerprintOf({ payload }: Pick<Signed, 'payload'>): string {
  const digest = createHash('sha256').update(payload).digest();
  const bits = [...digest].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const characters = Array.from(
    { length: CHARACTERS },
    (_, index) => ALPHABET[Number.parseInt(bits.slice(index * 5, index * 5 + 5), 2)],
  );
  return characters.join('').replace(/.{4}(?=.)/g, '$&-');
}

/**
 * Compares what somebody typed with a fingerprint: in any case, with or without hyphens, O for 0, I or L for 1.
 *
 * @throws FINGERPRINT_DIFFERS, which never says what it should have been.
 */
export function requireFingerprint(typed: string, fingerprint: string): void {
  const plain = typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
  if (plain !== fingerprint.replaceAll('-', '')) throw requestError('FINGERPRINT_DIFFERS');
}
