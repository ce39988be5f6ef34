import { SeededRandom } from '@pasarela/serve/domain/seeded-random';
import type { RegionProtectedNeedDocument } from './region-protected-need.model';
import { needId } from './report-need';
import { keptCell } from './small-cells';
import { ProtectedNeed } from './specific-needs';
import type { StationSpecificNeedDocument } from './station-specific-need.model';
import { SYNTHETIC_CONTRIBUTORS, SYNTHETIC_MONTHS, SYNTHETIC_REGIONS, SYNTHETIC_STATIONS } from './synthetic';
import { seedChange } from './versioned-record';

const SEED = 605_001;
const DATASET = 'SYNTHETIC specific needs';
const CODES = ['SC-UC', 'SC-SC', 'WR-LC', 'ER-NF', 'SP-PT', 'DS-PM', 'FU-TR', 'CR-TP'] as const;
const MOST_AT_A_STATION = 60;
const MOST_IN_A_REGION = 90;

const cells = (places: readonly string[], needs: readonly string[]) =>
  SYNTHETIC_CONTRIBUTORS.flatMap((party) =>
    SYNTHETIC_MONTHS.flatMap((month) =>
      places.flatMap((place) =>
        needs.map((need) => ({ party, month, place, need, id: needId(party, [month, place, need]) })),
      ),
    ),
  );

const versioned = (id: string, month: string, party: string) => ({
  _id: id,
  dataset: DATASET,
  contributedBy: party,
  month,
  version: 1,
  history: [seedChange(id, `${month}-28T00:00:00.000Z`)],
});

/** Needs at stations: nothing is known of any real station. */
export function syntheticStationNeeds(): StationSpecificNeedDocument[] {
  const random = new SeededRandom(SEED);
  return cells(SYNTHETIC_STATIONS, CODES).map(({ party, month, place, need, id }) => ({
    ...versioned(id, month, party),
    station: place,
    code: need,
    persons: keptCell(random.integer(0, MOST_AT_A_STATION)),
  }));
}

/** Protected needs in regions: nothing is known of any real one. */
export function syntheticRegionNeeds(): RegionProtectedNeedDocument[] {
  const random = new SeededRandom(SEED + 1);
  return cells(SYNTHETIC_REGIONS, Object.values(ProtectedNeed)).map(({ party, month, place, need, id }) => ({
    ...versioned(id, month, party),
    region: place,
    need: need as ProtectedNeed,
    persons: keptCell(random.integer(0, MOST_IN_A_REGION)),
  }));
}
