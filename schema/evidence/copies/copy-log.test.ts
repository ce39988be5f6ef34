import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { schemaDirectory } from '../../package-directory';
import { disclosure, keys, openLog, retain, retentionOrder, signer, temporaryFolder } from '../../testing/evidence';
import { signCheckpoint } from '../checkpoints/checkpoint';
import { verifyLog } from '../verification/verify-log';
import { copyLog } from './copy-log';

const WRITER = path.join(schemaDirectory, 'dist', 'testing', 'append-until-killed.js');

describe('a copy of a log', () => {
  let directory: string;
  let remove: () => void;
  const at = (name: string) => path.join(directory, name);
  beforeEach(() => {
    ({ directory, remove } = temporaryFolder());
  });
  afterEach(() => remove());

  const writeLog = async () => {
    const log = await openLog(at('log'), { segmentBytes: 2_000 });
    for (let number = 0; number < 9; number += 1) await log.append(disclosure(number));
    const checkpoint = await log.keepCheckpoint(signCheckpoint(log.head, signer));
    await log.close();
    return checkpoint;
  };

  it('holds all of it, opens as it, and says how far it is', async () => {
    const checkpoint = await writeLog();
    const progress: Array<[number, number]> = [];
    const onProgress = (done: number, total: number) => progress.push([done, total]);
    const { range } = await copyLog({ from: at('log'), to: at('copy'), keys, held: [checkpoint], onProgress });
    expect(range.root()).toEqual(checkpoint.root);
    const [done, total] = progress.at(-1) as [number, number];
    expect(done).toBe(total);
    expect(total).toBeGreaterThan(8_000);
    expect(statSync(at('copy')).mode & 0o077).toBe(0);
    const log = await openLog(at('copy'), { held: [checkpoint] });
    expect(JSON.parse((await log.leaf(4)) as string)).toMatchObject({ requestId: 'request-4' });
    await log.close();
  });

  it('is whole each time while a process writes, with files that end meanwhile', async () => {
    const writer = spawn(process.execPath, [WRITER, at('log')], { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(writer.stdout, 'data');
    writer.stdout.resume();
    const sizes: number[] = [];
    for (let copy = 0; copy < 8; copy += 1) {
      const { range, lastCheckpoint } = await copyLog({ from: at('log'), to: at(`copy-${copy}`), keys });
      sizes.push(range.size);
      expect(lastCheckpoint?.size ?? 0).toBeLessThanOrEqual(range.size);
    }
    writer.kill('SIGKILL');
    await once(writer, 'close');
    expect(sizes).toEqual(sizes.toSorted((a, b) => a - b));
    expect(new Set(sizes).size).toBeGreaterThan(3);
    const { lastCheckpoint: last } = await verifyLog({ directory: at('log'), keys, isRunning: true });
    expect(last?.size).toBeGreaterThan(sizes[0] as number);
    const log = await openLog(at('copy-7'));
    expect((await log.append(disclosure(0))).index).toBe(sizes[7]);
    await log.close();
  }, 60_000);

  it('of a log whose old leaves went has their hashes, and what says so', async () => {
    const log = await openLog(at('log'));
    for (let day = 1; day <= 5; day += 1) await log.append(disclosure(day, `2026-05-0${day}T10:00:00.000Z`));
    await retain(log, retentionOrder('2026-05-03T10:00:00.000Z', '2026-05-09T10:00:00.000Z'));
    await log.close();
    const { firstKept, retention } = await copyLog({ from: at('log'), to: at('copy'), keys });
    expect([firstKept, retention?.firstKept]).toEqual([2, 2]);
  });

  it('is never written over another, and none is left where it does not verify', async () => {
    await writeLog();
    mkdirSync(at('there'));
    await expect(copyLog({ from: at('log'), to: at('there'), keys })).rejects.toThrow('exists already');
    const segment = path.join(at('log'), 'segments', '0000000000000000.jsonl');
    writeFileSync(segment, readFileSync(segment, 'utf8').replace('"PAN"', '"COL"'));
    await expect(copyLog({ from: at('log'), to: at('copy'), keys })).rejects.toThrow('Leaf 0 was changed');
    expect(existsSync(at('copy'))).toBe(false);
  });

  it('goes on over what a copying that was cut off left', async () => {
    await writeLog();
    mkdirSync(path.join(at('copy.partial'), 'segments'), { recursive: true });
    writeFileSync(path.join(at('copy.partial'), 'segments', '0000000000000099.jsonl'), 'rubbish');
    await copyLog({ from: at('log'), to: at('copy'), keys });
    expect((await verifyLog({ directory: at('copy'), keys })).findings).toEqual([]);
    expect(existsSync(at('copy.partial'))).toBe(false);
  });
});
