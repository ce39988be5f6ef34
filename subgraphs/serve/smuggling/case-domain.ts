import type { SeededRandom } from '../domain/seeded-random';
import type { IccsCode } from './iccs-codes';

/** Entries, each as likely as its weight says. */
export type Weighted<Entry> = ReadonlyArray<readonly [Entry, number]>;

/** Whose cases they are, and how the owner's types and fields are named. */
export interface CaseOwner {
  /** The party: `COL`. */
  readonly party: string;
  /** What the owner's types begin with: `Colombia` makes `ColombiaSmugglingCase`; fields begin with it in lower case. */
  readonly prefix: string;
  /** The owner's name in a sentence: `Colombia`, `the United States`. */
  readonly name: string;
  /** The name that every case, person, network and figure carries; it begins with SYNTHETIC. */
  readonly dataset: string;
}

/** An agency that leads cases. */
export interface LeadAgency {
  readonly name: string;
  /** The agency that a token names, as the owner's party document lists it. */
  readonly originator: string;
}

/** What is an owner's own in its synthetic cases. Every weight is invented. */
export interface CaseMix {
  readonly seed: number;
  /** How many cases there are at scale 1. */
  readonly casesAtScale1: number;
  /** The offences that a case holds, by the owner's priorities. */
  readonly offences: Weighted<readonly IccsCode[]>;
  readonly agencies: Weighted<LeadAgency>;
  /** How often a stretch is named, by `from>to`; one that is left out is never named. */
  readonly stretches: Readonly<Record<string, number>>;
  readonly suspectNationalities: readonly string[];
  /** Draws what only this owner records of a person. */
  readonly ownOfPerson?: (
    random: SeededRandom,
    person: { readonly isVictim: boolean },
  ) => Readonly<Record<string, unknown>>;
}

/** A government's domain of cases: its names, and what is its own. */
export interface CaseDomain extends CaseOwner {
  readonly mix: CaseMix;
}

/** What an owner's fields begin with: `colombia`. */
export const rootOf = ({ prefix }: Pick<CaseOwner, 'prefix'>): string =>
  `${prefix[0]?.toLowerCase()}${prefix.slice(1)}`;

/** The name of an owner's type of cases, in the schema and in opaque ids. */
export const caseTypeName = ({ prefix }: Pick<CaseOwner, 'prefix'>): string => `${prefix}SmugglingCase`;

/** The name of an owner's type of persons in cases. */
export const personTypeName = ({ prefix }: Pick<CaseOwner, 'prefix'>): string => `${prefix}CasePerson`;

/** The date beyond which no synthetic record of a case goes. */
export const SYNTHETIC_AS_OF = '2025-12-31';
