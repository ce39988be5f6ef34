import { isRestoration, isRetention, sequenceIn } from '../leaves/leaf-text';
import { CompactRange } from '../merkle/compact-range';
import { leafHash } from '../merkle/hashing';
import type { Finding } from './finding';
import type { HashStream } from './hash-stream';
import type { HeadsToMeet } from './heads-to-meet';
import type { ReceivedLeaf } from './received-leaf';
import { type StatedRestoration, type StatedRetention, statedRestoration, statedRetention } from './stated-by-log';

/** More are not looked for: what is wrong is clear by then. */
const MOST_FINDINGS = 100;

/** What leaves are compared with, and who hears of them. */
export interface LeafWalkOptions {
  readonly stored: HashStream;
  readonly heads: HeadsToMeet;
  /** How many leaves are known to have been on the disk. */
  readonly durable: number;
  /** How many leaves the log signed. */
  readonly signed: number;
  readonly received: readonly ReceivedLeaf[];
  readonly listener: { leaf(line: Buffer): void } | undefined;
  readonly findings: Finding[];
}

/**
 * Goes through leaves in their order and says which is not what it was. Behind a wrong leaf it goes on with the hash
 * that was stored for it, so that one finding is not followed by all others.
 */
export class LeafWalk {
  readonly range = CompactRange.empty();
  private readonly received: ReadonlyMap<number, Buffer>;
  private readonly differing = new Set<Finding['code']>();
  private lastAgreed = 0;
  private firstKept = 0;
  private retention: StatedRetention | undefined;
  private readonly restored: StatedRestoration[] = [];
  private isBroken = false;

  constructor(private readonly options: LeafWalkOptions) {
    this.received = new Map(options.received.map(({ index, leafHash }) => [index, leafHash]));
  }

  /** What the log says that it dropped, the last time. */
  get statedRetention(): StatedRetention | undefined {
    return this.retention;
  }

  /** From which copies the log says that it went on. */
  get restorations(): readonly StatedRestoration[] {
    return this.restored;
  }

  /** Whether going on would say nothing more. */
  get isOver(): boolean {
    return this.isBroken || this.options.findings.length >= MOST_FINDINGS;
  }

  /** Whether the tree has come to a size of which somebody states the root. */
  private get meetsHead(): boolean {
    return this.options.heads.nextSize === this.range.size;
  }

  /** Whether so much was read that what is left may have been cut by a crash. */
  get isBehindDurable(): boolean {
    return this.range.size >= this.options.durable;
  }

  /** Whether a line behind what was durable is space that a crash left unwritten. */
  isNeverWritten(line: Buffer): boolean {
    return this.isBehindDurable && line.includes(0);
  }

  /** Leaves that were dropped, before the first one kept: their hashes stand for them. */
  async dropped(firstKept: number): Promise<void> {
    this.firstKept = firstKept;
    await this.meetHeads();
    await this.replay(firstKept);
    if (this.range.size === firstKept) return;
    this.find({ code: 'DROPPED', leaf: this.range.size, to: firstKept - 1 });
    this.isBroken = true;
  }

  /** A file of leaves begins, which says by its name with which. */
  async startSegment(first: number): Promise<void> {
    if (first < this.range.size) this.find({ code: 'OUT_OF_PLACE', leaf: first });
    if (first > this.range.size) await this.missing(first);
  }

  /** A whole line. Returns what to wait for before the next, if anything: most lines need no waiting. */
  line(line: Buffer): Promise<void> | undefined {
    if (!this.options.stored.isReady) return this.options.stored.fill().then(() => this.line(line));
    const sequence = sequenceIn(line) ?? this.range.size;
    if (sequence < this.range.size) return void this.find({ code: 'OUT_OF_PLACE', leaf: sequence });
    // A number that no stored hash reaches is a changed one: so many leaves there never were.
    if (sequence > this.range.size && sequence < this.options.stored.leaves)
      return this.missing(sequence).then(() => this.place(line));
    return this.place(line);
  }

  /** What is no line, within leaves that were durable or before others. */
  brokenLine(): void {
    this.find({ code: 'BROKEN_LINE', leaf: this.range.size });
  }

  /** No more lines: what should have come is missing. */
  async end(): Promise<void> {
    if (this.isOver) return;
    const { size } = this.range;
    if (size < this.options.durable) this.find({ code: 'CUT_TAIL', leaf: size, to: this.options.durable - 1 });
    const beyond = [...this.received.keys()].filter((index) => index >= size).map((index) => index + 1);
    for (let head = await this.options.heads.take(); head; head = await this.options.heads.take())
      if (head.by === 'HOLDER') beyond.push(head.size);
    if (beyond.length > 0) this.find({ code: 'ROLLED_BACK', leaf: size, to: Math.max(...beyond) - 1 });
    const dropped = this.retention?.firstKept ?? 0;
    if (this.firstKept > dropped) this.find({ code: 'DROPPED', leaf: dropped, to: this.firstKept - 1 });
  }

  private async meetHeads(): Promise<void> {
    while (this.meetsHead) {
      const head = await this.options.heads.take();
      if (head?.root.equals(this.range.root())) this.lastAgreed = this.range.size;
      else
        this.findOnce({
          code: head?.by === 'LOG' ? 'ROOT_DIFFERS' : 'FORK',
          leaf: this.lastAgreed,
          to: this.range.size - 1,
        });
    }
  }

  private place(line: Buffer): Promise<void> | undefined {
    const index = this.range.size;
    const hash = leafHash(line);
    const stored = this.options.stored.peek();
    const isAsStored = !stored || stored.equals(hash);
    if (!isAsStored) this.find({ code: 'EDITED', leaf: index });
    else if (index < this.options.signed) this.hear(line);
    this.options.listener?.leaf(line);
    this.grow(isAsStored ? hash : Buffer.from(stored));
    return this.meetsHead ? this.meetHeads() : undefined;
  }

  /**
   * INVARIANT: what the log says of itself counts once it is signed: whoever can write the disk can write a line that
   * says that leaves were dropped, but cannot have the log sign it.
   */
  private hear(line: Buffer): void {
    if (isRetention(line)) {
      const stated = statedRetention(line);
      if (stated && stated.firstKept > (this.retention?.firstKept ?? 0)) this.retention = stated;
    } else if (isRestoration(line)) {
      const stated = statedRestoration(line);
      if (stated) this.restored.push(stated);
    }
  }

  private async missing(before: number): Promise<void> {
    this.find({ code: 'MISSING', leaf: this.range.size, to: before - 1 });
    await this.replay(before);
    this.isBroken ||= this.range.size < before;
  }

  private async replay(until: number): Promise<void> {
    while (this.range.size < until) {
      if (!this.options.stored.isReady) await this.options.stored.fill();
      const stored = this.options.stored.peek();
      if (!stored) return;
      this.grow(stored);
      if (this.meetsHead) await this.meetHeads();
    }
  }

  private grow(hash: Buffer): void {
    const index = this.range.size;
    const received = this.received.get(index);
    if (received && !received.equals(hash)) this.find({ code: 'RECEIPT_DIFFERS', leaf: index });
    const completed = this.range.append(hash);
    if (!this.options.stored.agrees(completed)) this.findOnce({ code: 'HASHES_CHANGED', leaf: index });
  }

  private findOnce(finding: Finding): void {
    if (this.differing.has(finding.code)) return;
    this.differing.add(finding.code);
    this.find(finding);
  }

  private find(finding: Finding): void {
    if (!this.isOver) this.options.findings.push(finding);
  }
}
