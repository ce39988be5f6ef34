import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { disclosure, keys, openLog, retain, retentionOrder, signer, temporaryFolder } from '../../testing/evidence';
import { signCheckpoint } from '../checkpoints/checkpoint';
import type { EvidenceLog, ReadLeaf } from '../log/evidence-log';
import { leafHash } from '../merkle/hashing';
import { isIncluded } from '../merkle/verify-inclusion';
import { verifyLog } from '../verification/verify-log';

describe('retention', () => {
  let directory: string;
  let remove: () => void;
  let log: EvidenceLog;
  const may = (day: number) => `2026-05-${String(day).padStart(2, '0')}T10:00:00.000Z`;
  const order = (before: number, changes = {}) => retentionOrder(may(before), may(12), changes);
  const segments = () => readdirSync(path.join(directory, 'segments')).sort();
  const reopen = async () => {
    await log.close();
    log = await openLog(directory);
  };
  const findings = async () => (await verifyLog({ directory, keys })).findings;
  beforeEach(async () => {
    ({ directory, remove } = temporaryFolder());
    log = await openLog(directory);
    for (let day = 1; day <= 9; day += 1) await log.append(disclosure(day, may(day)));
  });
  afterEach(async () => {
    await log.close();
    remove();
  });

  it('drops files of old leaves, and their hashes still prove what they were', async () => {
    const text = (await log.leaf(2)) as string;
    const hash = leafHash(Buffer.from(text));
    expect(await retain(log, order(5))).toBe(4);
    expect([await log.leaf(2), await log.leavesOf(JSON.parse(text).requestId)]).toEqual([undefined, []]);
    const proof = await log.inclusionProof(2, 10);
    expect(isIncluded({ index: 2, leafHash: hash, proof }, log.head)).toBe(true);
    expect(await log.hasLeaf(2, hash.toString('base64url'))).toBe(true);
    expect(segments()[0]).toBe('0000000000000004.index');
    expect(await findings()).toEqual([]);
  });

  it('says in a leaf which leaves went, by whom, when and under which rule', async () => {
    await retain(log, order(5));
    const said = { firstDropped: 0, firstKept: 4, olderThan: may(5), time: may(12), minimum: 'P1D' };
    const content = { kind: 'RETENTION', ...said, by: 'archive@snm.example', rule: 'Schedule 7' };
    expect(JSON.parse((await log.leaf(9)) as string)).toMatchObject(content);
    await reopen();
    expect(log.retention).toMatchObject({ ...content, leaf: 9 });
    expect((await verifyLog({ directory, keys })).retention).toMatchObject({ ...content, leaf: 9 });
  });

  it('opens again, drops more, and drops nothing that is not old', async () => {
    await retain(log, order(3));
    await reopen();
    expect(log.firstKept).toBe(2);
    expect(await retain(log, order(1))).toBe(2);
    expect(await retain(log, order(4))).toBe(3);
    expect(log.head.size).toBe(11);
    expect(await findings()).toEqual([]);
  });

  it('is read on from what is kept, the leaves of one file together', async () => {
    await retain(log, order(3));
    expect(await log.leavesFrom(0, 100)).toEqual([]);
    const read: ReadLeaf[] = [];
    while (log.firstKept + read.length < log.size) read.push(...(await log.leavesFrom(log.firstKept + read.length, 2)));
    expect(read.map(({ index }) => index)).toEqual(
      Array.from({ length: log.size - log.firstKept }, (_, at) => log.firstKept + at),
    );
    for (const { index, text, leafHash: hash } of read) {
      expect(text).toBe(await log.leaf(index));
      expect(await log.hasLeaf(index, hash)).toBe(true);
    }
    expect(await log.leavesFrom(log.size, 10)).toEqual([]);
  });

  it.each([
    ['P2D', 11],
    ['P1M', 1],
  ])('keeps every leaf for %s', async (minimum, before) => {
    await expect(log.stateRetention(order(before, { minimum }))).rejects.toThrow(`Every leaf is kept for ${minimum}`);
    expect(log.head.size).toBe(9);
  });

  it.each(['', 'P0D', '10 years'])('does nothing under the setting "%s"', async (minimum) => {
    await expect(log.stateRetention(order(3, { minimum }))).rejects.toThrow('a duration like P10Y');
  });

  it('drops nothing before it is signed that it goes', async () => {
    const stated = await log.stateRetention(order(5));
    await expect(log.dropStated(stated as never)).rejects.toMatchObject({ code: 'EVIDENCE_UNAVAILABLE' });
    expect(log.firstKept).toBe(0);
  });

  it('goes on where it was cut off, without stating it again', async () => {
    await log.stateRetention(order(5));
    await log.keepCheckpoint(signCheckpoint(log.head, signer));
    await reopen();
    expect(await retain(log, order(5))).toBe(4);
    expect(log.head.size).toBe(10);
  });

  it('believes leaves about their age, not an index', async () => {
    await log.close();
    const file = (first: number) => path.join(directory, 'segments', `000000000000000${first}.jsonl`);
    // A young leaf in an old file, hashes and all: only whoever holds the key could sign it.
    writeFileSync(file(3), readFileSync(file(3), 'utf8').replace(may(4), may(11)));
    rmSync(path.join(directory, 'hashes'));
    const index = readFileSync(file(3).replace('jsonl', 'index'));
    log = await openLog(directory);
    expect(readFileSync(file(3).replace('jsonl', 'index')).equals(index)).toBe(true);
    await expect(log.stateRetention(order(6))).rejects.toThrow('is not what was written');
    expect(existsSync(file(0))).toBe(true);
  });

  describe('is told from tampering:', () => {
    it('a file that somebody removed after it', async () => {
      await retain(log, order(3));
      await log.close();
      rmSync(path.join(directory, 'segments', '0000000000000002.jsonl'));
      expect(await findings()).toEqual([{ code: 'DROPPED', leaf: 2, to: 2 }]);
      await expect(openLog(directory)).rejects.toThrow('Leaves 2 to 2 are gone');
    });

    it('files that somebody removed without it', async () => {
      await log.keepCheckpoint(signCheckpoint(log.head, signer));
      await log.close();
      for (const first of [0, 1]) rmSync(path.join(directory, 'segments', `000000000000000${first}.jsonl`));
      expect(await findings()).toEqual([{ code: 'DROPPED', leaf: 0, to: 1 }]);
    });

    it('a line that says so, and that the log never signed', async () => {
      await log.keepCheckpoint(signCheckpoint(log.head, signer));
      // What whoever writes the disk can do: the line, and the files gone.
      await log.stateRetention(order(5));
      await log.close();
      for (const first of [0, 1, 2, 3]) rmSync(path.join(directory, 'segments', `000000000000000${first}.jsonl`));
      expect(await findings()).toEqual([{ code: 'DROPPED', leaf: 0, to: 3 }]);
      await expect(openLog(directory)).rejects.toThrow('Leaves 0 to 3 are gone');
    });
  });
});
