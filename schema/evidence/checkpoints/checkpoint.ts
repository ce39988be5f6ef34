import { HASH_BYTES } from '../merkle/hashing';
import type { TreeHead } from '../merkle/tree-head';
import { bytesOfBase64 } from '../notes/base64';
import type { NoteKey } from '../notes/note-key';
import type { NoteSigner } from '../notes/note-signer';
import { NoteRefusedError, openNote, signNote } from '../notes/signed-note';

/** A log's statement, signed, that its tree of this size has this root (c2sp.org/tlog-checkpoint). */
export interface Checkpoint extends TreeHead {
  /** The log, by the name of its key. */
  readonly origin: string;
  /** The names of the known witnesses that signed it too. */
  readonly witnesses: readonly string[];
  /** The signed note itself. */
  readonly note: string;
}

/** The key of the log, pinned, and those of witnesses, if any are known. */
export interface CheckpointKeys {
  readonly log: NoteKey;
  readonly witnesses?: readonly NoteKey[];
}

const SIZE = /^(?:0|[1-9]\d{0,15})$/;

/** Signs a tree head as a log. INVARIANT: the log never signs what does not go on from what it signed before. */
export function signCheckpoint({ size, root }: TreeHead, signer: NoteSigner): string {
  return signNote(`${signer.key.name}\n${size}\n${root.toString('base64')}\n`, [signer]);
}

/**
 * Verifies a checkpoint: it is of the log whose key is pinned, and signed with that key.
 * @throws NoteRefusedError
 */
export function openCheckpoint(note: string, { log, witnesses = [] }: CheckpointKeys): Checkpoint {
  const { text, signers } = openNote(note, [log, ...witnesses]);
  const { origin, size, root } = headIn(text);
  if (origin !== log.name) throw new NoteRefusedError(`The checkpoint is not of the log ${log.name}.`);
  if (!signers.some(({ name, keyId }) => name === log.name && keyId === log.keyId))
    throw new NoteRefusedError(`The log ${log.name} did not sign the checkpoint.`);
  const known = signers.filter(({ name }) => name !== log.name).map(({ name }) => name);
  return { origin, size, root, witnesses: known, note };
}

/** The tree head that a checkpoint states. Nothing is verified. @throws NoteRefusedError when it states none. */
export const statedHead = (note: string): TreeHead => headIn(note.slice(0, note.lastIndexOf('\n\n') + 1));

function headIn(text: string): TreeHead & { origin: string } {
  const [origin = '', size = '', root = '', ...extensions] = text.slice(0, -1).split('\n');
  const hash = bytesOfBase64(root);
  if (origin === '' || !SIZE.test(size) || hash?.length !== HASH_BYTES || extensions.includes(''))
    throw new NoteRefusedError('This is not a checkpoint.');
  return { origin, size: Number(size), root: hash };
}
