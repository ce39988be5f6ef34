import { CountUnit } from '@pasarela/serve/domain/count';
import { scatteredId } from '@pasarela/serve/domain/scattered-id';
import { SeededRandom } from '@pasarela/serve/domain/seeded-random';
import { Sex } from '@pasarela/serve/domain/sex';
import { OTHER_NATIONALITIES } from './published-totals';
import { releaseDayOf } from './release-calendar';
import { ReturnLegalCategory } from './return-legal-category';
import type { ReturnManifestEntryDocument } from './return-manifest-entry.model';
import type { ReturnTotalRow } from './return-total.model';

const SEED = 602_024;
/** The dataset's name, on every entry. */
export const DATASET = 'SYNTHETIC return manifests, nationalities in proportion to published totals';

/** The months of synthetic flights. No published flight is behind any of them. */
const MONTHS = ['2024-08', '2024-09', '2024-10', '2024-11', '2024-12', '2025-01', '2025-02', '2025-03', '2025-04'];

// Nobody publishes the following shares: they are invented.
const CHILDREN = 0.08;
const VOLUNTARY = 0.04;
const DID_NOT_LEAVE = 0.05;
const CLAIMED_AND_LEFT = 0.06;
const CLAIMED_AND_STAYED = 0.5;
/** Of those who left, who crossed again within the year. */
const CROSSED_AGAIN = 0.18;

/** What entries are drawn in proportion to: published totals of January 2025. */
export interface ReturnMix {
  readonly nationalities: ReadonlyArray<readonly [string, number]>;
  readonly categories: ReadonlyArray<readonly [ReturnLegalCategory, number]>;
}

/** An entry, and whether the synthetic person crossed again: a hit by pseudonym, counted and never kept with the entry. */
export interface SyntheticReturn {
  readonly entry: ReturnManifestEntryDocument;
  readonly crossedAgain: boolean;
}

const AS_OF = '2025-01';

/** The mix of the published totals: persons by nationality, and by legal category. */
export function returnMix(totals: readonly ReturnTotalRow[]): ReturnMix {
  const persons = totals.filter(
    ({ asOf, unit, value }) => asOf === AS_OF && unit === CountUnit.PERSONS && value !== null,
  );
  return {
    nationalities: persons.flatMap(({ nationalityGroup, value }) =>
      nationalityGroup && nationalityGroup !== OTHER_NATIONALITIES ? [[nationalityGroup, value ?? 0] as const] : [],
    ),
    categories: persons.flatMap(({ legalCategory, value }) =>
      legalCategory ? [[legalCategory, value ?? 0] as const] : [],
    ),
  };
}

/** What the people of one flight share. */
type Flight = Pick<
  ReturnManifestEntryDocument,
  'flight' | 'flightOn' | 'flightMonth' | 'nationality' | 'destinationCountry'
>;

/** The returns numbered from `first`: they depend on its first number only, so that a seed of any size goes batch by batch. */
export function syntheticReturns(batch: { first: number; size: number; mix: ReturnMix }): SyntheticReturn[] {
  const random = new SeededRandom(SEED + batch.first);
  let flight: Flight | undefined;
  let seats = 0;
  return Array.from({ length: batch.size }, (_, index) => {
    const number = String(batch.first + index).padStart(9, '0');
    if (!flight || seats === 0) {
      flight = drawFlight(number, batch.mix, random);
      seats = random.integer(26, 44);
    }
    seats -= 1;
    return drawReturn({ number, flight, mix: batch.mix, random });
  });
}

function drawFlight(number: string, mix: ReturnMix, random: SeededRandom): Flight {
  const flightMonth = random.pick(MONTHS);
  const nationality = random.weighted(mix.nationalities);
  return {
    flight: `SYN-FLIGHT-${number}`,
    flightOn: `${flightMonth}-${String(random.integer(1, 28)).padStart(2, '0')}`,
    flightMonth,
    nationality,
    destinationCountry: nationality,
  };
}

interface ReturnDraw {
  readonly number: string;
  readonly flight: Flight;
  readonly mix: ReturnMix;
  readonly random: SeededRandom;
}

function drawReturn({ number, flight, mix, random }: ReturnDraw): SyntheticReturn {
  const removalFinal = !random.chance(DID_NOT_LEAVE);
  const minor = random.chance(CHILDREN);
  const entry: ReturnManifestEntryDocument = {
    _id: scatteredId('return', number),
    dataset: DATASET,
    ...flight,
    removalFinal,
    releasedOn: removalFinal ? releaseDayOf(flight.flightOn) : null,
    ...originsOf(Number(number), flight),
    fullName: `SYNTHETIC Person ${number}`,
    birthDate: drawBirthDate({ minor, on: flight.flightOn, random }),
    minor,
    sex: random.chance(0.3) ? Sex.FEMALE : Sex.MALE,
    documentNumber: random.chance(0.9) ? `SYN-DOC-${number}` : null,
    legalCategory: random.chance(VOLUNTARY)
      ? ReturnLegalCategory.VOLUNTARY_REPATRIATION
      : random.weighted(mix.categories),
    protectionClaim: random.chance(removalFinal ? CLAIMED_AND_LEFT : CLAIMED_AND_STAYED),
  };
  return { entry, crossedAgain: removalFinal && random.chance(CROSSED_AGAIN) };
}

/** One person in twenty-five claims a further nationality, one in eight lived elsewhere: by the number alone. */
function originsOf(number: number, { nationality }: Flight) {
  const further = ['ECU', 'PAN', 'USA'] as const;
  const elsewhere = ['CHL', 'PAN', 'BRA'] as const;
  return {
    claimedNationalities: number % 25 === 7 ? [further[Math.floor(number / 25) % 3] as string] : [],
    habitualResidence: number % 8 === 3 ? (elsewhere[Math.floor(number / 8) % 3] as string) : nationality,
  };
}

function drawBirthDate({ minor, on, random }: { minor: boolean; on: string; random: SeededRandom }): string {
  const [least, most] = minor ? [0, 16] : [18, 59];
  const daysOld = 1 + Math.ceil((random.integer(least, most) + random.integer(0, 364) / 365) * 365.25);
  return new Date(Date.parse(on) - daysOld * 86_400_000).toISOString().slice(0, 10);
}
