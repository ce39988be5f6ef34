import { readFileSync } from 'node:fs';
import { type Checkpoint, type CheckpointKeys, openCheckpoint } from '@pasarela/schema/evidence/checkpoints/checkpoint';
import { type NoteKey, parseNoteKey } from '@pasarela/schema/evidence/notes/note-key';
import { parseReceipt, type Receipt } from '@pasarela/schema/evidence/receipts/receipt';
import { VerifyFault } from './texts';

/** Reads the pinned key of a log, on the first line, and those of witnesses, on further ones. @throws VerifyFault */
export function readKeys(file: string): CheckpointKeys {
  const lines = textIn(file)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const [log, ...witnesses] = lines.map((line) =>
    attempt(
      () => parseNoteKey(line),
      () => new VerifyFault('badKey', { file }),
    ),
  );
  if (log?.type !== 'NOTE') throw new VerifyFault('badKey', { file });
  return { log, witnesses };
}

/** Reads a checkpoint and verifies who signed it. @throws VerifyFault */
export const readCheckpoint = (file: string, keys: CheckpointKeys): Checkpoint =>
  checkpointOf(textIn(file), file, keys);

/** Reads checkpoints that are kept: of the log, and of the one that it goes on from, where that has a key. @throws VerifyFault */
export function readHeld(
  files: readonly string[],
  keys: CheckpointKeys,
  former: CheckpointKeys | undefined,
): { held: Checkpoint[]; former: { key: NoteKey; held: Checkpoint[] } | undefined } {
  const isFormer = (file: string) => former !== undefined && isSignedBy(textIn(file), former);
  return {
    held: files.filter((file) => !isFormer(file)).map((file) => readCheckpoint(file, keys)),
    former: former && { key: former.log, held: files.filter(isFormer).map((file) => readCheckpoint(file, former)) },
  };
}

function isSignedBy(text: string, keys: CheckpointKeys): boolean {
  try {
    openCheckpoint(text, keys);
    return true;
  } catch {
    return false;
  }
}

/** The checkpoint of a text that comes from some place. @throws VerifyFault */
export const checkpointOf = (text: string, file: string, keys: CheckpointKeys): Checkpoint =>
  attempt(
    () => openCheckpoint(text, keys),
    ({ message }) => new VerifyFault('badCheckpoint', { file, reason: message }),
  );

/** Reads a receipt of the log, by itself or in the `extensions.receipt` of an answer. @throws VerifyFault */
export function readReceipt(file: string, { log }: CheckpointKeys): Receipt {
  const text = textIn(file);
  const receipt = attempt(
    () => receiptIn(JSON.parse(text)),
    () => new VerifyFault('badReceipt', { file }),
  );
  if (receipt.log !== log.name) throw new VerifyFault('otherLog', { log: receipt.log, key: log.name });
  return receipt;
}

function receiptIn(given: { extensions?: { receipt?: unknown } } | null): Receipt {
  return parseReceipt(given?.extensions?.receipt ?? given);
}

function textIn(file: string): string {
  return attempt(
    () => new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file)),
    () => new VerifyFault('unreadable', { file }),
  );
}

function attempt<Result>(read: () => Result, fault: (error: Error) => VerifyFault): Result {
  try {
    return read();
  } catch (error) {
    throw fault(error as Error);
  }
}
