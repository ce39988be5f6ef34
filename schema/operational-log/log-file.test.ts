import { readFileSync, write } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { diskError, temporaryFolder } from '../testing/evidence';
import { LogFile, type WriteBytes } from './log-file';

const writeAtEnd = promisify(write);

describe('the operational log', () => {
  let directory: string;
  let remove: () => void;
  beforeEach(() => {
    ({ directory, remove } = temporaryFolder());
  });
  afterEach(() => remove());

  const file = () => path.join(directory, 'logs', 'gateway.log');
  const linesIn = () => readFileSync(file(), 'utf8').split('\n').slice(0, -1);

  /** A disk that takes so many bytes more, and then none until it is told. */
  function smallDisk(room: number) {
    const disk = { room, refusals: 0 };
    const writeBytes: WriteBytes = async (descriptor, bytes) => {
      const some = bytes.subarray(0, disk.room);
      if (some.length === 0) disk.refusals += 1;
      if (some.length === 0) throw diskError('ENOSPC');
      disk.room -= some.length;
      return (await writeAtEnd(descriptor, some)).bytesWritten;
    };
    return { disk, writeBytes };
  }

  it('holds every line, in order, behind those of an earlier start', async () => {
    for (const start of [1, 2]) {
      const log = new LogFile({ file: file() });
      for (let number = 0; number < 300; number += 1) log.write(`${start} ${number}\n`);
      await log.close();
    }
    expect(linesIn()).toEqual([1, 2].flatMap((start) => Array.from({ length: 300 }, (_, at) => `${start} ${at}`)));
  });

  it('waits while the disk is full, and goes on where it was, in the middle of a line', async () => {
    const { disk, writeBytes } = smallDisk(10);
    const log = new LogFile({ file: file(), writeBytes, retryMs: 5 });
    for (const line of ['first', 'second', 'third']) log.write(`${line}\n`);
    while (disk.refusals < 3) await new Promise((resolve) => setTimeout(resolve, 5));
    log.write('fourth\n');
    disk.room = 1000;
    await log.close();
    expect(linesIn()).toEqual(['first', 'second', 'third', 'fourth']);
  });

  it('drops what is over its bound, and says how many lines once there is room', async () => {
    const { disk, writeBytes } = smallDisk(0);
    const log = new LogFile({ file: file(), writeBytes, retryMs: 5, mostWaiting: 40 });
    for (let number = 0; number < 100; number += 1) log.write(`line ${number % 10}\n`);
    while (disk.refusals < 2) await new Promise((resolve) => setTimeout(resolve, 5));
    disk.room = 1000;
    while (linesIn().length < 6) await new Promise((resolve) => setTimeout(resolve, 5));
    log.write('after\n');
    await log.close();
    const said = linesIn();
    expect(said.toSpliced(5, 1)).toEqual(['line 0', 'line 1', 'line 2', 'line 3', 'line 4', 'after']);
    expect(JSON.parse(said[5] as string)).toMatchObject({ level: 40, lost: 95 });
  });

  it('says that a line was lost which no bound would take', async () => {
    const log = new LogFile({ file: file(), mostWaiting: 10 });
    log.write(`${'long'.repeat(10)}\n`);
    log.write('short\n');
    await log.close();
    expect(linesIn()).toEqual(['short', expect.stringContaining('"lost":1')]);
  });

  it('closes though the disk is full, and takes nothing afterwards', async () => {
    const log = new LogFile({ file: file(), writeBytes: smallDisk(3).writeBytes });
    log.write('first\n');
    await log.close();
    log.write('second\n');
    await log.close();
    expect(readFileSync(file(), 'utf8')).toBe('fir');
  });

  it('outlives a device that is full', async () => {
    const log = new LogFile({ file: '/dev/full', retryMs: 1 });
    for (let number = 0; number < 10; number += 1) {
      log.write('line\n');
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    await log.close();
  });

  it('is not opened where that is not possible', () => {
    expect(() => new LogFile({ file: path.join('/dev/null', 'logs', 'gateway.log') })).toThrow('ENOTDIR');
  });
});
