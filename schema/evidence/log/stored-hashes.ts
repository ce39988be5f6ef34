import { HASH_BYTES } from '../merkle/hashing';
import { storedCount, storedPosition } from '../merkle/stored-order';
import type { OpenFile } from './file-system';

/** The tree's hashes in a file, in stored order, so that proofs read what they need and no leaf. */
export class StoredHashes {
  constructor(private readonly file: OpenFile) {}

  /** Writes the hashes that leaves completed, behind those of a tree of `size` leaves. */
  append(size: number, hashes: readonly Buffer[]): Promise<void> {
    return this.file.write(Buffer.concat(hashes), storedCount(size) * HASH_BYTES);
  }

  /** The root of the `index`-th complete subtree of `2 ** level` leaves. */
  async read(level: number, index: number): Promise<Buffer> {
    const hash = Buffer.alloc(HASH_BYTES);
    const read = await this.file.read(hash, storedPosition(level, index) * HASH_BYTES);
    if (read < HASH_BYTES) throw new Error(`The log has no stored hash ${index} at level ${level}.`);
    return hash;
  }

  /** Cuts off what was written for leaves after the first `size`. */
  cutTo(size: number): Promise<void> {
    return this.file.truncate(storedCount(size) * HASH_BYTES);
  }

  datasync(): Promise<void> {
    return this.file.datasync();
  }

  close(): Promise<void> {
    return this.file.close();
  }
}
