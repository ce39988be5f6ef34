import { Direction } from '@pasarela/serve/domain/direction';
import { scatteredId } from '@pasarela/serve/domain/scattered-id';
import { SeededRandom } from '@pasarela/serve/domain/seeded-random';
import { daysOfMonth } from './calendar';
import { RecordedSex } from './crossing-record';
import type { CrossingRecordDocument } from './crossing-record.model';
import { drawNationality, type MonthMix } from './synthetic-mix';
import { drawBirthDate, drawKind, drawNeeds, drawNotes, type PersonKind } from './synthetic-person';

const SEED = 507_001;
/** The dataset's name, on every record. */
export const DATASET = 'SYNTHETIC crossing records, proportions of published totals';

/** Two adults of three travel on their own or lead a family; the others, and children with an adult, join the one before. */
const LEADS = 0.65;

/** One in fifty groups goes south; those cross in the months of the reverse flow of 2025. */
const SOUTHWARD = 0.02;
const SOUTHWARD_MIX: readonly MonthMix[] = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11'].map(
  (month) => ({
    month: `2025-${month}`,
    weight: 1,
    groups: [
      ['VEN', 97],
      ['ECU', 1],
      ['PER', 1],
      ['COL', 1],
    ],
  }),
);

const ENTRY_POINTS = [
  ['PA-EM:BAJO_CHIQUITO', 60],
  ['PA-EM:CANAAN_MEMBRILLO', 38],
  ['PA-KY:PUERTO_OBALDIA', 2],
] as const;
const STATIONS = [
  ['PA-5:LAJAS_BLANCAS', 70],
  ['PA-5:SAN_VICENTE', 30],
] as const;

/** People who travel together: what they share, and who looks after the children. */
interface TravelGroup {
  readonly key: string;
  readonly shared: Pick<
    CrossingRecordDocument,
    'crossedOn' | 'month' | 'direction' | 'nationality' | 'habitualResidence' | 'entryPoint' | 'station'
  >;
  readonly guardian: string | null;
}

/**
 * The records numbered from `first`, at most one batch of them. A batch depends on its first number only, so
 * a seed of any size is written batch by batch; no group of travellers crosses from one batch into the next.
 */
export function syntheticCrossings(batch: {
  first: number;
  size: number;
  mixes: readonly MonthMix[];
}): CrossingRecordDocument[] {
  const random = new SeededRandom(SEED + batch.first);
  const { mixes } = batch;
  let family: TravelGroup | undefined;
  return Array.from({ length: batch.size }, (_, i) => {
    const number = String(batch.first + i).padStart(9, '0');
    const kind = family ? drawKind(random) : 'ADULT';
    // INVARIANT: an adult leads every family, so that a child who joins it has a guardian.
    if (kind === 'UNACCOMPANIED_CHILD')
      return drawRecord({ number, kind, group: drawGroup({ number, kind, mixes, random }), random });
    if (!family || (kind === 'ADULT' && random.chance(LEADS))) family = drawGroup({ number, kind, mixes, random });
    return drawRecord({ number, kind, group: family, random });
  });
}

interface GroupStart {
  number: string;
  kind: PersonKind;
  mixes: readonly MonthMix[];
  random: SeededRandom;
}

function drawGroup({ number, kind, mixes, random }: GroupStart): TravelGroup {
  const south = random.chance(SOUTHWARD);
  const ways = south ? SOUTHWARD_MIX : mixes;
  const mix = random.weighted(ways.map((way) => [way, way.weight] as const));
  const day = String(random.integer(1, daysOfMonth(mix.month))).padStart(2, '0');
  const nationality = drawNationality(mix, random);
  return {
    key: `SYN-GROUP-${number}`,
    guardian: kind === 'ADULT' ? `SYN-PERSON-${number}` : null,
    shared: {
      crossedOn: `${mix.month}-${day}`,
      month: mix.month,
      direction: south ? Direction.SOUTH : Direction.NORTH,
      nationality,
      habitualResidence: residenceOf(number, nationality),
      entryPoint: random.weighted(ENTRY_POINTS),
      station: random.weighted(STATIONS),
    },
  };
}

// Nobody publishes the following two shares: invented, by the number of the record alone.

/** One group in eight lived elsewhere before: in Colombia, Chile, Brazil or Panama. */
function residenceOf(number: string, nationality: string): string {
  const elsewhere = ['COL', 'CHL', 'BRA', 'PAN'] as const;
  return Number(number) % 8 === 3 ? (elsewhere[Math.floor(Number(number) / 8) % 4] as string) : nationality;
}

/** One person in twenty-five claims a further nationality. */
function claimsOf(number: string): string[] {
  const further = ['COL', 'ECU', 'PAN', 'USA'] as const;
  return Number(number) % 25 === 7 ? [further[Math.floor(Number(number) / 25) % 4] as string] : [];
}

interface PersonDraw {
  number: string;
  kind: PersonKind;
  group: TravelGroup;
  random: SeededRandom;
}

function drawRecord({ number, kind, group, random }: PersonDraw): CrossingRecordDocument {
  const child = kind !== 'ADULT';
  return {
    _id: scatteredId('crossing', number),
    dataset: DATASET,
    ...group.shared,
    claimedNationalities: claimsOf(number),
    sex: random.chance(child ? 0.47 : 0.36) ? RecordedSex.FEMALE : RecordedSex.MALE,
    birthDate: drawBirthDate(kind, group.shared.crossedOn, random),
    fullName: `SYNTHETIC Person ${number}`,
    documentNumber: random.chance(0.85) ? `SYN-DOC-${number}` : null,
    biometricReference: !child && random.chance(0.6) ? `SYN-BIO-${number}` : null,
    travelGroup: group.key,
    minorAtCrossing: child,
    unaccompaniedChild: kind === 'UNACCOMPANIED_CHILD',
    guardian: kind === 'ACCOMPANIED_CHILD' ? group.guardian : null,
    specificNeeds: drawNeeds(kind, random),
    asylumClaim: random.chance(0.02),
    officerNotes: drawNotes(random),
  };
}
