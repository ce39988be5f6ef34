import type { Marks } from '../inheritance/strictest-marks';
import type { HeldLeaf } from '../perturbation/held-leaves';
import type { Coordinates } from '../table/frequency-table';
import type { PrimaryReason } from '../threshold/primary-suppression';

/** What a release says of a cell. A suppressed cell says nothing else, whatever the reason. */
export interface ReleasedCell {
  readonly coordinates: Coordinates;
  readonly state: 'VALUE' | 'ZERO' | 'SUPPRESSED';
  /** People, after noise and rounding; null where suppressed. */
  readonly value: number | null;
}

/** One release of a table: frozen, numbered from 1, the same for every other party. */
export interface Release {
  readonly name: string;
  readonly number: number;
  readonly madeAt: Date;
  readonly marks: Marks;
  /** One cell for each crossing of nodes of the dimensions, margins included. */
  readonly cells: readonly ReleasedCell[];
  /** How many cells say a value or zero. */
  readonly published: number;
  /** How many cells are suppressed. */
  readonly suppressed: number;
}

/** A release, and apart from it what the owner alone keeps. */
export interface MadeRelease {
  readonly release: Release;
  /** From these the next release goes on. */
  readonly held: readonly HeldLeaf[];
  /** Why cells were suppressed by themselves, by cell id: for the owner, never for a reader. */
  readonly reasons: ReadonlyMap<string, PrimaryReason>;
}
