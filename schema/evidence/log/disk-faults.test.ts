import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  type DiskOperation,
  disclosure,
  diskError,
  faultyFileSystem,
  keys,
  openLog,
  privateKeyOf,
  signer,
  temporaryFolder,
} from '../../testing/evidence';
import { signCheckpoint } from '../checkpoints/checkpoint';
import { witnessSigner } from '../notes/note-signer';
import { addSignature } from '../notes/signed-note';
import { verifyLog } from '../verification/verify-log';
import { EvidenceUnavailableError } from './evidence-errors';
import type { EvidenceLog } from './evidence-log';

/** What a disk refuses, and on which files. */
interface Fault {
  readonly operation: DiskOperation;
  readonly file: RegExp;
  readonly error: Error;
}
const LEAVES = /\.jsonl$/;
const HASHES = /hashes$/;

describe('a disk that fails', () => {
  let directory: string;
  let remove: () => void;
  let log: EvidenceLog;
  let fault: Fault | undefined;
  const fileSystem = faultyFileSystem((operation, file) =>
    fault?.operation === operation && fault.file.test(file) ? fault.error : undefined,
  );
  beforeEach(async () => {
    ({ directory, remove } = temporaryFolder());
    fault = undefined;
    log = await openLog(directory, { fileSystem, segmentBytes: 20_000 });
  });
  afterEach(async () => {
    await log.close();
    remove();
  });

  const FAULTS: ReadonlyArray<[string, Fault]> = [
    ['is full', { operation: 'write', file: LEAVES, error: diskError('ENOSPC') }],
    ['does not flush', { operation: 'datasync', file: LEAVES, error: diskError('EIO') }],
    ['is full when hashes are written', { operation: 'write', file: HASHES, error: diskError('ENOSPC') }],
  ];

  it.each(FAULTS)(
    'and %s: nothing is acknowledged, and the log goes on by itself when it can again',
    async (_, met) => {
      const kept = await log.append(disclosure(0));
      fault = met;
      const waiting = await Promise.allSettled([1, 2, 3].map((number) => log.append(disclosure(number))));
      for (const one of waiting) {
        expect(one).toMatchObject({
          status: 'rejected',
          reason: { code: 'EVIDENCE_UNAVAILABLE', status: 503, cause: met.error },
        });
        expect((one as PromiseRejectedResult).reason).toBeInstanceOf(EvidenceUnavailableError);
      }
      await expect(log.append(disclosure(4))).rejects.toThrow('nothing is given out');
      expect(log.head.size).toBe(1);
      fault = undefined;
      expect(await log.append(disclosure(5))).toMatchObject({ index: 1 });
      await log.keepCheckpoint(signCheckpoint(log.head, signer));
      expect((await verifyLog({ directory, keys })).findings).toEqual([]);
      const text = readFileSync(path.join(directory, 'segments', '0000000000000000.jsonl'), 'utf8');
      expect([...text.matchAll(/request-\d/g)].map(String)).toEqual(['request-0', 'request-5']);
      expect((await log.inclusionProof(kept.index, 2)).length).toBe(1);
    },
  );

  it.each<DiskOperation>(['open', 'truncate', 'datasync', 'read'])(
    'and cannot be put in order (%s): nothing is acknowledged meanwhile',
    async (operation) => {
      await log.append(disclosure(0));
      fault = { operation: 'datasync', file: LEAVES, error: diskError('EIO') };
      await expect(log.append(disclosure(1))).rejects.toThrow(EvidenceUnavailableError);
      fault = { operation, file: LEAVES, error: diskError('EIO') };
      for (const number of [2, 3])
        await expect(log.append(disclosure(number))).rejects.toThrow(EvidenceUnavailableError);
      fault = undefined;
      expect(await log.append(disclosure(4))).toMatchObject({ index: 1 });
    },
  );

  it.each<[DiskOperation, RegExp]>([
    ['open', /0{14}[1-9]\d\.jsonl$/],
    ['syncFolder', /segments$/],
    ['write', /\.index$/],
    ['datasync', HASHES],
  ])('when another file is begun (%s %s): the next leaf begins it', async (operation, file) => {
    let number = 0;
    for (; readFileSync(path.join(directory, 'segments', '0000000000000000.jsonl')).length < 20_000; number += 1)
      await log.append(disclosure(number));
    fault = { operation, file, error: diskError('EIO') };
    await expect(log.append(disclosure(number))).rejects.toThrow(EvidenceUnavailableError);
    fault = undefined;
    expect(await log.append(disclosure(number))).toMatchObject({ index: number });
    await log.close();
    log = await openLog(directory);
    expect(log.head.size).toBe(number + 1);
  });

  it('and does not keep a checkpoint: the log keeps the one before, and the next attempt is whole', async () => {
    await log.append(disclosure(0));
    await log.keepCheckpoint(signCheckpoint(log.head, signer));
    await log.append(disclosure(1));
    fault = { operation: 'write', file: /checkpoints/, error: diskError('ENOSPC') };
    await expect(log.keepCheckpoint(signCheckpoint(log.head, signer))).rejects.toThrow('ENOSPC');
    expect(log.lastCheckpoint?.size).toBe(1);
    fault = { operation: 'datasync', file: /checkpoints/, error: diskError('EIO') };
    const longer = addSignature(
      signCheckpoint(log.head, signer),
      witnessSigner('witness.example', privateKeyOf('w'), () => new Date(0)),
    );
    await expect(log.keepCheckpoint(longer)).rejects.toThrow('EIO');
    fault = { operation: 'datasync', file: HASHES, error: diskError('EIO') };
    await expect(log.keepCheckpoint(signCheckpoint(log.head, signer))).rejects.toThrow(EvidenceUnavailableError);
    fault = undefined;
    await log.append(disclosure(2));
    await log.keepCheckpoint(signCheckpoint(log.head, signer));
    expect((await verifyLog({ directory, keys })).lastCheckpoint?.size).toBe(3);
  });

  it('and lost what it had acknowledged: the log acknowledges nothing more', async () => {
    await log.append(disclosure(0));
    fault = { operation: 'datasync', file: LEAVES, error: diskError('EIO') };
    await expect(log.append(disclosure(1))).rejects.toThrow(EvidenceUnavailableError);
    fault = undefined;
    const segment = path.join(directory, 'segments', '0000000000000000.jsonl');
    const lost = await fileSystem.open(segment, 'WRITE');
    await lost.write(Buffer.from('{"lost":1'), 0);
    await lost.close();
    const { cause } = await log.append(disclosure(2)).catch((error) => error);
    expect(cause).toEqual(new Error('What was on the disk is there no more.'));
    await expect(log.append(disclosure(3))).rejects.toThrow(EvidenceUnavailableError);
  });
});
