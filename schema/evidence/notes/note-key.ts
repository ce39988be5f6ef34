import { createPublicKey, hash, type KeyObject, verify } from 'node:crypto';
import { bytesOfBase64 } from './base64';
import { cosignedMessage } from './cosigned-message';

/** What a key signs: a note as it is, or (a witness) that a checkpoint was consistent with all before it, at a time. */
export type SignatureType = 'NOTE' | 'COSIGNATURE';

/** The identifying bytes of the types of Ed25519 keys (c2sp.org/signed-note, section "Signature types"). */
const TYPE_BYTES = { NOTE: 0x01, COSIGNATURE: 0x04 } as const satisfies Record<SignatureType, number>;
const PUBLIC_KEY_BYTES = 32;
const TIMESTAMP_BYTES = 8;
const KEY_TEXT = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/;

/** Whose key it is and its short number: what a signature names it by. */
export interface KeyIdentity {
  readonly name: string;
  /** The first four bytes of a hash over name, type and key, as eight digits. */
  readonly keyId: string;
}

/** A public key that verifies signatures of notes. */
export interface NoteKey extends KeyIdentity {
  readonly type: SignatureType;
  readonly publicKey: KeyObject;
}

/** Whether a name may stand in a note: no space of any kind, no plus, no control character. */
export const isKeyName = (name: string): boolean => /^[^\s+\p{Z}\p{C}]+$/u.test(name);

/** Reads a public key in its text form, `name+id+base64`. @throws when it is none. */
export function parseNoteKey(text: string): NoteKey {
  const [, name, keyId, encoded] = KEY_TEXT.exec(text) ?? [];
  const bytes = encoded === undefined ? undefined : bytesOfBase64(encoded);
  const type = typeOf(bytes?.[0]);
  if (!name || !bytes || !type || bytes.length !== 1 + PUBLIC_KEY_BYTES)
    throw new Error('A log key is one line name+id+base64 of an Ed25519 key.');
  const key = noteKeyOf(name, createPublicKey(jwkOf(bytes.subarray(1))), type);
  if (key.keyId !== keyId) throw new Error('The id in the log key is not that of its name and key.');
  return key;
}

/** A public key under a name. @throws when the name may not stand in a note, or it is no Ed25519 key. */
export function noteKeyOf(name: string, publicKey: KeyObject, type: SignatureType = 'NOTE'): NoteKey {
  if (!isKeyName(name)) throw new Error('The name of a log has no spaces and no plus.');
  const keyId = hash('sha256', Buffer.concat([Buffer.from(`${name}\n`), typedKey(publicKey, type)]), 'hex').slice(0, 8);
  return { name, keyId, type, publicKey };
}

/** The text form of a public key, to be pinned by whoever verifies. */
export const formatNoteKey = ({ name, keyId, type, publicKey }: NoteKey): string =>
  `${name}+${keyId}+${typedKey(publicKey, type).toString('base64')}`;

/** Whether the bytes are the key's signature of a note's text. */
export function isSignatureOf({ type, publicKey }: NoteKey, text: string, signature: Buffer): boolean {
  if (type === 'NOTE') return verify(null, Buffer.from(text), publicKey, signature);
  if (signature.length <= TIMESTAMP_BYTES) return false;
  const message = cosignedMessage(text, signature.readBigUInt64BE());
  return verify(null, Buffer.from(message), publicKey, signature.subarray(TIMESTAMP_BYTES));
}

const typeOf = (byte: number | undefined): SignatureType | undefined =>
  (Object.keys(TYPE_BYTES) as SignatureType[]).find((type) => TYPE_BYTES[type] === byte);

const jwkOf = (key: Buffer) => ({
  key: { kty: 'OKP', crv: 'Ed25519', x: key.toString('base64url') },
  format: 'jwk' as const,
});

function typedKey(publicKey: KeyObject, type: SignatureType): Buffer {
  const { crv, x } = publicKey.export({ format: 'jwk' });
  if (crv !== 'Ed25519' || !x) throw new Error('A log signs with an Ed25519 key.');
  return Buffer.concat([Buffer.of(TYPE_BYTES[type]), Buffer.from(x, 'base64url')]);
}
