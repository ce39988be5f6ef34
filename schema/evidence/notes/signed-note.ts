import { bytesOfBase64 } from './base64';
import { isKeyName, isSignatureOf, type KeyIdentity, type NoteKey } from './note-key';
import type { NoteSigner } from './note-signer';

const MAX_NOTE_BYTES = 1024 * 1024;
const MAX_SIGNATURES = 100;
const KEY_ID_BYTES = 4;
const SIGNATURE_LINE = /^— (\S+) (\S+)$/;

/** A note whose text may be believed: a known key signed it. */
export interface OpenedNote {
  /** What was signed, its last line break included. */
  readonly text: string;
  /** The known keys that signed, each once. */
  readonly signers: readonly KeyIdentity[];
}

/** A note that is malformed, or that no known key signed. */
export class NoteRefusedError extends Error {
  override readonly name = 'NoteRefusedError';
}

/** Signs a text that ends in a line break, as a note (c2sp.org/signed-note). @throws when the text cannot be one. */
export function signNote(text: string, signers: readonly NoteSigner[]): string {
  if (!text.endsWith('\n') || !isNoteText(text)) throw new NoteRefusedError('The text cannot be signed as a note.');
  return `${text}\n${signers.map((signer) => signatureLine(text, signer)).join('')}`;
}

/** The note with one more signature. */
export function addSignature(note: string, signer: NoteSigner): string {
  return note + signatureLine(parseNote(note).text, signer);
}

/**
 * The text of a note and who of the known keys signed it. Signatures of unknown keys count for nothing.
 *
 * INVARIANT: a signature that names a known key and does not verify refuses the whole note.
 * @throws NoteRefusedError
 */
export function openNote(note: string, keys: readonly NoteKey[]): OpenedNote {
  const { text, signatures } = parseNote(note);
  const signers = new Set<NoteKey>();
  for (const { name, keyId, signature } of signatures) {
    const key = knownKey(keys, { name, keyId });
    if (!key || signers.has(key)) continue;
    if (!isSignatureOf(key, text, signature)) throw new NoteRefusedError(`The signature of ${name} is not valid.`);
    signers.add(key);
  }
  if (signers.size === 0) throw new NoteRefusedError('No known key signed the note.');
  return { text, signers: [...signers].map(({ name, keyId }) => ({ name, keyId })) };
}

function knownKey(keys: readonly NoteKey[], { name, keyId }: KeyIdentity): NoteKey | undefined {
  const [key, second] = keys.filter((one) => one.name === name && one.keyId === keyId);
  if (second) throw new NoteRefusedError(`Two keys are known as ${name}+${keyId}.`);
  return key;
}

interface Signature extends KeyIdentity {
  readonly signature: Buffer;
}

/** The parts of a note; nothing is verified. @throws NoteRefusedError */
function parseNote(note: string): { text: string; signatures: Signature[] } {
  const end = note.lastIndexOf('\n\n');
  if (end < 0 || !note.endsWith('\n') || Buffer.byteLength(note) > MAX_NOTE_BYTES || !isNoteText(note))
    throw malformed();
  const lines = note
    .slice(end + 2)
    .split('\n')
    .slice(0, -1);
  if (lines.length === 0 || lines.length > MAX_SIGNATURES) throw malformed();
  return { text: note.slice(0, end + 1), signatures: lines.map(parseSignature) };
}

function parseSignature(line: string): Signature {
  const [, name = '', encoded = ''] = SIGNATURE_LINE.exec(line) ?? [];
  const bytes = bytesOfBase64(encoded);
  if (!isKeyName(name) || !bytes || bytes.length <= KEY_ID_BYTES) throw malformed();
  return { name, keyId: bytes.toString('hex', 0, KEY_ID_BYTES), signature: bytes.subarray(KEY_ID_BYTES) };
}

const malformed = () => new NoteRefusedError('This is not a signed note.');

/** Whether there is no control character but line breaks, and no half of a character (it has no bytes in UTF-8). */
const isNoteText = (text: string): boolean =>
  text.isWellFormed() && [...text].every((character) => character >= ' ' || character === '\n');

function signatureLine(text: string, { key, sign }: NoteSigner): string {
  const bytes = Buffer.concat([Buffer.from(key.keyId, 'hex'), sign(text)]);
  return `— ${key.name} ${bytes.toString('base64')}\n`;
}
