import { createHash } from 'node:crypto';
import { SeededRandom } from '@pasarela/serve/domain/seeded-random';
import type { KnownPerson } from './enrolled-tokens';

/** Somebody of whom an owner is made to know, in memory alone: of them only tokens are stored. */
export interface SyntheticTraveller extends KnownPerson {
  readonly issuingState: string;
  readonly documentNumber: string;
  readonly familyName: string;
  readonly givenNames: string;
  /** ISO 8601. */
  readonly birthDate: string;
  readonly nationality: string;
}

const NATIONALITIES = ['VEN', 'VEN', 'VEN', 'ECU', 'HTI', 'COL', 'CHN', 'PER', 'CUB', 'PAN', 'USA'] as const;
const SYLLABLES = ['BA', 'CO', 'DI', 'FA', 'GO', 'LU', 'MA', 'NE', 'PI', 'RO', 'SA', 'TE', 'VI', 'ZU'] as const;

const word = (random: SeededRandom, syllables: number): string =>
  Array.from({ length: syllables }, () => random.pick(SYLLABLES)).join('');

const padded = (number: number, length: number): string => String(number).padStart(length, '0');

/** Coprime to the count of numbers, so that no two travellers of an owner get the same. */
const DOCUMENT_STEP = 1_299_709;
const DOCUMENT_NUMBERS = 10_000_000;
const documentDigits = (number: number): string => padded(((number + 1) * DOCUMENT_STEP) % DOCUMENT_NUMBERS, 7);

/** The traveller of a number that an owner knows: always the same one. The family name begins with SYNTHETIC. */
export function syntheticTraveller(owner: string, number: number): SyntheticTraveller {
  const seed = createHash('sha256').update(`${owner} ${number}`).digest().readInt32BE(0);
  const random = new SeededRandom(seed);
  const nationality = random.pick(NATIONALITIES);
  return {
    id: `SYNTHETIC-${owner}-${padded(number, 6)}`,
    issuingState: nationality,
    documentNumber: `S${random.pick(['A', 'B', 'C'])}${documentDigits(number)}`,
    familyName: `SYNTHETIC ${word(random, 4)}`,
    givenNames: `${word(random, 3)} ${word(random, 2)}`,
    birthDate: `${random.integer(1955, 2005)}-${padded(random.integer(1, 12), 2)}-${padded(random.integer(1, 28), 2)}`,
    nationality,
    claimedNationalities: random.chance(0.1) ? [random.pick(NATIONALITIES)] : [],
    habitualResidence: random.chance(0.15) ? random.pick(NATIONALITIES) : nationality,
    minor: random.chance(0.15),
    victim: random.chance(0.05),
    claimant: random.chance(0.15),
  };
}
