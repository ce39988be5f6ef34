import { scatteredId } from '@pasarela/serve/domain/scattered-id';
import { SeededRandom } from '@pasarela/serve/domain/seeded-random';
import { AssistanceSector } from './assistance-sector';
import { keptCell } from './small-cells';
import { CapacityBand } from './station-services';
import type { StationServicesDocument } from './station-services.model';
import { SYNTHETIC_CONTRIBUTORS, SYNTHETIC_MONTHS, SYNTHETIC_REGIONS, SYNTHETIC_STATIONS } from './synthetic';
import type { SyntheticAssistanceDocument } from './synthetic-assistance-month.model';

const SEED = 605_021;
const ASSISTANCE_SEED = 605_022;
const FIRST_MONDAY = Date.UTC(2024, 8, 2);
const WEEK = 7 * 24 * 60 * 60 * 1000;
const WEEKS = 18;
/** About what a month of MSF's published year is, over the regions; the least is a quiet month. */
const CONSULTATIONS = [0, 4000] as const;
const PATIENTS = [0, 40] as const;

/** A bulletin of each contributor, station and week from September to December 2024. */
export function syntheticBulletins(): StationServicesDocument[] {
  const random = new SeededRandom(SEED);
  return Array.from({ length: WEEKS }, (_, i) => new Date(FIRST_MONDAY + i * WEEK).toISOString().slice(0, 10)).flatMap(
    (asOf) =>
      SYNTHETIC_CONTRIBUTORS.flatMap((contributedBy) =>
        SYNTHETIC_STATIONS.map((station) => ({
          _id: scatteredId('StationServices', [contributedBy, station, asOf].join('|')),
          dataset: 'SYNTHETIC bulletins of stations',
          contributedBy,
          station,
          asOf,
          capacityBand: random.pick(Object.values(CapacityBand)),
          services: Object.values(AssistanceSector).filter(() => random.chance(0.5)),
        })),
      ),
  );
}

/** Months of consultations and gender-based violence of the organisation; some are too small to be kept. */
export function syntheticAssistanceMonths(): SyntheticAssistanceDocument[] {
  const random = new SeededRandom(ASSISTANCE_SEED);
  return SYNTHETIC_MONTHS.flatMap((month) =>
    SYNTHETIC_REGIONS.map((region) => ({
      _id: scatteredId('SyntheticAssistanceMonth', `${month}|${region}`),
      dataset: 'SYNTHETIC consultations and gender-based violence',
      contributedBy: 'HUM',
      month,
      region,
      consultations: keptCell(random.integer(...CONSULTATIONS)),
      genderBasedViolencePatients: keptCell(random.integer(...PATIENTS)),
    })),
  );
}
