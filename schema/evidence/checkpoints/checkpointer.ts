import type { EvidenceLog } from '../log/evidence-log';
import type { NoteSigner } from '../notes/note-signer';
import { type Checkpoint, signCheckpoint } from './checkpoint';

/** What tells the time and wakes up later. */
export interface Timer {
  now(): number;
  /** Calls back after some milliseconds. Returns how to prevent that. */
  after(milliseconds: number, call: () => void): () => void;
}

/** A log to be signed, and how. */
export interface CheckpointerOptions {
  readonly log: EvidenceLog;
  readonly signer: NoteSigner;
  readonly timer?: Timer;
  /** Milliseconds between two checkpoints, at least, and after a leaf, at most. */
  readonly intervalMs?: number;
  /** Hears of a checkpoint that could not be kept. The next leaf, or the next second, tries again. */
  readonly onFailure: (error: unknown) => void;
}

/**
 * Signs what a log has come to: within a second of a leaf, and not more often.
 *
 * INVARIANT: only what is on the disk is signed, and a checkpoint is given out after it was kept.
 */
export class Checkpointer {
  private readonly stopListening: () => void;
  private cancel: (() => void) | undefined;
  private isClosed = false;
  private signing: Promise<void> = Promise.resolve();
  private signedAt = Number.NEGATIVE_INFINITY;

  constructor(private readonly options: CheckpointerOptions) {
    this.stopListening = options.log.onCommitted(() => this.soon());
    this.soon();
  }

  /** The newest checkpoint that was kept. */
  get last(): Checkpoint | undefined {
    return this.options.log.lastCheckpoint;
  }

  /** Signs what there is, unless it is signed. Settles when that, and all that was begun before, is kept or failed. */
  sign(): Promise<void> {
    this.signing = this.signing.then(() => this.signHead());
    return this.signing;
  }

  /** Settles when what was begun is done. */
  idle(): Promise<void> {
    return this.signing;
  }

  /** Signs what is not signed yet, and signs no more. */
  async close(): Promise<void> {
    this.stopListening();
    this.isClosed = true;
    this.cancel?.();
    await this.sign();
  }

  private soon(): void {
    const { timer = SYSTEM_TIMER, intervalMs = 1000, log } = this.options;
    if (this.isClosed || this.cancel || log.size === (this.last?.size ?? 0)) return;
    this.cancel = timer.after(Math.max(0, this.signedAt + intervalMs - timer.now()), () => {
      this.cancel = undefined;
      void this.sign();
    });
  }

  private async signHead(): Promise<void> {
    const { log, signer, timer = SYSTEM_TIMER, onFailure } = this.options;
    const { head } = log;
    this.signedAt = timer.now();
    if (head.size === (this.last?.size ?? -1)) return;
    try {
      await log.keepCheckpoint(signCheckpoint(head, signer));
    } catch (error) {
      onFailure(error);
    }
    this.soon();
  }
}

const SYSTEM_TIMER: Timer = {
  now: () => performance.now(),
  after: (milliseconds, call) => {
    const timeout = setTimeout(call, milliseconds).unref();
    return () => clearTimeout(timeout);
  },
};
