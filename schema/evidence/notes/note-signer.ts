import { createPublicKey, type KeyObject, sign } from 'node:crypto';
import { cosignedMessage } from './cosigned-message';
import { type NoteKey, noteKeyOf } from './note-key';

/** Who signs notes: a log its checkpoints, a witness those of others. */
export interface NoteSigner {
  readonly key: NoteKey;
  /** The bytes that stand behind the key's id in a signature line. */
  sign(text: string): Buffer;
}

/** Signs notes as a log, under its name, with an Ed25519 private key. */
export function logSigner(name: string, privateKey: KeyObject): NoteSigner {
  const key = noteKeyOf(name, createPublicKey(privateKey));
  return { key, sign: (text) => sign(null, Buffer.from(text), privateKey) };
}

/**
 * Signs checkpoints of others as a witness, who states the time.
 *
 * INVARIANT: a witness signs only what it found consistent with all that it signed before of that log.
 */
export function witnessSigner(name: string, privateKey: KeyObject, now: () => Date): NoteSigner {
  const key = noteKeyOf(name, createPublicKey(privateKey), 'COSIGNATURE');
  return {
    key,
    sign: (text) => {
      const seconds = BigInt(Math.floor(now().getTime() / 1000));
      const time = Buffer.alloc(8);
      time.writeBigUInt64BE(seconds);
      return Buffer.concat([time, sign(null, Buffer.from(cosignedMessage(text, seconds)), privateKey)]);
    },
  };
}
