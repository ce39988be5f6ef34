import {
  appendFileSync,
  cpSync,
  existsSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { disclosure, openLog, signer, temporaryFolder } from '../../testing/evidence';
import { type Checkpoint, signCheckpoint } from '../checkpoints/checkpoint';
import { storedCount } from '../merkle/stored-order';

describe('opening a log after a crash', () => {
  let directory: string;
  let remove: () => void;
  let segment: string;
  let hashes: string;
  let checkpoints: string;
  let lines: string[];
  beforeEach(async () => {
    ({ directory, remove } = temporaryFolder());
    segment = path.join(directory, 'segments', '0000000000000000.jsonl');
    hashes = path.join(directory, 'hashes');
    checkpoints = path.join(directory, 'checkpoints.jsonl');
    await append(0, 4, true);
    await append(4, 6, false);
    lines = readFileSync(segment, 'utf8').split('\n');
  });
  afterEach(() => remove());

  /** Opens the log, appends some leaves, signs or not, and closes. */
  async function append(from: number, to: number, isSigned: boolean): Promise<Checkpoint | undefined> {
    const log = await openLog(directory);
    for (let number = from; number < to; number += 1) await log.append(disclosure(number));
    const kept = isSigned ? await log.keepCheckpoint(signCheckpoint(log.head, signer)) : undefined;
    await log.close();
    return kept;
  }

  /** The numbers of the leaves that are found when the log is opened again; it still takes another. */
  async function reopened(): Promise<number> {
    const log = await openLog(directory);
    const { size } = log.head;
    expect(await log.append(disclosure(99))).toMatchObject({ index: size });
    await log.close();
    const again = await openLog(directory);
    expect(again.head.size).toBe(size + 1);
    await again.close();
    return size;
  }

  const leafAfterTheLast = () => `${(lines[5] as string).replace('"sequence":5', '"sequence":6')}`;
  const refused = (text: string) => expect(openLog(directory)).rejects.toThrow(text);

  it('cuts off a last line that was not written to its end', async () => {
    const before = readFileSync(segment);
    appendFileSync(segment, leafAfterTheLast().slice(0, 50));
    await (await openLog(directory)).close();
    expect(readFileSync(segment).equals(before)).toBe(true);
    appendFileSync(segment, leafAfterTheLast().slice(0, 50));
    expect(await reopened()).toBe(6);
  });

  it('cuts off space that was never written, with what stands behind it', async () => {
    appendFileSync(segment, `${'\0'.repeat(4096)}${leafAfterTheLast().slice(100)}\n${leafAfterTheLast()}\n`);
    expect(await reopened()).toBe(6);
  });

  it('keeps a whole line that was written and not acknowledged', async () => {
    appendFileSync(segment, `${leafAfterTheLast()}\n`);
    expect(await reopened()).toBe(7);
  });

  it('makes stored hashes again that a power cut lost, or left as zeros', async () => {
    const full = readFileSync(hashes);
    for (const size of [5, 4, 3, 0]) {
      const kept = full.subarray(0, storedCount(size) * 32);
      // Up to the checkpoint, of four leaves, hashes were flushed: no zeros are left there by a power cut.
      writeFileSync(hashes, Buffer.concat([kept, Buffer.alloc(size < 4 ? 0 : 100)]));
      const log = await openLog(directory);
      expect(log.head.size).toBe(6);
      await log.close();
      expect(readFileSync(hashes)).toEqual(full);
    }
  });

  it('makes stored hashes again of which a power cut left a hole behind the last checkpoint', async () => {
    const full = readFileSync(hashes);
    writeFileSync(hashes, Buffer.from(full).fill(0, storedCount(4) * 32, storedCount(5) * 32));
    const log = await openLog(directory);
    expect(log.head.size).toBe(6);
    await log.close();
    expect(readFileSync(hashes)).toEqual(full);
    writeFileSync(hashes, Buffer.from(full).fill(0, storedCount(2) * 32, storedCount(3) * 32));
    await refused('Leaf 2 was changed: it is not what its stored hash says');
  });

  it('leaves out a checkpoint that was not written to its end', async () => {
    appendFileSync(checkpoints, '"gateway.pasarela.te');
    expect(await reopened()).toBe(6);
    await append(7, 8, true);
    expect(await reopened()).toBe(8);
  });

  it('leaves out a checkpoint of which a power cut left a hole', async () => {
    await append(6, 7, true);
    const text = readFileSync(checkpoints);
    writeFileSync(checkpoints, Buffer.from(text).fill(0, text.length - 100, text.length - 50));
    const log = await openLog(directory);
    expect(log.lastCheckpoint?.size).toBe(4);
    await log.keepCheckpoint(signCheckpoint(log.head, signer));
    await log.close();
    expect(readFileSync(checkpoints).equals(text)).toBe(true);
  });

  it('opens a copy, and the copy of a log that was still written', async () => {
    const copy = `${directory}-copy`;
    for (const name of ['checkpoints.jsonl', 'hashes', 'segments']) {
      cpSync(path.join(directory, name), path.join(copy, name), { recursive: true });
      await append(10, 12, name === 'checkpoints.jsonl');
    }
    const log = await openLog(copy);
    expect(log.head.size).toBe(10);
    await log.close();
    rmSync(copy, { recursive: true });
  });

  describe('refuses', () => {
    it('a line that was cut within what was durable', async () => {
      truncateSync(segment, statSync(segment).size - 10);
      await refused('no whole leaf');
    });

    it('a log whose tail was cut', async () => {
      writeFileSync(segment, `${lines.slice(0, 5).join('\n')}\n`);
      await refused('ends before leaf 5');
    });

    it('a log whose tail was cut with its hashes, below its last checkpoint', async () => {
      writeFileSync(segment, `${lines.slice(0, 3).join('\n')}\n`);
      truncateSync(hashes, storedCount(3) * 32);
      await refused('ends before leaf 3');
    });

    it('a changed leaf, and names it', async () => {
      writeFileSync(segment, lines.with(2, (lines[2] as string).replace('STATISTICS', 'AUDIT')).join('\n'));
      await refused('Leaf 2 was changed');
    });

    it('a changed leaf whose hashes were made again, by the checkpoint', async () => {
      writeFileSync(segment, lines.with(2, (lines[2] as string).replace('STATISTICS', 'AUDIT')).join('\n'));
      rmSync(hashes);
      await refused('Among leaves 0 to 3 there is one that is not what the log signed');
    });

    it('changed hashes', async () => {
      const bytes = readFileSync(hashes);
      bytes[70] = (bytes[70] as number) ^ 1;
      writeFileSync(hashes, bytes);
      await refused('stored hashes of the tree do not follow from its leaves, at leaf 1');
    });

    it('a checkpoint that the log did not sign', async () => {
      const text = readFileSync(checkpoints, 'utf8');
      writeFileSync(checkpoints, text.replace(/\\n4\\n/, '\\n3\\n'));
      await refused('not signed by the log');
    });

    it('a hole in its checkpoints that no crash leaves', async () => {
      await append(6, 7, true);
      const text = readFileSync(checkpoints);
      writeFileSync(checkpoints, Buffer.from(text).fill(0, 40, 60));
      await refused('not signed by the log');
    });

    it('a log that is older than a checkpoint somebody holds, or goes another way', async () => {
      const backup = `${directory}-backup`;
      cpSync(directory, backup, { recursive: true });
      const held = (await append(6, 9, true)) as Checkpoint;
      await (await openLog(directory, { held: [held] })).close();
      const older = openLog(backup, { held: [held] });
      await expect(older).rejects.toThrow('older than the checkpoint that is held: leaves 6 to 8 are not there');
      const log = await openLog(backup);
      for (let number = 6; number < 12; number += 1) await log.append(disclosure(number));
      await log.close();
      await expect(openLog(backup, { held: [held] })).rejects.toThrow('goes another way');
      rmSync(backup, { recursive: true });
    });

    it('and changes nothing, nor stays locked', async () => {
      writeFileSync(segment, lines.with(2, 'x').join('\n'));
      const before = readFileSync(segment);
      await refused('Leaf 2 was changed');
      await refused('Leaf 2 was changed');
      expect(readFileSync(segment).equals(before)).toBe(true);
      expect(existsSync(segment)).toBe(true);
    });
  });
});
