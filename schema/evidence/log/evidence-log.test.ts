import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { disclosure, keys, LOG_NAME, openLog, privateKeyOf, signer, temporaryFolder } from '../../testing/evidence';
import { signCheckpoint } from '../checkpoints/checkpoint';
import { leafHash } from '../merkle/hashing';
import { isConsistent } from '../merkle/verify-consistency';
import { isIncluded } from '../merkle/verify-inclusion';
import { logSigner } from '../notes/note-signer';
import { verifyLog } from '../verification/verify-log';
import type { EvidenceLog } from './evidence-log';
import { SegmentIndex } from './segment-index';

describe('EvidenceLog', () => {
  let directory: string;
  let remove: () => void;
  const opened: EvidenceLog[] = [];
  const open: typeof openLog = async (...options) => {
    const log = await openLog(...options);
    opened.push(log);
    return log;
  };
  const appendMany = async (log: EvidenceLog, from: number, to: number) => {
    for (let number = from; number < to; number += 1) await log.append(disclosure(number));
  };
  const sign = (log: EvidenceLog) => log.keepCheckpoint(signCheckpoint(log.head, signer));
  beforeEach(() => {
    ({ directory, remove } = temporaryFolder());
  });
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((log) => log.close()));
    remove();
  });

  it('numbers leaves as they come, blinds each, and finds them again by number and request', async () => {
    const log = await open(directory, { random: (bytes) => Buffer.alloc(bytes, 7) });
    const appended = await Promise.all([0, 1, 2].map((number) => log.append(disclosure(number))));
    expect(appended.map(({ index }) => index)).toEqual([0, 1, 2]);
    const text = (await log.leaf(1)) as string;
    const blind = Buffer.alloc(32, 7).toString('base64url');
    expect(JSON.parse(text)).toEqual({ ...disclosure(1), sequence: 1, blind });
    expect(appended[1]?.leafHash).toBe(leafHash(Buffer.from(text)).toString('base64url'));
    expect(await log.leavesOf('request-2')).toEqual([2]);
    expect([await log.leaf(3), await log.leavesOf('request-9')]).toEqual([undefined, []]);
  });

  it('refuses a leaf that is not of its form, and records the next', async () => {
    const log = await open(directory);
    await expect(log.append({ ...disclosure(0), disclosed: ['Juan Pérez'] } as never)).rejects.toThrow(
      'The leaf is not of its form: disclosed: invalid_format.',
    );
    expect(await log.append(disclosure(0))).toMatchObject({ index: 0 });
  });

  it('goes on where it stopped, over several files, with indexes and hashes made again when they are gone', async () => {
    const first = await open(directory, { segmentBytes: 3_000 });
    await appendMany(first, 0, 10);
    await sign(first);
    await first.close();
    opened.length = 0;
    const segments = path.join(directory, 'segments');
    expect(readdirSync(segments).filter((name) => name.endsWith('.jsonl')).length).toBeGreaterThan(2);
    for (const name of readdirSync(segments).filter((one) => one.endsWith('.index'))) rmSync(path.join(segments, name));
    rmSync(path.join(directory, 'hashes'));
    const log = await open(directory, { segmentBytes: 3_000 });
    await appendMany(log, 10, 14);
    for (const number of [0, 4, 9, 13]) {
      expect(JSON.parse((await log.leaf(number)) as string)).toMatchObject({ requestId: `request-${number}` });
      expect(await log.leavesOf(`request-${number}`)).toEqual([number]);
    }
    expect(log.lastCheckpoint?.size).toBe(10);
    expect((await verifyLog({ directory, keys, isRunning: true })).findings).toEqual([]);
  });

  it('proves inclusion and consistency from stored hashes, for every leaf and size', async () => {
    const log = await open(directory, { segmentBytes: 2_000 });
    const heads = [log.head];
    const hashes: Buffer[] = [];
    for (let number = 0; number < 11; number += 1) {
      hashes.push(Buffer.from((await log.append(disclosure(number))).leafHash, 'base64url'));
      heads.push(log.head);
    }
    for (const newer of heads) {
      for (const older of heads.slice(0, newer.size))
        expect(isConsistent(older, newer, await log.consistencyProof(older.size, newer.size))).toBe(true);
      for (let index = 0; index < newer.size; index += 1) {
        const proof = await log.inclusionProof(index, newer.size);
        expect(isIncluded({ index, leafHash: hashes[index] as Buffer, proof }, newer)).toBe(true);
      }
    }
    expect(() => log.inclusionProof(0, 12)).toThrow('The log has 11 leaves');
  });

  it('begins another file when the first leaf of one is a day old', async () => {
    const log = await open(directory);
    for (const day of ['01', '01', '02', '03']) await log.append(disclosure(0, `2026-05-${day}T10:00:00.000Z`));
    expect(readdirSync(path.join(directory, 'segments')).filter((name) => name.endsWith('.jsonl'))).toHaveLength(3);
  });

  it('keeps only checkpoints that are its own, of its tree, and not older', async () => {
    const log = await open(directory);
    await appendMany(log, 0, 3);
    const { head } = log;
    await sign(log);
    const impostor = logSigner(LOG_NAME, privateKeyOf('impostor'));
    await expect(async () => log.keepCheckpoint(signCheckpoint(head, impostor))).rejects.toThrow('No known key');
    const wrong = signCheckpoint({ size: 3, root: randomBytes(32) }, signer);
    await expect(log.keepCheckpoint(wrong)).rejects.toThrow('not of the tree of this log');
    await expect(log.keepCheckpoint(signCheckpoint({ ...head, size: 4 }, signer))).rejects.toThrow('has 3 leaves');
    await appendMany(log, 3, 4);
    await sign(log);
    await expect(log.keepCheckpoint(signCheckpoint(head, signer))).rejects.toThrow('newer checkpoint is kept');
  });

  it('gives out no leaf that was changed since it was opened', async () => {
    const log = await open(directory);
    await appendMany(log, 0, 2);
    const segment = path.join(directory, 'segments', '0000000000000000.jsonl');
    writeFileSync(segment, readFileSync(segment, 'utf8').replace('"PAN"', '"COL"'));
    await expect(log.leaf(0)).rejects.toThrow('Leaf 0 was changed');
    await expect(log.leavesFrom(0, 2)).rejects.toThrow('Leaf 0 was changed');
    expect(await log.leaf(1)).toBeDefined();
  });

  it('makes an index again that was changed, or is of other leaves', async () => {
    const first = await open(directory, { segmentBytes: 3_000 });
    await appendMany(first, 0, 9);
    await first.close();
    opened.length = 0;
    const segments = path.join(directory, 'segments');
    const [one, two] = readdirSync(segments)
      .filter((name) => name.endsWith('.index'))
      .map((name) => path.join(segments, name)) as [string, string];
    const [right, other] = [readFileSync(one), readFileSync(two)];
    const fewer = new SegmentIndex(0);
    fewer.add({ bytes: 900, requestId: 'request-1' });
    const changed = Buffer.from(right).fill(1, 40, 41);
    for (const wrong of [other, other.subarray(0, 50), changed, right.subarray(0, 0), fewer.encode()]) {
      writeFileSync(one, wrong);
      const log = await open(directory, { segmentBytes: 3_000 });
      expect(await log.leavesOf('request-1')).toEqual([1]);
      await log.close();
      opened.length = 0;
      expect(readFileSync(one).equals(right)).toBe(true);
    }
  });

  it('takes nothing when it is closed, so that nothing is written without the lock', async () => {
    const log = await open(directory);
    await log.close();
    for (const number of [0, 1])
      await expect(log.append(disclosure(number))).rejects.toMatchObject({ code: 'EVIDENCE_UNAVAILABLE' });
    expect(readFileSync(path.join(directory, 'segments', '0000000000000000.jsonl'), 'utf8')).toBe('');
    await log.close();
  });

  it('has one writer', async () => {
    const log = await open(directory);
    await expect(openLog(directory)).rejects.toThrow(`Process ${process.pid} writes to the log`);
    await log.close();
    opened.length = 0;
    await (await openLog(directory)).close();
  });

  it('keeps its files for its user alone', async () => {
    const log = await open(path.join(directory, 'log'));
    await appendMany(log, 0, 1);
    await sign(log);
    const modes = (folder: string): number[] =>
      readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
        const name = path.join(folder, entry.name);
        return entry.isDirectory() ? [statSync(name).mode & 0o077, ...modes(name)] : [statSync(name).mode & 0o077];
      });
    expect(new Set(modes(directory))).toEqual(new Set([0]));
  });

  it('writes no personal value into an error', async () => {
    const log = await open(directory);
    const wrong = [
      { caseReference: 'Juan Pérez' },
      { Juan: 1 },
      { disclosed: ['Juan'.repeat(99)] },
      { purpose: 'Juan' },
    ];
    for (const change of wrong) {
      const error: Error = await log.append({ ...disclosure(0), ...change } as never).catch((thrown) => thrown);
      expect(error).toBeInstanceOf(TypeError);
      expect(error.message).not.toContain('Juan');
    }
    expect(readFileSync(path.join(directory, 'segments', '0000000000000000.jsonl'), 'utf8')).toBe('');
  });
});
