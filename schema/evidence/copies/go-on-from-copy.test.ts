import { cpSync } from 'node:fs';
import path from 'node:path';
import {
  disclosure,
  keys,
  LOG_NAME,
  openLog,
  privateKeyOf,
  retain,
  retentionOrder,
  signer,
  temporaryFolder,
} from '../../testing/evidence';
import { type Checkpoint, signCheckpoint } from '../checkpoints/checkpoint';
import { formatNoteKey } from '../notes/note-key';
import { logSigner } from '../notes/note-signer';
import { verifyLog } from '../verification/verify-log';
import { goOnFromCopy } from './go-on-from-copy';

const next = privateKeyOf('next');
const nextKeys = { log: logSigner(LOG_NAME, next).key };

describe('a log that goes on from an older copy', () => {
  let directory: string;
  let remove: () => void;
  let copied: Checkpoint;
  let lastKnown: Checkpoint;
  const copy = () => path.join(directory, 'copy');
  const day = (number: number) => `2026-05-0${number}T10:00:00.000Z`;

  beforeEach(async () => {
    ({ directory, remove } = temporaryFolder());
    const log = await openLog(path.join(directory, 'log'));
    for (let number = 1; number <= 5; number += 1) await log.append(disclosure(number, day(number)));
    await retain(log, retentionOrder(day(2), day(9)));
    copied = log.lastCheckpoint as Checkpoint;
    cpSync(path.join(directory, 'log'), copy(), { recursive: true });
    await log.append(disclosure(7, day(7)));
    lastKnown = await log.keepCheckpoint(signCheckpoint(log.head, signer));
    await log.close();
  });
  afterEach(() => remove());

  const goOn = async (changes: object = {}) =>
    goOnFromCopy({
      directory: copy(),
      inspection: await verifyLog({ directory: copy(), keys }),
      formerKey: keys.log,
      privateKey: next.export({ format: 'jwk' }) as never,
      lastKnown,
      by: 'operations@snm.example',
      reason: 'Disk failure',
      now: new Date(day(9)),
      ...changes,
    });

  it('names what is lost in its first new leaf, and verifies under its own key', async () => {
    expect(await goOn()).toMatchObject({ index: 6 });
    const { findings, restorations, range, lastCheckpoint } = await verifyLog({ directory: copy(), keys: nextKeys });
    expect([findings, range.size, lastCheckpoint?.size]).toEqual([[], 7, 7]);
    expect(restorations).toMatchObject([
      {
        leaf: 6,
        firstLost: 6,
        signedBefore: 6,
        lastKnown: { size: 7, root: lastKnown.root.toString('base64url') },
        formerKey: formatNoteKey(keys.log),
        by: 'operations@snm.example',
        reason: 'Disk failure',
      },
    ]);
  });

  it('holds what the copy held, retention and all, and proves what the former log signed of it', async () => {
    await goOn();
    const log = await openLog(copy(), { keys: nextKeys });
    expect(JSON.parse((await log.leaf(3)) as string)).toMatchObject({ requestId: 'request-4' });
    expect([log.firstKept, log.retention?.by]).toEqual([1, 'archive@snm.example']);
    const proof = await log.consistencyProof(copied.size, log.size);
    expect(proof.length).toBeGreaterThan(0);
    await log.append(disclosure(8, day(9)));
    await log.close();
  });

  it('is no log of the former key any more', async () => {
    await goOn();
    await expect(openLog(copy())).rejects.toThrow('A checkpoint for 0 leaves is not signed by the log');
  });

  it('says nothing where it has nobody who says so', async () => {
    await expect(goOn({ by: '' })).rejects.toThrow('by');
  });
});
