import { requestError } from '@pasarela/schema/errors';
import type { EvidenceRecorder } from '@pasarela/schema/evidence/recording/evidence-recorder';
import type { Connection } from 'mongoose';
import { addToTotals } from './add-to-totals';
import { dropUnusedForms, keepForms } from './answer-form';
import { FreshLeaves } from './fresh-leaves';
import { contentOf, type IndexedDisclosure, type IndexedLeaf, indexLeaf } from './index-leaf';
import { type IndexModels, openIndexModels, type ReadMark } from './index-models';

/** What an index is opened with. */
export interface DisclosureIndexOptions {
  readonly recorder: Pick<
    EvidenceRecorder,
    'name' | 'size' | 'firstKept' | 'retention' | 'leavesFrom' | 'hasLeaf' | 'onCommitted'
  >;
  /** A store that holds nothing else: whoever deletes it loses nothing. */
  readonly connection: Connection;
  /** Hears of leaves that could not be read or kept; the next leaf tries again. */
  readonly onFailure: (error: unknown) => void;
  /** Whether the log is a joint domain's, whose answers have contributors. */
  readonly isJoint?: boolean;
  /** How long a question waits for the index. */
  readonly patienceMs?: number;
}

const BATCH = 1_000;
/** Leaves are read in company, and not while those who caused them wait; a question reads at once what is left. */
const DELAY_MS = 5_000;
const PATIENCE_MS = 5_000;
const START: ReadMark = { _id: 'log', next: 0, lastHash: null };

/**
 * What an owner's log says, in tables that can be asked: filled behind the answers, made again from the log when
 * they are missing or of another log. No answer to anybody but oversight waits for it.
 */
export class DisclosureIndex {
  private running: Promise<void> | undefined;
  private timer: NodeJS.Timeout | undefined;
  private isClosed = false;
  private readonly fresh = new FreshLeaves();
  private readonly stopListening: () => void;

  private constructor(
    private readonly options: DisclosureIndexOptions,
    readonly tables: IndexModels,
    private mark: ReadMark,
  ) {
    this.stopListening = options.recorder.onCommitted((leaves) => {
      this.fresh.add(leaves);
      this.readSoon();
    });
    this.readSoon();
  }

  /** Opens the tables; they catch up with the log by themselves. */
  static async open(options: DisclosureIndexOptions): Promise<DisclosureIndex> {
    const tables = await openIndexModels(options.connection, options.isJoint ?? false);
    return new DisclosureIndex(options, tables, await markOf(tables, options.recorder));
  }

  /** The name of the log. */
  get log(): string {
    return this.options.recorder.name;
  }

  /** How many leaves the log has. */
  get leaves(): number {
    return this.options.recorder.size;
  }

  /** How many leaves are kept by hash only: what they said is gone, that they were there is proven. */
  get keptByHashOnly(): number {
    return this.options.recorder.firstKept;
  }

  /** From when on answers are told; older ones may be older than retention. Undefined where all are. */
  get keptSince(): string | undefined {
    return this.options.recorder.retention?.olderThan;
  }

  /**
   * INVARIANT: settles when every leaf that is there now can be found.
   * @throws EVIDENCE_BEHIND when that takes long, or reading was stopped.
   */
  async caughtUp(): Promise<void> {
    const { recorder, patienceMs = PATIENCE_MS } = this.options;
    const due = recorder.size;
    const until = performance.now() + patienceMs;
    while (this.mark.next < due) {
      const left = until - performance.now();
      if (left <= 0 || this.isClosed) throw requestError('EVIDENCE_BEHIND', { log: recorder.name });
      await withinTime(this.read(), left);
    }
  }

  /** Stops reading; what was read is kept. */
  async close(): Promise<void> {
    this.isClosed = true;
    this.stopListening();
    clearTimeout(this.timer);
    await this.running?.catch(() => undefined);
  }

  private readSoon(): void {
    if (this.timer || this.isClosed) return;
    this.timer = setTimeout(() => {
      this.timer = undefined;
      this.read().catch(this.options.onFailure);
    }, DELAY_MS).unref();
  }

  /** One reader at a time. */
  private read(): Promise<void> {
    this.running ??= this.readAll().finally(() => {
      this.running = undefined;
    });
    return this.running;
  }

  private async readAll(): Promise<void> {
    while (this.mark.next < this.options.recorder.size && !this.isClosed) await this.readBatch();
  }

  /** INVARIANT: the mark is written last: leaves that were kept without it are kept once more, and are the same. */
  private async readBatch(): Promise<void> {
    const { recorder } = this.options;
    const first = Math.max(this.mark.next, recorder.firstKept);
    const leaves = await this.leavesFrom(first);
    // One that went meanwhile is not asked for again and again at once.
    if (leaves.length === 0) throw new Error(`Leaf ${first} of ${recorder.name} cannot be read.`);
    await this.keep(leaves.flatMap(({ disclosure }) => disclosure ?? []));
    await this.drop(leaves.findLast(({ firstKept }) => firstKept !== undefined)?.firstKept);
    const mark: ReadMark = { _id: 'log', next: first + leaves.length, lastHash: leaves.at(-1)?.leafHash ?? null };
    await this.tables.marks.replaceOne({ _id: 'log' }, mark, { upsert: true });
    this.mark = mark;
  }

  /** What came while this process ran is known; whatever else there is is read from the log. */
  private async leavesFrom(first: number): Promise<IndexedLeaf[]> {
    const fresh = this.fresh.takeFrom(first, BATCH);
    const leaves = fresh.length > 0 ? fresh : (await this.options.recorder.leavesFrom(first, BATCH)).map(contentOf);
    return leaves.map(indexLeaf);
  }

  /** What a stop left behind of these leaves gives way first, so that they are kept once. */
  private async keep(answers: readonly IndexedDisclosure[]): Promise<void> {
    const [first] = answers;
    if (!first) return;
    const { disclosures, totals } = this.tables;
    // INVARIANT: a form is there before the rows that name it.
    await keepForms(
      this.tables,
      answers.map(({ form }) => form),
    );
    await disclosures.deleteMany({ _id: { $gte: first.row._id } });
    await disclosures.insertMany(
      answers.map(({ row }) => row),
      { lean: true },
    );
    await addToTotals(totals, answers);
  }

  /** What the log's retention dropped is dropped here too. */
  private async drop(firstKept: number | undefined): Promise<void> {
    if (firstKept === undefined) return;
    await this.tables.disclosures.deleteMany({ _id: { $lt: firstKept } });
    await this.tables.totals.deleteMany({ through: { $lt: firstKept } });
    await dropUnusedForms(this.tables);
  }
}

/** How far these tables came with this log; of another log, or one that was put back, nothing in them is true. */
async function markOf(tables: IndexModels, recorder: DisclosureIndexOptions['recorder']): Promise<ReadMark> {
  const mark = await tables.marks.findById('log').lean<ReadMark>();
  const { next, lastHash } = mark ?? START;
  if (mark && next <= recorder.size && (lastHash === null || (await recorder.hasLeaf(next - 1, lastHash)))) return mark;
  const { forms, disclosures, totals, marks } = tables;
  await Promise.all([forms.deleteMany({}), disclosures.deleteMany({}), totals.deleteMany({}), marks.deleteMany({})]);
  return START;
}

async function withinTime(work: Promise<void>, milliseconds: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds).unref();
  });
  await Promise.race([work, late]).finally(() => clearTimeout(timer));
}
