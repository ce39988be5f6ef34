import { disclosure, diskError, faultyFileSystem, openLog, signer, temporaryFolder } from '../../testing/evidence';
import type { EvidenceLog } from '../log/evidence-log';
import { Checkpointer, type Timer } from './checkpointer';

/** Time that passes when a test says so. */
class HeldTimer implements Timer {
  private time = 0;
  private calls: { at: number; call: () => void }[] = [];
  now = () => this.time;
  after = (milliseconds: number, call: () => void) => {
    const entry = { at: this.time + milliseconds, call };
    this.calls.push(entry);
    return () => {
      this.calls = this.calls.filter((one) => one !== entry);
    };
  };
  pass(milliseconds: number): void {
    this.time += milliseconds;
    const due = this.calls.filter(({ at }) => at <= this.time);
    this.calls = this.calls.filter(({ at }) => at > this.time);
    for (const { call } of due) call();
  }
}

describe('Checkpointer', () => {
  let log: EvidenceLog;
  let remove: () => void;
  let timer: HeldTimer;
  let isFull = false;
  const failures: unknown[] = [];
  const open = async (directory: string) => {
    const fileSystem = faultyFileSystem((operation, file) =>
      isFull && operation === 'write' && file.endsWith('checkpoints.jsonl') ? diskError('ENOSPC') : undefined,
    );
    log = await openLog(directory, { fileSystem });
    timer = new HeldTimer();
    return new Checkpointer({ log, signer, timer, onFailure: (error) => failures.push(error) });
  };
  let directory: string;
  beforeEach(() => {
    ({ directory, remove } = temporaryFolder());
    isFull = false;
    failures.length = 0;
  });
  afterEach(async () => {
    await log.close();
    remove();
  });

  it('signs at once, then at most each second, and then all that came meanwhile', async () => {
    const checkpointer = await open(directory);
    await log.append(disclosure(0));
    timer.pass(0);
    await checkpointer.sign();
    expect(checkpointer.last?.size).toBe(1);
    for (const number of [1, 2, 3]) await log.append(disclosure(number));
    timer.pass(999);
    await checkpointer.idle();
    expect(checkpointer.last?.size).toBe(1);
    timer.pass(1);
    await checkpointer.idle();
    expect(checkpointer.last?.size).toBe(4);
    await checkpointer.close();
  });

  it('signs nothing when nothing came, and the rest when it is closed', async () => {
    const checkpointer = await open(directory);
    timer.pass(5000);
    await checkpointer.idle();
    expect(checkpointer.last).toBeUndefined();
    await log.append(disclosure(0));
    await checkpointer.close();
    expect(checkpointer.last?.size).toBe(1);
    await log.append(disclosure(1));
    timer.pass(5000);
    await checkpointer.idle();
    expect(checkpointer.last?.size).toBe(1);
  });

  it('signs what a crash left unsigned', async () => {
    log = await openLog(directory);
    await log.append(disclosure(0));
    await log.close();
    const checkpointer = await open(directory);
    timer.pass(0);
    await checkpointer.idle();
    expect(checkpointer.last?.size).toBe(1);
    await checkpointer.close();
  });

  it('tells when it could not keep one, and tries again each second', async () => {
    const checkpointer = await open(directory);
    isFull = true;
    await log.append(disclosure(0));
    timer.pass(0);
    await checkpointer.idle();
    expect(checkpointer.last).toBeUndefined();
    expect(failures).toEqual([diskError('ENOSPC')]);
    isFull = false;
    timer.pass(1000);
    await checkpointer.idle();
    expect(checkpointer.last?.size).toBe(1);
    await checkpointer.close();
  });
});
