import type { Marks } from '@pasarela/schema/disclosure-control/inheritance/strictest-marks';
import type { ProtectionRule } from '@pasarela/schema/disclosure-control/protection-rule';
import type { Dimension } from '@pasarela/schema/disclosure-control/table/dimension';
import type { Coordinates } from '@pasarela/schema/disclosure-control/table/frequency-table';
import { requestError } from '@pasarela/schema/errors';
import type { Connection } from 'mongoose';

/** Where one person stands in a table, or whatever else it counts. */
export interface CountedPerson {
  /** The leaf of each dimension, in the order of the dimensions. */
  readonly coordinates: Coordinates;
  /** What decides whether the person is counted for others: a child, a handling code ... Part of a stored cell's key. */
  readonly releaseClass: string;
  /** The owner's own id of who or what is counted; its key is made of it, alike in every table of the domain. */
  readonly personId: string;
}

/** What is counted of the records by each write. */
export interface Tally<Counted = never> {
  /** Unique in the domain: `permits-by-stage`. */
  readonly name: string;
  /** Whether it is counted once, of what no record keeps: no later write of a record changes it, nor is it counted anew. */
  readonly countedOnce?: true;
  /** Where a record is counted, at several places where it holds several people; null where it is not. */
  of(record: Counted): CountedPerson | readonly CountedPerson[] | null;
  /**
   * Whether a class is counted for others at an instant. INVARIANT: an unknown class is counted for nobody but the
   * owner, and what is counted once stays counted.
   */
  countedForOthers(releaseClass: string, at: Date): boolean;
}

/** A table of counts of people that an owner declares: its hierarchies are fixed, nothing else can be crossed. */
export interface StatisticTable<Counted = never> extends Tally<Counted> {
  readonly dimensions: readonly Dimension[];
  readonly rule: ProtectionRule;
  /** What every release of the table says of its handling at least. */
  readonly marks: Marks;
  /** The marks of those who are counted under a class; a release bears the strictest of all that are in it. */
  marksOf?(releaseClass: string): Marks;
  /** How often others get a new release; weekly unless given. */
  readonly releaseEvery?: { readonly days: number };
  /** Cells that another table of the domain publishes too: from its threshold on they count as known. */
  readonly alsoPublished?: readonly Coordinates[];
  /** The threshold of that other table, where it is not this one's. */
  readonly alsoPublishedFrom?: number;
  /** What the owner is told: live cells unless given, else releases like everybody. */
  readonly readByOwner?: 'RELEASES';
  /** A figure of a cell's people that each release freezes. */
  readonly figure?: FrozenFigure;
}

/** A figure of the people of one leaf cell that is no count, as how long something took. */
export interface FrozenFigure {
  readonly leaf: Coordinates;
  /** Works it out of those who are counted for others; null where it must not be told. */
  workOut(at: Date, connection: Connection): Promise<number | null>;
}

/** A table whatever it counts: what is counted is known to its domain alone. */
export type AnyTable = StatisticTable<never>;

/** A tally whatever it counts. */
export type AnyTally = Tally<never>;

/** The tables of one domain, all of the same kind of record. */
export interface DomainStatistics {
  /** Begins the names of its fields: `Regularization`. */
  readonly name: string;
  readonly party: string;
  readonly tables: readonly AnyTable[];
  /** What is counted besides, which no release holds: for the owner, and for the figures that releases freeze. */
  readonly tallies?: readonly AnyTally[];
  /** The paths of a record that any table reads, dotted: a write of the cells holds for a record that stands so. */
  readonly reads: readonly string[];
  /** How many records there are, and each of them, to count them anew. */
  count(connection: Connection): Promise<number>;
  records(connection: Connection): AsyncIterable<object>;
}

/** All that is counted. */
export const talliesOf = ({ tables, tallies = [] }: Pick<DomainStatistics, 'tables' | 'tallies'>): AnyTally[] => [
  ...tables,
  ...tallies,
];

/** What a later write of a record changes, and what is counted anew. */
export const recountedTalliesOf = (statistics: Pick<DomainStatistics, 'tables' | 'tallies'>): AnyTally[] =>
  talliesOf(statistics).filter(({ countedOnce }) => !countedOnce);

const WEEK_DAYS = 7;

/** The days from one release of a table to the next. */
export const daysBetweenReleases = ({ releaseEvery }: Pick<AnyTable, 'releaseEvery'>): number =>
  releaseEvery?.days ?? WEEK_DAYS;

const tableNamed = ({ tables }: Pick<DomainStatistics, 'tables'>, name: string): AnyTable | undefined =>
  tables.find((known) => known.name === name);

/** A table that a domain's own code names. @throws Error where there is none: a fault of ours */
export function tableOf(statistics: Pick<DomainStatistics, 'tables'>, name: string): AnyTable {
  const table = tableNamed(statistics, name);
  if (!table) throw new Error(`There is no table of counts ${name}.`);
  return table;
}

/** A table that somebody asks for by its name. @throws UNKNOWN_STATISTIC_TABLE */
export function knownTable(statistics: Pick<DomainStatistics, 'tables'>, name: string): AnyTable {
  const table = tableNamed(statistics, name);
  if (!table) throw requestError('UNKNOWN_STATISTIC_TABLE');
  return table;
}

/** How the names of a domain's fields begin that answer of its tables: `regularization`. */
export const rootOf = ({ name }: Pick<DomainStatistics, 'name'>): string =>
  `${name.charAt(0).toLowerCase()}${name.slice(1)}`;

/** The field by which a domain has a table checked before it is published: `regularizationSafeToPublish`. */
export const checkOf = (domain: Pick<DomainStatistics, 'name'>): string => `${rootOf(domain)}SafeToPublish`;
