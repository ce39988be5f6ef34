import { execFile } from 'node:child_process';
import { closeSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** What is free when it is about to be filled. */
const ROOM_BYTES = 4 * 1024 * 1024;
const BALLAST = 'ballast';

/** A file system of its own on a folder, which a test fills up to its last byte and frees again. */
export class SmallDisk {
  private ballastBytes = 0;

  private constructor(readonly folder: string) {}

  /** Mounts one on an empty folder; the reason where this user or this machine does not mount. */
  static async mount(folder: string): Promise<SmallDisk | string> {
    try {
      await run('mount', ['-t', 'tmpfs', '-o', 'size=1g,mode=0700', 'pasarela-faults', folder]);
      return new SmallDisk(folder);
    } catch (error) {
      return (error as Error).message.trim();
    }
  }

  /** Leaves no room. Again: takes what became free since. */
  async fill(): Promise<void> {
    if (this.ballastBytes === 0) await this.resize(this.usedBytes() + ROOM_BYTES);
    const ballast = openSync(path.join(this.folder, BALLAST), 'a');
    const page = Buffer.alloc(4096);
    try {
      for (;;) this.ballastBytes += writeSync(ballast, page);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
    } finally {
      closeSync(ballast);
    }
  }

  /** There is room again. */
  async free(): Promise<void> {
    rmSync(path.join(this.folder, BALLAST));
    this.ballastBytes = 0;
    await this.resize(2 ** 30);
  }

  async unmount(): Promise<void> {
    await run('umount', ['--lazy', this.folder]);
  }

  private usedBytes(): number {
    const { blocks, bfree, bsize } = statfsSync(this.folder);
    return (blocks - bfree) * bsize;
  }

  private resize(bytes: number) {
    return run('mount', ['-o', `remount,size=${bytes}`, this.folder]);
  }
}

/**
 * From now on the system lets a process make no file longer (RLIMIT_FSIZE): each write that would fails with EFBIG.
 * Node ignores the signal that comes with it.
 */
export async function forbidLongerFiles(pid: number): Promise<void> {
  await run('prlimit', ['--pid', String(pid), '--fsize=1:']);
}

/** From now on it may again. */
export async function allowLongerFiles(pid: number): Promise<void> {
  await run('prlimit', ['--pid', String(pid), '--fsize=unlimited:']);
}
