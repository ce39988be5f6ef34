import { createPrivateKey } from 'node:crypto';
import { rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { JWK } from 'jose';
import { type Checkpoint, signCheckpoint } from '../checkpoints/checkpoint';
import { LEAF_FORMAT } from '../leaves/leaf';
import { checkpointLine } from '../log/checkpoint-file';
import { nodeFileSystem } from '../log/file-system';
import { logFiles } from '../log/log-files';
import type { AppendedLeaf } from '../log/log-writer';
import { formatNoteKey, type NoteKey } from '../notes/note-key';
import { logSigner } from '../notes/note-signer';
import { EvidenceRecorder } from '../recording/evidence-recorder';
import type { Inspection } from '../verification/inspect-log';

/** A copy that is older than what its log signed, and how its log goes on. */
export interface GoOnOptions {
  /** The folder of the copy, verified; it becomes the new log's. */
  readonly directory: string;
  readonly inspection: Inspection;
  /** The key of the log that was lost. */
  readonly formerKey: NoteKey;
  /** The key of the new log. It has the name of the former. */
  readonly privateKey: JWK;
  /** The newest checkpoint of the lost log that anybody is known to hold. */
  readonly lastKnown: Checkpoint;
  readonly by: string;
  readonly reason: string;
  readonly now: Date;
}

/**
 * Makes a new log of an older copy: with another key, since the former one signed what is not there, and with a leaf,
 * the first thing that it records, that names the lost log's last known checkpoint. So the gap is itself evidence,
 * and nothing that either log signed contradicts it.
 */
export async function goOnFromCopy(options: GoOnOptions): Promise<AppendedLeaf> {
  const { directory, inspection, formerKey, privateKey, lastKnown, by, reason, now } = options;
  const { name: log } = formerKey;
  await setAside(directory, formerKey);
  const signer = logSigner(log, createPrivateKey({ key: privateKey as never, format: 'jwk' }));
  const { size } = inspection.range;
  const head = { size, root: inspection.range.root() };
  await writeFile(logFiles.checkpoints(directory), checkpointLine(signCheckpoint(head, signer)), {
    mode: 0o600,
    flush: true,
  });
  let failure: unknown;
  const onFailure = (error: unknown) => {
    failure = error;
  };
  const recorder = await EvidenceRecorder.open({ directory, log, privateKey, onFailure });
  const appended = await recorder
    .recordRestoration({
      kind: 'RESTORATION',
      format: LEAF_FORMAT,
      time: now.toISOString(),
      by,
      reason,
      formerKey: formatNoteKey(formerKey),
      lastKnown: { size: lastKnown.size, root: lastKnown.root.toString('base64url') },
      firstLost: size,
      signedBefore: inspection.lastCheckpoint?.size ?? 0,
    })
    .finally(() => recorder.close());
  if (failure) throw failure;
  return appended;
}

/** The former log's checkpoints stay, with the key that verifies them, apart from those of the new log. */
async function setAside(directory: string, formerKey: NoteKey): Promise<void> {
  const { keyId } = formerKey;
  await nodeFileSystem.makeFolder(path.dirname(logFiles.formerKey(directory, keyId)));
  await writeFile(logFiles.formerKey(directory, keyId), `${formatNoteKey(formerKey)}\n`, { mode: 0o600, flush: true });
  await rename(logFiles.checkpoints(directory), logFiles.formerCheckpoints(directory, keyId));
  await nodeFileSystem.syncFolder(path.dirname(logFiles.formerKey(directory, keyId)));
}
