import type { Opening } from '../access/opening';
import type { OwnerPart } from './owner-part';
import type { RootKeys } from './root-keys';
import type { Signed } from './signed';

/** One owner's part as a point holds it: verified. */
export interface HeldPart {
  readonly part: OwnerPart;
  readonly signed: Signed;
  /** A digest of what was signed. */
  readonly digest: string;
}

/** What an enforcement point holds. */
export interface HeldBundle {
  readonly rootKeys: RootKeys;
  readonly parts: ReadonlyMap<string, HeldPart>;
  readonly keyChanges: readonly unknown[];
  /** The highest number that was ever held of an owner, also where the part itself was lost. */
  readonly highest: ReadonlyMap<string, number>;
  /** Who opened which agreement, by the newest bundle alone; never kept on a disk. */
  readonly openings?: readonly Opening[];
}

/** Why a part, or a whole bundle, was refused. */
export type RefusalCode =
  | 'BAD_SHAPE'
  | 'BAD_SIGNATURE'
  | 'NO_QUORUM'
  | 'UNKNOWN_OWNER'
  | 'OLDER'
  | 'EQUIVOCATION'
  | 'FROM_THE_FUTURE'
  | 'BAD_KEY_CHANGE';

/** A refusal: whose part, and why. */
export interface Refusal {
  /** The owner's code; empty where what was refused names none. */
  readonly owner: string;
  readonly code: RefusalCode;
  readonly cause: string;
}

/** What is held after a bundle was looked at, and what was refused of it. */
export interface HoldResult {
  readonly held: HeldBundle;
  readonly refusals: readonly Refusal[];
}
