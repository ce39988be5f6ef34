/** What may have happened to one place of an answer since the question was asked last. */
export const CHANGES = ['NEW', 'REVISED', 'NEWLY_WITHHELD', 'NO_LONGER_WITHHELD', 'GONE'] as const;

/** One place that is not as it was. */
export interface Change {
  readonly kind: (typeof CHANGES)[number];
  readonly table: string;
  /** The texts that name the row; of a row of records that is gone nothing was kept. */
  readonly row: string | null;
  readonly column: string;
  readonly path: string;
  /** The figure, else its state; null where nothing was there, or a text, which is not kept. */
  readonly from: number | string | null;
  readonly to: number | string | null;
}

/** A rule under which less is, or may be, shown. */
export interface RuleChange {
  readonly code: string;
  readonly path: string;
  readonly rule: string | null;
  readonly level: string;
}
