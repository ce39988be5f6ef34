import type { OpenFile } from '../log/file-system';
import { HASH_BYTES } from '../merkle/hashing';
import { storedCount, storedSize } from '../merkle/stored-order';

const CHUNK_HASHES = 32 * 1024;
/** More than a single leaf can complete. */
const MOST_FOR_ONE_LEAF = 64;

/** The stored hashes in their order, read once from the first to the last. */
export class HashStream {
  private chunk = Buffer.alloc(0);
  private at = 0;
  private next = 0;

  private constructor(
    private readonly file: OpenFile | undefined,
    private readonly count: number,
  ) {}

  /**
   * Begins at the first hash; where there is no file, there is none. Those of `flushed` leaves were on the disk: of the
   * others a power cut may have left out any, and they end before the first that is zeros.
   */
  static async open(file: OpenFile | undefined, flushed: number): Promise<HashStream> {
    return new HashStream(file, file ? await countOf(file, storedCount(flushed)) : 0);
  }

  /** How many leaves there are stored hashes for. */
  get leaves(): number {
    return storedSize(this.count);
  }

  /** Whether what the next leaf completes can be read without waiting. */
  get isReady(): boolean {
    return this.chunk.length - this.at >= MOST_FOR_ONE_LEAF * HASH_BYTES || this.next >= this.count;
  }

  /** Reads on. */
  async fill(): Promise<void> {
    const rest = this.chunk.subarray(this.at);
    const fresh = Buffer.allocUnsafe(Math.min(CHUNK_HASHES, this.count - this.next) * HASH_BYTES);
    await this.file?.read(fresh, this.next * HASH_BYTES);
    this.chunk = Buffer.concat([rest, fresh]);
    this.at = 0;
    this.next += fresh.length / HASH_BYTES;
  }

  /** The next hash, without going on; undefined behind the last. */
  peek(): Buffer | undefined {
    return this.at < this.chunk.length ? this.chunk.subarray(this.at, this.at + HASH_BYTES) : undefined;
  }

  /** Whether the next hashes are these, or are not stored; goes on behind them. */
  agrees(hashes: readonly Buffer[]): boolean {
    let same = true;
    for (const hash of hashes) {
      const stored = this.peek();
      if (stored && !stored.equals(hash)) same = false;
      this.at = Math.min(this.at + HASH_BYTES, this.chunk.length);
    }
    return same;
  }
}

const NEVER_WRITTEN = Buffer.alloc(HASH_BYTES);

async function countOf(file: OpenFile, flushed: number): Promise<number> {
  const end = Math.floor((await file.size()) / HASH_BYTES);
  const chunk = Buffer.alloc(CHUNK_HASHES * HASH_BYTES);
  for (let count = flushed; count < end; count += CHUNK_HASHES) {
    const read = await file.read(chunk, count * HASH_BYTES);
    const hole = firstZeros(chunk.subarray(0, read - (read % HASH_BYTES)));
    if (hole !== undefined) return count + hole;
  }
  return end;
}

function firstZeros(hashes: Buffer): number | undefined {
  for (let at = 0; at < hashes.length; at += HASH_BYTES)
    if (hashes.compare(NEVER_WRITTEN, 0, HASH_BYTES, at, at + HASH_BYTES) === 0) return at / HASH_BYTES;
  return undefined;
}
