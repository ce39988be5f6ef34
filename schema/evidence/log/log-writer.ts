import type { PreparedLeaf } from '../leaves/leaf-text';
import type { CompactRange } from '../merkle/compact-range';
import { EvidenceUnavailableError } from './evidence-errors';
import type { FileSystem } from './file-system';
import { LineBlock } from './line-block';
import { logFiles } from './log-files';
import { rewriteHashes } from './rewrite-hashes';
import type { Segments } from './segments';
import type { StoredHashes } from './stored-hashes';

/** A leaf that is on the disk: its number, and its hash in base64url. */
export interface AppendedLeaf {
  readonly index: number;
  readonly leafHash: string;
}

/** What a writer writes to, and when it goes on in another file. */
export interface LogWriterOptions {
  readonly directory: string;
  readonly fileSystem: FileSystem;
  readonly segments: Segments;
  readonly hashes: StoredHashes;
  readonly range: CompactRange;
  /** Bytes after which a segment is full. */
  readonly segmentBytes: number;
  /** Milliseconds between the first leaf of a segment and the first of the next, at most. */
  readonly segmentAge: number;
}

/**
 * Brings leaves to the disk.
 *
 * INVARIANT: `range` is the tree of what is on the disk for certain. After a write or a flush that failed nobody
 * knows what is (the system may have dropped what it could not write, and says so once, to one who asks), so nothing
 * is written or believed until the files were cut to that tree, written again, flushed, and found to give its root.
 */
export class LogWriter {
  private isDoubtful = false;
  /** Stays until it is done: the file for the next leaves may have been made already. */
  private mustRotate = false;
  private durable: CompactRange;
  private readonly block = new LineBlock();
  private turn: Promise<unknown> = Promise.resolve();

  constructor(private readonly options: LogWriterOptions) {
    this.durable = options.range;
  }

  /** The tree of what is on the disk. */
  get range(): CompactRange {
    return this.durable;
  }

  /** Settles when the leaves are on the disk. @throws EvidenceUnavailableError when they are not for certain */
  commit(leaves: readonly PreparedLeaf[]): Promise<AppendedLeaf[]> {
    return this.inTurn(async () => {
      await this.rotateWhenFull(leaves[0]?.time ?? 0);
      return this.write(leaves);
    });
  }

  /** Settles when the stored hashes are on the disk too. @throws EvidenceUnavailableError */
  syncHashes(): Promise<void> {
    return this.inTurn(() => this.options.hashes.datasync());
  }

  /** INVARIANT: one after the other: of two flushes of a file at once only one hears that what both wait for failed. */
  private inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const done = this.turn.then(() => this.forCertain(work));
    this.turn = done.catch(() => undefined);
    return done;
  }

  private async forCertain<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      if (this.isDoubtful) await this.repair();
      this.isDoubtful = true;
      const result = await work();
      this.isDoubtful = false;
      return result;
    } catch (error) {
      throw new EvidenceUnavailableError(error);
    }
  }

  private async write(leaves: readonly PreparedLeaf[]): Promise<AppendedLeaf[]> {
    const { segments, hashes } = this.options;
    const { file, index } = segments.current;
    const { size } = this.durable;
    const range = this.durable.copy();
    const { bytes, lines } = this.block.encode(leaves, size);
    const completed = lines.flatMap(({ leafHash }) => range.append(leafHash));
    await file.write(bytes, index.bytes);
    await file.datasync();
    // INVARIANT: hashes follow the flush: a stored hash says that its leaf was on the disk.
    await hashes.append(size, completed);
    for (const [at, { requestId, time }] of leaves.entries())
      index.add({ bytes: lines[at]?.bytes ?? 0, requestId, time });
    this.durable = range;
    return lines.map(({ leafHash }, at) => ({ index: size + at, leafHash: leafHash.toString('base64url') }));
  }

  private async rotateWhenFull(time: number): Promise<void> {
    const { segments, segmentBytes, segmentAge, hashes } = this.options;
    const { bytes, earliest = time } = segments.current.index;
    if (bytes >= segmentBytes || time - earliest >= segmentAge) this.mustRotate = true;
    if (!this.mustRotate) return;
    await hashes.datasync();
    await segments.rotate(this.durable.size);
    this.mustRotate = false;
  }

  private async repair(): Promise<void> {
    const { directory, fileSystem, segments, hashes } = this.options;
    const { first, index } = segments.current;
    const file = await fileSystem.open(logFiles.segment(directory, first), 'WRITE');
    await segments.reopen(file);
    await file.truncate(index.bytes);
    await file.datasync();
    await hashes.cutTo(this.durable.size);
    const range = await rewriteHashes({ directory, fileSystem, hashes, segments: [first] });
    await hashes.datasync();
    if (!range.root().equals(this.durable.root())) throw new Error('What was on the disk is there no more.');
  }
}
