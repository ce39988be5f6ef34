import path from 'node:path';
import type { FileSystem, OpenFile } from '../evidence/log/file-system';

/** What a disk writes whole or not at all. */
const SECTOR_BYTES = 512;

interface Write {
  readonly position: number;
  readonly bytes: Buffer;
  /** Whether it was done when its process ended, and not about to be. */
  isSeen?: boolean;
}
interface StoredFile {
  /** What is on the disk for certain. */
  durable: Buffer;
  /** What whoever reads sees. */
  seen: Buffer;
  /** What a power cut may bring to the disk or not, sector by sector: writes, and sizes to cut to. */
  pending: (Write | number)[];
  isNamed: boolean;
}

/**
 * A disk in memory that can lose power, or the process that uses it: what was not flushed is then there in part, in
 * any order, with zeros where sectors between are missing; a file whose folder was not flushed may be gone. A flush
 * can fail: what it was to bring to the disk is then seen by every process and never gets there, though flushes
 * afterwards succeed, until it is written once more.
 */
export class PowerCutDisk implements FileSystem {
  private operations = 0;
  private cutAfter = Number.POSITIVE_INFINITY;
  private flushesUntilFailure = Number.POSITIVE_INFINITY;

  constructor(private readonly files = new Map<string, StoredFile>()) {}

  /** Loses power after so many operations more: each later one fails. */
  cutPowerAfter(operations: number): void {
    this.cutAfter = this.operations + operations;
  }

  /** Fails one flush, after so many that go well. */
  failFlushAfter(flushes: number): void {
    this.flushesUntilFailure = flushes;
  }

  /** The disk after the process alone ended: what was not flushed is seen, and still not flushed. */
  processEnded(): PowerCutDisk {
    for (const file of this.files.values())
      file.pending = file.pending.filter((change) => typeof change === 'number' || change.isSeen);
    return new PowerCutDisk(this.files);
  }

  /** The disk when there is power again. `survives` says of each sector, size and name whether it got there. */
  powerOn(survives: () => boolean): PowerCutDisk {
    const files = new Map<string, StoredFile>();
    for (const [name, file] of this.files) {
      if (!file.isNamed && !survives()) continue;
      const seen = file.pending.reduce((bytes: Buffer, change) => partly(bytes, change, survives), file.durable);
      files.set(name, { durable: seen, seen, pending: [], isNamed: true });
    }
    return new PowerCutDisk(files);
  }

  async open(name: string, access: 'READ' | 'WRITE'): Promise<OpenFile> {
    this.use();
    const found = this.files.get(name);
    if (!found && access === 'READ') throw Object.assign(new Error('ENOENT'), { code: 'ENOENT' });
    const file = found ?? { durable: Buffer.alloc(0), seen: Buffer.alloc(0), pending: [], isNamed: false };
    this.files.set(name, file);
    return this.openFile(file);
  }

  async list(folder: string): Promise<string[]> {
    this.use();
    return [...this.files.keys()].filter((name) => path.dirname(name) === folder).map((name) => path.basename(name));
  }

  async makeFolder(): Promise<void> {
    this.use();
  }

  async remove(name: string): Promise<void> {
    this.use();
    this.files.delete(name);
  }

  async syncFolder(folder: string): Promise<void> {
    this.use();
    for (const [name, file] of this.files) if (path.dirname(name) === folder) file.isNamed = true;
  }

  private use(): void {
    this.operations += 1;
    if (this.operations > this.cutAfter) throw Object.assign(new Error('EIO'), { code: 'EIO' });
  }

  private openFile(file: StoredFile): OpenFile {
    return {
      read: async (target, position) => {
        this.use();
        return position >= file.seen.length ? 0 : file.seen.copy(target, 0, position);
      },
      write: async (bytes, position) => {
        const write: Write = { position, bytes: Buffer.from(bytes) };
        file.pending.push(write);
        // The cut may come in the middle: what was given to the disk is pending all the same.
        this.use();
        write.isSeen = true;
        file.seen = written(file.seen, write);
      },
      truncate: async (size) => {
        this.use();
        file.pending.push(size);
        file.seen = cut(file.seen, size);
      },
      datasync: async () => {
        this.use();
        this.flushesUntilFailure -= 1;
        const fails = this.flushesUntilFailure === -1;
        // Sizes are the file system's own, which it does not lose; data is lost.
        const brought = file.pending.filter((change) => typeof change === 'number' || !fails);
        file.pending = [];
        file.durable = brought.reduce((bytes: Buffer, change) => partly(bytes, change, () => true), file.durable);
        if (fails) throw Object.assign(new Error('EIO'), { code: 'EIO' });
      },
      size: async () => {
        this.use();
        return file.seen.length;
      },
      close: async () => undefined,
    };
  }
}

function written(file: Buffer, { position, bytes }: Write): Buffer {
  const longer = Buffer.concat([file, Buffer.alloc(Math.max(0, position + bytes.length - file.length))]);
  bytes.copy(longer, position);
  return longer;
}

const cut = (file: Buffer, size: number): Buffer =>
  Buffer.concat([file.subarray(0, size), Buffer.alloc(Math.max(0, size - file.length))]);

function partly(file: Buffer, change: Write | number, survives: () => boolean): Buffer {
  if (typeof change === 'number') return survives() ? cut(file, change) : file;
  return sectorsOf(change).reduce((bytes, sector) => (survives() ? written(bytes, sector) : bytes), file);
}

function sectorsOf({ position, bytes }: Write): Write[] {
  const sectors: Write[] = [];
  for (let at = 0; at < bytes.length; ) {
    const end = at + SECTOR_BYTES - ((position + at) % SECTOR_BYTES);
    sectors.push({ position: position + at, bytes: bytes.subarray(at, end) });
    at = end;
  }
  return sectors;
}
