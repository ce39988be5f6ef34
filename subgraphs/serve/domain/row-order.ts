import { createHmac } from 'node:crypto';
import { LRUCache } from 'lru-cache';

/** Rows are spread over buckets by the first two hex digits of their ids. */
const DIGITS = 2;
const BUCKETS: readonly string[] = Array.from({ length: 16 ** DIGITS }, (_, index) =>
  index.toString(16).padStart(DIGITS, '0'),
);

/** Where a row stands in a scope's order: its bucket's place, then its own. */
export type RowPosition = string;

/**
 * The order in which one scope (type, party, agreement, purpose, quarter) is shown rows: a keyed shuffle, so
 * that partners who put their lists side by side cannot match rows by position. Buckets of ids come in a
 * shuffled order, so that a page is found without reading what stands before it.
 */
export class RowOrder {
  /** The first digits of ids, in this scope's order. */
  readonly buckets: readonly string[];
  private readonly places: ReadonlyMap<string, number>;

  /** @param secret the owner's, for this scope alone. */
  constructor(private readonly secret: Uint8Array) {
    this.buckets = BUCKETS.map((bucket) => ({ bucket, digest: this.digest(bucket) }))
      .sort((a, b) => compare(a.digest, b.digest))
      .map(({ bucket }) => bucket);
    this.places = new Map(this.buckets.map((bucket, place) => [bucket, place]));
  }

  /** The position of a row by its internal id. An id of another form stands behind all others. */
  positionOf(id: string): RowPosition {
    const place = this.places.get(bucketOf(id)) ?? BUCKETS.length;
    return `${String(place).padStart(4, '0')}${this.digest(id)}${id}`;
  }

  /** The buckets that hold rows after a position, in order. */
  bucketsAfter(position: RowPosition | null): readonly string[] {
    return position === null ? this.buckets : this.buckets.slice(Number(position.slice(0, 4)));
  }

  private digest(text: string): string {
    return createHmac('sha256', this.secret).update(text).digest('hex').slice(0, 24);
  }
}

const bucketOf = (id: string): string => id.slice(0, DIGITS);

/** Compares positions, and all else that sorts by code units. */
export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const MAX_ORDERS = 500;
const orders = new LRUCache<string, RowOrder>({ max: MAX_ORDERS });

/** The order of a scope. @param key the owner's key for opaque ids. @param scope everything that it is bound to. */
export function rowOrderOf(key: Uint8Array, scope: string): RowOrder {
  const secret = createHmac('sha256', key).update(`row order|${scope}`).digest();
  const name = secret.toString('hex');
  const known = orders.get(name) ?? new RowOrder(secret);
  orders.set(name, known);
  return known;
}
