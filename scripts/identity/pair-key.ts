import { readFileSync } from 'node:fs';
import { syntheticPairKey } from '@pasarela/joint-identity/synthetic-keys';
import { PERSONAS } from '../development/personas';
import { type IdentityFlags, needed } from './identity-flags';

const KEY = /^[\w-]{43}$/;

/** Who asks, who is asked, and the key that the two share. @throws one line that says what to give. */
export function pairOf(flags: IdentityFlags): { asking: string; asked: string; key: Uint8Array } {
  const asked = needed(flags.asked, '--asked');
  const asking = needed(PERSONAS.get(flags.as ?? '')?.party ?? flags.party, '--party');
  return { asking, asked, key: flags.key ? keyIn(flags.key) : syntheticPairKey(asking, asked) };
}

function keyIn(file: string): Uint8Array {
  const text = readFileSync(file, 'utf8').trim();
  if (!KEY.test(text)) throw new Error('--key: 32 bytes in base64url / 32 bytes en base64url');
  return Buffer.from(text, 'base64url');
}
