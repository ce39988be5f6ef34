import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Document } from './canonical-document';
import { unsupported } from './unsupported';

const LONGEST_TURN_MS = 25;

/** A cursor as mongoose and the driver's users read it; it starts when first read. */
export class EmbeddedCursor {
  private iterator: Iterator<Document> | undefined;
  private ahead: Document[] = [];
  private ended = false;

  constructor(private readonly open: () => Iterable<Document>) {}

  /** The next document, or null at the end. */
  async next(): Promise<Document | null> {
    return this.ahead.shift() ?? this.read();
  }

  async hasNext(): Promise<boolean> {
    if (this.ahead.length > 0) return true;
    const document = this.read();
    if (document !== null) this.ahead.push(document);
    return document !== null;
  }

  /** All remaining documents; long reads let other work of the process run in between. */
  async toArray(): Promise<Document[]> {
    const documents = this.ahead.splice(0);
    let turnStarted = performance.now();
    for (let document = this.read(); document !== null; document = this.read()) {
      documents.push(document);
      if (documents.length % 256 !== 0 || performance.now() - turnStarted < LONGEST_TURN_MS) continue;
      await nextTurn();
      turnStarted = performance.now();
    }
    return documents;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Document> {
    for (let document = await this.next(); document !== null; document = await this.next()) yield document;
  }

  async close(): Promise<void> {
    this.ended = true;
    this.ahead = [];
    this.iterator?.return?.();
  }

  /** Starts again from the first document. */
  rewind(): void {
    this.iterator = undefined;
    this.ahead = [];
    this.ended = false;
  }

  addCursorFlag(flag: string, value: boolean): this {
    if (value && flag !== 'noCursorTimeout') unsupported(`the cursor flag ${flag}`);
    return this;
  }

  async explain(): Promise<never> {
    return unsupported('explain');
  }

  private read(): Document | null {
    if (this.ended) return null;
    this.iterator ??= this.open()[Symbol.iterator]();
    const { value, done } = this.iterator.next();
    if (done) this.ended = true;
    return done ? null : (value as Document);
  }
}
