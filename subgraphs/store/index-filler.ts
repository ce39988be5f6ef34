import type { Document } from './canonical-document';
import type { PendingEntry, StoredIndex } from './stored-index';

/** So many keys are put in order at once: few enough to be held, enough that each page of the index is seldom met again. */
const HELD = 50_000;

/** Fills a new index with documents in any order, its keys a sorted run at a time. */
export class IndexFiller {
  private held: PendingEntry[] = [];

  constructor(
    private readonly index: StoredIndex,
    private readonly most = HELD,
  ) {}

  /** Lists a document, at the latest with the end; throws E11000 once it meets a key that is taken. */
  add(row: number, document: Document): void {
    for (const entry of this.index.keysOf(document)) this.held.push({ ...entry, row });
    if (this.held.length >= this.most) this.flush();
  }

  end(): void {
    this.flush();
  }

  private flush(): void {
    this.index.insert(this.held.sort((one, other) => one.key.compare(other.key)));
    this.held = [];
  }
}
