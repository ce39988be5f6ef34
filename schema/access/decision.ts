import type { FieldLabel } from '../labels/label';
import type { RecordTest } from './conditions/record-test';
import type { Agreement, Cap, Grant } from './rule';

/** What one requester gets of one field, and why. */
export interface Decision {
  readonly coordinate: string;
  /** The most that any record may show: a level of the field's chain; `none` is withheld. */
  readonly level: string;
  /** The whole value, on every record. */
  readonly full: boolean;
  readonly withheld: boolean;
  /** What differs from record to record; undefined when the level holds for all. */
  readonly conditional: ConditionalLevels | undefined;
  /** Of a joint field that differs from record to record: what every row shows that can exist for the requester. */
  readonly onEveryRow?: string | undefined;
  /** The agreements of the grants that reached the level; empty for PUBLIC fields and for what is withheld. */
  readonly agreements: readonly Agreement[];
  /** The break-glass grant without which less would be shown, if there is one: somebody opened its agreement. */
  readonly opened: Grant | undefined;
  /** The cap that holds the level down on every record, if one does. */
  readonly cap: Cap | undefined;
  readonly label: FieldLabel | undefined;
}

/** The rules that decide a field differently for different records. */
export interface ConditionalLevels {
  /** The rank that is granted whatever the record, and the least rank of the caps that always hold. */
  readonly granted: number;
  readonly capped: number;
  readonly grants: readonly ConditionalGrant[];
  readonly caps: readonly ConditionalCap[];
}

/** A grant that holds for some records. */
export interface ConditionalGrant {
  readonly grant: Grant;
  readonly rank: number;
  readonly holds: RecordTest;
}

/** A cap that leaves some records alone. */
export interface ConditionalCap {
  readonly cap: Cap;
  readonly rank: number;
  readonly spares: RecordTest;
}
