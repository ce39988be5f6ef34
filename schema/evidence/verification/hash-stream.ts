import type { OpenFile } from '../log/file-system';
import { HASH_BYTES } from '../merkle/hashing';
import { storedSize } from '../merkle/stored-order';

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

  /** Begins at the first hash; where there is no file, there is none. Zeros at the end were never written. */
  static async open(file: OpenFile | undefined): Promise<HashStream> {
    return new HashStream(file, file ? await countOf(file) : 0);
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

const TAIL_HASHES = 4096;

async function countOf(file: OpenFile): Promise<number> {
  let count = Math.floor((await file.size()) / HASH_BYTES);
  while (count > 0) {
    const tail = Buffer.alloc(Math.min(TAIL_HASHES, count) * HASH_BYTES);
    await file.read(tail, count * HASH_BYTES - tail.length);
    const zeros = trailingZeros(tail);
    count -= zeros;
    if (zeros < tail.length / HASH_BYTES) break;
  }
  return count;
}

function trailingZeros(hashes: Buffer): number {
  let end = hashes.length;
  while (end > 0 && hashes[end - 1] === 0) end -= 1;
  return Math.floor((hashes.length - end) / HASH_BYTES);
}
