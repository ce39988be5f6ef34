import { disclosure, openLog, signer, temporaryFolder } from '../../testing/evidence';
import { PowerCutDisk } from '../../testing/power-cut';
import { signCheckpoint } from '../checkpoints/checkpoint';
import { EvidenceUnavailableError } from './evidence-errors';
import type { EvidenceLog } from './evidence-log';

/** What a flush that failed was to bring to the disk is seen by every process, and is not on the disk. */
describe('a flush that fails, and power that is cut later', () => {
  let directory: string;
  let remove: () => void;
  let disk: PowerCutDisk;
  let log: EvidenceLog;
  beforeEach(async () => {
    ({ directory, remove } = temporaryFolder());
    disk = new PowerCutDisk();
    log = await open();
    await log.append(disclosure(0));
    await sign();
    await log.append(disclosure(1));
  });
  afterEach(async () => {
    await log.close();
    remove();
  });

  const open = () => openLog(directory, { fileSystem: disk });
  const sign = () => log.keepCheckpoint(signCheckpoint(log.head, signer));

  /** The process ends by `kill -9`, and another one opens the log. */
  async function killed(): Promise<void> {
    const next = disk.processEnded();
    await log.close();
    disk = next;
    log = await open();
  }

  /** Nothing that was not flushed got to the disk. */
  async function powerCut(): Promise<void> {
    const next = disk.powerOn(() => false);
    await log.close();
    disk = next;
    log = await open();
  }

  it('loses no leaf that a process took over from the one before', async () => {
    disk.failFlushAfter(0);
    await expect(log.append(disclosure(2))).rejects.toThrow(EvidenceUnavailableError);
    await killed();
    expect(log.size).toBe(3);
    const { index } = await log.append(disclosure(3));
    await sign();
    await powerCut();
    expect([index, log.size, log.lastCheckpoint?.size]).toEqual([3, 4, 4]);
  });

  it.each([
    ['the same process', async () => undefined],
    ['the next one', killed],
  ])('loses no hash below a checkpoint that %s signs without another leaf', async (_, meanwhile) => {
    disk.failFlushAfter(0);
    await expect(sign()).rejects.toThrow(EvidenceUnavailableError);
    await meanwhile();
    expect((await sign()).size).toBe(2);
    await powerCut();
    expect([log.size, log.lastCheckpoint?.size]).toEqual([2, 2]);
  });

  it('loses no checkpoint that a process took over and tells', async () => {
    disk.failFlushAfter(1);
    await expect(sign()).rejects.toThrow('EIO');
    expect(log.lastCheckpoint?.size).toBe(1);
    await killed();
    expect(log.lastCheckpoint?.size).toBe(2);
    await powerCut();
    expect(log.lastCheckpoint?.size).toBe(2);
  });

  it('hears of it whether a leaf or a checkpoint waits for the disk: one waits for the other', async () => {
    disk.failFlushAfter(0);
    const [leaf, checkpoint] = await Promise.allSettled([log.append(disclosure(2)), sign()]);
    expect([leaf.status, checkpoint.status]).toContain('rejected');
    await sign();
    const { size } = log;
    await powerCut();
    expect([log.size, log.lastCheckpoint?.size]).toEqual([size, size]);
  });
});
