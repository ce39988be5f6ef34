import { type Checkpoint, type CheckpointKeys, openCheckpoint } from '../checkpoints/checkpoint';
import { LEAF_FORMAT, type LeafContent, type RecordedLeaf, retentionLeaf } from '../leaves/leaf';
import { prepareRecorded } from '../leaves/leaf-form';
import { type PreparedLeaf, prepareLeaf } from '../leaves/leaf-text';
import { secretBytes } from '../leaves/secret-bytes';
import { CompactRange } from '../merkle/compact-range';
import { consistencyProof } from '../merkle/consistency-proof';
import { leafHash } from '../merkle/hashing';
import { inclusionProof } from '../merkle/inclusion-proof';
import type { TreeHead } from '../merkle/tree-head';
import { leavesAreOlder } from '../retention/leaves-are-older';
import { checkOrder, type DroppableLeaves, type RetentionOrder } from '../retention/retention-order';
import type { StatedRetention } from '../verification/stated-by-log';
import { EvidenceUnavailableError, LogRefusedError } from './evidence-errors';
import { type FileSystem, nodeFileSystem } from './file-system';
import { GroupCommit } from './group-commit';
import { type AppendedLeaf, LogWriter } from './log-writer';
import { type RecoveredLog, recoverLog } from './recover-log';
import { lockForWriting, type WriterLock } from './writer-lock';

const BLIND_BYTES = 32;
const MOST_TOGETHER = 1000;
const SEGMENT_BYTES = 64 * 1024 * 1024;
const SEGMENT_AGE_MS = 24 * 60 * 60 * 1000;

/** A log to open. */
export interface EvidenceLogOptions {
  /** Its folder; made when it is missing. */
  readonly directory: string;
  /** The key of the log: what it signed before is verified with it. */
  readonly keys: CheckpointKeys;
  /** Checkpoints that somebody else kept: a log that is older than one of them, or goes another way, is not opened. */
  readonly held?: readonly Checkpoint[];
  readonly fileSystem?: FileSystem;
  /** So many secret bytes. */
  readonly random?: (bytes: number) => Buffer;
  readonly segmentBytes?: number;
  readonly segmentAgeMs?: number;
}

/** A leaf that was read, and verified by the tree. */
export interface ReadLeaf extends AppendedLeaf {
  readonly text: string;
}

/** A leaf that came to the disk, and what it says. */
export interface CommittedLeaf extends AppendedLeaf {
  readonly content: LeafContent;
}

/** Hears of leaves in the order of their numbers. */
export type CommitListener = (leaves: readonly CommittedLeaf[]) => void;

/**
 * An append-only log of leaves under a Merkle tree, in files of one folder, with one process that writes.
 *
 * INVARIANT: what `append` acknowledged is on the disk; what was signed never changes.
 */
export class EvidenceLog {
  private readonly commits: GroupCommit<PreparedLeaf, AppendedLeaf>;
  private readonly writer: LogWriter;
  private readonly listeners = new Set<CommitListener>();
  private checkpoint: Checkpoint | undefined;
  /** The tree that was told last: what is signed is mostly that one. */
  private told: TreeHead | undefined;
  private stated: StatedRetention | undefined;
  private isClosed = false;
  private turn: Promise<unknown> = Promise.resolve();

  private constructor(
    private readonly options: Required<EvidenceLogOptions>,
    private readonly opened: RecoveredLog,
    private readonly lock: WriterLock,
  ) {
    const { segmentBytes, segmentAgeMs: segmentAge } = options;
    this.writer = new LogWriter({ ...options, ...opened, segmentBytes, segmentAge });
    this.commits = new GroupCommit({ commit: (leaves) => this.commit(leaves), most: MOST_TOGETHER });
    this.checkpoint = opened.lastCheckpoint;
    this.stated = opened.retention;
  }

  /** Opens a log, and looks through all of it first. @throws LogRefusedError when it is not what was written. */
  static async open(given: EvidenceLogOptions): Promise<EvidenceLog> {
    const options = { ...DEFAULTS, ...given };
    await options.fileSystem.makeFolder(options.directory);
    const lock = lockForWriting(options.directory);
    try {
      return new EvidenceLog(options, await recoverLog(options), lock);
    } catch (error) {
      lock.release();
      throw error;
    }
  }

  /**
   * Records a leaf. Settles when it is on the disk.
   * @throws EvidenceUnavailableError when it is not: then nothing that it stands for may go out
   * @throws TypeError when the leaf is not of its form; that is a fault of the caller's
   */
  async append(leaf: RecordedLeaf): Promise<AppendedLeaf> {
    if (this.isClosed) throw new EvidenceUnavailableError(new Error('The log is closed.'));
    return this.commits.add(prepareRecorded(leaf, this.blind()));
  }

  /** The tree of what is on the disk. */
  get head(): TreeHead {
    const { range } = this.writer;
    this.told = { size: range.size, root: range.root() };
    return this.told;
  }

  /** How many leaves are on the disk, dropped ones included. */
  get size(): number {
    return this.writer.range.size;
  }

  /** The first leaf that was not dropped. */
  get firstKept(): number {
    return this.opened.segments.firstKept;
  }

  /** What the log says that it dropped, the last time; undefined where it never did. */
  get retention(): StatedRetention | undefined {
    return this.stated;
  }

  /** The newest statement that the log signed and keeps. */
  get lastCheckpoint(): Checkpoint | undefined {
    return this.checkpoint;
  }

  /** Hears whenever leaves came to the disk, and which. Returns how to stop that. */
  onCommitted(listener: CommitListener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /**
   * The text of a leaf; undefined when it was dropped, or is not there yet.
   * @throws LogRefusedError when it is not what was written
   */
  async leaf(index: number): Promise<string | undefined> {
    const line = index < this.size ? await this.opened.segments.line(index) : undefined;
    if (line && !leafHash(line).equals(await this.readHash(0, index)))
      throw new LogRefusedError(this.options.directory, [{ code: 'EDITED', leaf: index }]);
    return line?.toString('utf8');
  }

  /**
   * Leaves from one on, as many of them as stand in its file, `most` at most: what reads them all reads them so.
   * None when that one was dropped, or is not there yet.
   * @throws LogRefusedError when one is not what was written
   */
  async leavesFrom(first: number, most: number): Promise<ReadLeaf[]> {
    const lines = await this.opened.segments.linesFrom(first, Math.min(most, this.size - first));
    const hashes = await this.opened.hashes.readLeaves(first, lines.length);
    return lines.map((line, at) => {
      const hash = leafHash(line);
      if (!hashes[at]?.equals(hash))
        throw new LogRefusedError(this.options.directory, [{ code: 'EDITED', leaf: first + at }]);
      return { index: first + at, text: line.toString('utf8'), leafHash: hash.toString('base64url') };
    });
  }

  /** Whether a leaf has this hash (base64url); also of one that was dropped. */
  async hasLeaf(index: number, hash: string): Promise<boolean> {
    return index < this.size && (await this.readHash(0, index)).equals(Buffer.from(hash, 'base64url'));
  }

  /** The numbers of a request's leaves, those that are kept. */
  leavesOf(requestId: string): Promise<number[]> {
    return this.opened.segments.leavesOf(requestId);
  }

  /** What leads from a leaf to the root of the tree of `size` leaves; also of one that was dropped. */
  inclusionProof(index: number, size: number): Promise<Buffer[]> {
    this.checkSize(size);
    return inclusionProof(index, size, this.readHash);
  }

  /** What shows that the tree of `from` leaves is the beginning of that of `to` leaves. */
  consistencyProof(from: number, to: number): Promise<Buffer[]> {
    this.checkSize(to);
    return consistencyProof(from, to, this.readHash);
  }

  /** Keeps what was signed; on the disk when this settles. @throws when it is not signed, or not of this log's tree */
  keepCheckpoint(note: string): Promise<Checkpoint> {
    return this.inTurn(() => this.keep(openCheckpoint(note, this.options.keys)));
  }

  /** Which leaves are in files all of whose leaves are older than a time; undefined where none are. */
  droppable(before: Date): DroppableLeaves | undefined {
    const segments = this.opened.segments.olderThan(before.getTime());
    const last = segments.at(-1);
    const bytes = segments.reduce((sum, segment) => sum + segment.bytes, 0);
    return last && { first: this.firstKept, firstKept: last.first + last.leaves, bytes };
  }

  /**
   * Records which leaves are to be dropped, by whom and under which rule; what was recorded before and is not done
   * yet is not recorded again. Drops nothing: that is `dropStated`, once a checkpoint covers the leaf that says so.
   * @throws RetentionRefusedError when the owner keeps them
   */
  stateRetention(order: RetentionOrder): Promise<StatedRetention | undefined> {
    return this.inTurn(() => this.state(order));
  }

  /**
   * Drops the leaves that the log stated, in whole files; their hashes stay, so that every root and proof stands.
   * Returns the first leaf that is kept.
   * @throws EvidenceUnavailableError when what says that they go is not signed
   */
  dropStated(stated: StatedRetention): Promise<number> {
    return this.inTurn(() => this.drop(stated));
  }

  /** Records something that the log says of itself. On the disk when it settles. */
  appendStatement(statement: LeafContent): Promise<AppendedLeaf> {
    return this.commits.add(prepareLeaf(statement, this.blind()));
  }

  /** Lets go of the log when all that waits was written. */
  async close(): Promise<void> {
    if (this.isClosed) return;
    this.isClosed = true;
    await this.inTurn(() => this.commits.idle());
    const { segments, hashes, checkpoints } = this.opened;
    await Promise.all([segments.current.file.close(), hashes.close(), checkpoints.close()]).finally(() =>
      this.lock.release(),
    );
  }

  private readonly readHash = (level: number, index: number): Promise<Buffer> => this.opened.hashes.read(level, index);

  /** One after the other: what is kept and what is dropped besides the leaves that arrive. */
  private inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const done = this.turn.then(work);
    this.turn = done.catch(() => undefined);
    return done;
  }

  private async keep(checkpoint: Checkpoint): Promise<Checkpoint> {
    this.checkSize(checkpoint.size);
    if (!(await this.rootOf(checkpoint.size)).equals(checkpoint.root))
      throw new Error('The checkpoint is not of the tree of this log.');
    if (checkpoint.size < (this.checkpoint?.size ?? 0)) throw new Error('A newer checkpoint is kept already.');
    await this.writer.syncHashes();
    await this.opened.checkpoints.append(checkpoint.note);
    this.checkpoint = checkpoint;
    return checkpoint;
  }

  /** The root of the tree of the first `size` leaves. */
  private async rootOf(size: number): Promise<Buffer> {
    if (this.told?.size === size) return this.told.root;
    return (await CompactRange.stored(size, this.readHash)).root();
  }

  private async state(order: RetentionOrder): Promise<StatedRetention | undefined> {
    checkOrder(order);
    const { before, now, by, rule, minimum } = order;
    const droppable = this.droppable(before);
    if (!droppable) return undefined;
    const { first: firstDropped, firstKept } = droppable;
    // What was stated and is not done yet is done without being stated again.
    if (this.stated && this.stated.firstKept >= firstKept) return this.stated;
    const segments = this.opened.segments.before(firstKept).map(({ first }) => first);
    const { directory, fileSystem } = this.options;
    if (!(await leavesAreOlder({ directory, fileSystem, segments }, before)))
      throw new LogRefusedError(directory, [{ code: 'OUT_OF_PLACE', leaf: firstDropped }]);
    const [time, olderThan] = [now.toISOString(), before.toISOString()];
    const said = { time, olderThan, firstDropped, firstKept, by, rule, minimum };
    const content = retentionLeaf.parse({ kind: 'RETENTION', format: LEAF_FORMAT, ...said });
    const { index: leaf } = await this.appendStatement(content);
    this.stated = { ...content, leaf };
    return this.stated;
  }

  private async drop({ leaf, firstKept }: StatedRetention): Promise<number> {
    // INVARIANT: no leaf goes before its hashes, and what says that it went, signed, are on the disk.
    if (leaf >= (this.checkpoint?.size ?? 0)) throw new EvidenceUnavailableError(new Error('Not signed yet.'));
    await this.writer.syncHashes();
    await this.opened.segments.drop(this.opened.segments.before(firstKept));
    return this.firstKept;
  }

  private blind(): string {
    return this.options.random(BLIND_BYTES).toString('base64url');
  }

  private async commit(leaves: readonly PreparedLeaf[]): Promise<readonly AppendedLeaf[]> {
    const appended = await this.writer.commit(leaves);
    const committed = appended.map((leaf, at) => ({ ...leaf, content: (leaves[at] as PreparedLeaf).content }));
    for (const listener of this.listeners) listener(committed);
    return appended;
  }

  private checkSize(size: number): void {
    const { range } = this.writer;
    if (size > range.size) throw new RangeError(`The log has ${range.size} leaves, not ${size}.`);
  }
}

const DEFAULTS = {
  held: [],
  fileSystem: nodeFileSystem,
  random: secretBytes,
  segmentBytes: SEGMENT_BYTES,
  segmentAgeMs: SEGMENT_AGE_MS,
};
