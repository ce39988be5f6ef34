import { createPrivateKey } from 'node:crypto';
import type { JWK } from 'jose';
import type { Checkpoint } from '../checkpoints/checkpoint';
import { Checkpointer } from '../checkpoints/checkpointer';
import { type RecordedLeaf, type RestorationLeaf, restorationLeaf } from '../leaves/leaf';
import { type CommitListener, EvidenceLog, type ReadLeaf } from '../log/evidence-log';
import type { FileSystem } from '../log/file-system';
import type { AppendedLeaf } from '../log/log-writer';
import { logSigner } from '../notes/note-signer';
import type { Receipt } from '../receipts/receipt';
import type { DroppableLeaves, RetentionOrder } from '../retention/retention-order';
import type { StatedRetention } from '../verification/stated-by-log';

/** Where evidence is kept, and with which key the log signs. */
export interface EvidenceRecorderOptions {
  readonly directory: string;
  /** The log's name: what its checkpoints are of. */
  readonly log: string;
  /** The log's private Ed25519 key. */
  readonly privateKey: JWK;
  /** Hears of a checkpoint that could not be signed or kept; the next leaf tries again. */
  readonly onFailure: (error: unknown) => void;
  /** Checkpoints that somebody else kept: a log that is older than one of them, or goes another way, is not opened. */
  readonly held?: readonly Checkpoint[] | undefined;
  readonly fileSystem?: FileSystem | undefined;
}

/** Records what goes out in a log of its own, and signs what the log has come to within a second. */
export class EvidenceRecorder {
  private constructor(
    readonly name: string,
    private readonly log: EvidenceLog,
    private readonly checkpointer: Checkpointer,
  ) {}

  /** Opens the log, and looks through all of it first. @throws LogRefusedError when it is not what was written. */
  static async open(options: EvidenceRecorderOptions): Promise<EvidenceRecorder> {
    const { directory, log: name, privateKey, onFailure, held = [], fileSystem } = options;
    const signer = logSigner(name, createPrivateKey({ key: privateKey as never, format: 'jwk' }));
    const log = await EvidenceLog.open({
      directory,
      keys: { log: signer.key },
      held,
      ...(fileSystem && { fileSystem }),
    });
    return new EvidenceRecorder(name, log, new Checkpointer({ log, signer, onFailure }));
  }

  /**
   * Records a leaf. Settles when it is on the disk.
   *
   * INVARIANT: what it stands for goes out after that, or not at all.
   * @throws EvidenceUnavailableError
   */
  record(leaf: RecordedLeaf): Promise<AppendedLeaf> {
    return this.log.append(leaf);
  }

  /** What a receiver is given for a leaf now. The proof is had later, once a checkpoint covers the leaf. */
  receiptOf({ index, leafHash }: AppendedLeaf): Receipt {
    const checkpoint = this.checkpointer.last?.note ?? null;
    return { format: 'pasarela-receipt-1', log: this.name, index, leafHash, checkpoint, inclusionProof: null };
  }

  /** A receipt with its proof, for whoever knows the leaf's hash; undefined for anybody else, and where no checkpoint covers it yet. */
  async provenReceiptOf({ index, leafHash }: AppendedLeaf): Promise<Receipt | undefined> {
    const { last } = this.checkpointer;
    if (!last || index >= last.size || !(await this.log.hasLeaf(index, leafHash))) return undefined;
    const proof = await this.log.inclusionProof(index, last.size);
    return {
      ...this.receiptOf({ index, leafHash }),
      checkpoint: last.note,
      inclusionProof: proof.map((hash) => hash.toString('base64url')),
    };
  }

  /** How many leaves are on the disk, dropped ones included. */
  get size(): number {
    return this.log.size;
  }

  /** The first leaf that was not dropped. */
  get firstKept(): number {
    return this.log.firstKept;
  }

  /** What the log says that it dropped, the last time: older than retention, and kept by hash only. */
  get retention(): StatedRetention | undefined {
    return this.log.retention;
  }

  /** Which leaves are in files all of whose leaves are older than a time; undefined where none are. */
  droppable(before: Date): DroppableLeaves | undefined {
    return this.log.droppable(before);
  }

  /**
   * Drops old leaves and keeps their hashes: recorded first, then signed, then done. Cut off anywhere, the same order
   * goes on where it was. Returns what is stated; undefined where nothing is old enough.
   * @throws RetentionRefusedError when the owner keeps them, EvidenceUnavailableError when it cannot be signed
   */
  async retain(order: RetentionOrder): Promise<StatedRetention | undefined> {
    const stated = await this.log.stateRetention(order);
    if (!stated) return undefined;
    await this.checkpointer.sign();
    await this.log.dropStated(stated);
    return stated;
  }

  /** Records that the log goes on from an older copy of one that was lost; on the disk when it settles. */
  recordRestoration(said: RestorationLeaf): Promise<AppendedLeaf> {
    return this.log.appendStatement(restorationLeaf.parse(said));
  }

  /** The text of a leaf; undefined when it was dropped, or is not there yet. @throws LogRefusedError when it was changed */
  leaf(index: number): Promise<string | undefined> {
    return this.log.leaf(index);
  }

  /** Leaves from one on, some together, `most` at most; none when that one was dropped, or is not there yet. @throws LogRefusedError */
  leavesFrom(first: number, most: number): Promise<ReadLeaf[]> {
    return this.log.leavesFrom(first, most);
  }

  /** Whether a leaf has this hash (base64url). */
  hasLeaf(index: number, leafHash: string): Promise<boolean> {
    return this.log.hasLeaf(index, leafHash);
  }

  /** Hears whenever leaves came to the disk, and which. Returns how to stop that. */
  onCommitted(listener: CommitListener): () => void {
    return this.log.onCommitted(listener);
  }

  /** The newest signed statement of what the log has come to; undefined before the first. */
  get checkpoint(): string | undefined {
    return this.checkpointer.last?.note;
  }

  /** What shows that one tree is the beginning of another; undefined for sizes that the newest checkpoint does not cover. */
  async consistencyProof(from: number, to: number): Promise<readonly string[] | undefined> {
    const size = this.checkpointer.last?.size ?? 0;
    if (from > to || to > size) return undefined;
    return (await this.log.consistencyProof(from, to)).map((hash) => hash.toString('base64url'));
  }

  /** Signs what is not signed yet, and lets go of the log. */
  async close(): Promise<void> {
    await this.checkpointer.close();
    await this.log.close();
  }
}
