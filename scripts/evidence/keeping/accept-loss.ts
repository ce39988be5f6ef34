import { createPublicKey } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Checkpoint } from '@pasarela/schema/evidence/checkpoints/checkpoint';
import { goOnFromCopy } from '@pasarela/schema/evidence/copies/go-on-from-copy';
import { newestCheckpointIn } from '@pasarela/schema/evidence/copies/known-checkpoints';
import { formatNoteKey, type NoteKey, noteKeyOf } from '@pasarela/schema/evidence/notes/note-key';
import { verifyLog } from '@pasarela/schema/evidence/verification/verify-log';
import { keyFiles, readKeyFile } from '@pasarela/schema/identity/key-files';
import { ensureKeyPair } from '../../development/development-keys';
import type { RestoreFlags, Told } from './keeping-flags';
import type { LogPlace } from './log-place';
import { swap } from './swap';
import { tell } from './texts';

/** A loss that is accepted openly. */
export interface AcceptedLoss {
  /** The copy, beside the log. */
  readonly staged: string;
  /** Where what stands in the log's place now goes. */
  readonly aside: string;
  readonly place: LogPlace;
  readonly flags: RestoreFlags;
  readonly now: Date;
  /** The newest checkpoint of the lost log that anybody is known to hold. */
  readonly lastKnown: Checkpoint;
}

/** Lets a log go on from an older copy, with a new key; its first new leaf says what is lost. */
export async function acceptLoss({ staged, aside, place, flags, now, lastKnown }: AcceptedLoss): Promise<Told> {
  const { dataDirectory, name, directory, keys } = place;
  const next = keyFiles.nextEvidence(dataDirectory, name);
  await rm(next, { force: true });
  await ensureKeyPair(next, name);
  const { index: leaf } = await goOnFromCopy({
    directory: staged,
    inspection: await verifyLog({ directory: staged, keys, isRunning: true }),
    formerKey: keys.log,
    privateKey: readKeyFile(next),
    lastKnown,
    by: flags.by ?? '',
    reason: flags.reason ?? '',
    now,
  });
  const stood = await swap(staged, directory, aside);
  await changeKeys(place);
  const { lang, by = '' } = flags;
  const where = stood ? aside : tell('nothingBefore', lang);
  return [
    tell('wentOn', lang, { log: name, leaf, last: lastKnown.size - 1, by, aside: where }),
    tell('newKey', lang, { file: keyFiles.evidencePublic(dataDirectory, name) }),
  ];
}

/**
 * Finishes a restoration that was cut off between the log and its keys: the log in place is signed with the next key.
 * Returns whether there was one.
 */
export async function finishInterrupted(place: LogPlace): Promise<boolean> {
  const { dataDirectory, name, directory } = place;
  if (!existsSync(keyFiles.nextEvidence(dataDirectory, name))) return false;
  if (!(await newestCheckpointIn(directory, { log: nextKeyOf(place) }))) return false;
  await changeKeys(place);
  return true;
}

/** INVARIANT: the next key is renamed last: until then it says that this is to be done, and doing it twice is the same. */
async function changeKeys(place: LogPlace): Promise<void> {
  const { dataDirectory, name, keys } = place;
  const { keyId } = keys.log;
  const [key, next] = [keyFiles.evidence(dataDirectory, name), keyFiles.nextEvidence(dataDirectory, name)];
  const former = keyFiles.formerEvidence(dataDirectory, name, keyId);
  const publicKey = nextKeyOf(place);
  // The public key is the next one already where this was cut off before its end.
  if (publicKey.keyId !== keyId) {
    await setHeldAside(keyFiles.heldCheckpoints(dataDirectory, name), keyId);
    if (existsSync(key)) await rename(key, former);
    const file = keyFiles.evidencePublic(dataDirectory, name);
    await writeFile(`${file}.new`, `${formatNoteKey(publicKey)}\n`, { mode: 0o600, flush: true });
    await rename(`${file}.new`, file);
  }
  await rename(next, key);
}

const nextKeyOf = ({ dataDirectory, name }: LogPlace): NoteKey => {
  const jwk = readKeyFile(keyFiles.nextEvidence(dataDirectory, name));
  return noteKeyOf(name, createPublicKey({ key: jwk as never, format: 'jwk' }));
};

/** What partners held of the former log stays as proof, where no start compares the new one with it. */
async function setHeldAside(folder: string, keyId: string): Promise<void> {
  if (!existsSync(folder)) return;
  const aside = path.join(folder, `former-${keyId}`);
  await mkdir(aside, { recursive: true, mode: 0o700 });
  for (const name of readdirSync(folder).filter((one) => one.endsWith('.checkpoint')))
    await rename(path.join(folder, name), path.join(aside, name));
}
