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

  /** The hashes of leaves one after the other, in one look at the disk. */
  async readLeaves(first: number, count: number): Promise<Buffer[]> {
    const start = storedPosition(0, first);
    const places = Array.from({ length: count }, (_, at) => (storedPosition(0, first + at) - start) * HASH_BYTES);
    const bytes = Buffer.alloc((places.at(-1) ?? -HASH_BYTES) + HASH_BYTES);
    const read = await this.file.read(bytes, start * HASH_BYTES);
    if (read < bytes.length) throw new Error(`The log has no stored hashes of ${count} leaves from ${first} on.`);
    return places.map((place) => bytes.subarray(place, place + HASH_BYTES));
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
