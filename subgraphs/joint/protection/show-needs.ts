import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import { contributed } from './contributed';
import { changesOf } from './contribution-change';
import { placeOf } from './place';
import { RegionProtectedNeed } from './region-protected-need';
import type { RegionProtectedNeedDocument } from './region-protected-need.model';
import { needsCount, STATION_NEEDS } from './specific-needs';
import { StationSpecificNeed } from './station-specific-need';
import type { StationSpecificNeedDocument } from './station-specific-need.model';

/** Stored needs at stations as they are answered. */
export const stationNeedsOf = (
  documents: readonly StationSpecificNeedDocument[],
  { ids }: ServeContext,
): StationSpecificNeed[] =>
  contributed(StationSpecificNeed, documents, {
    ids,
    fieldsOf: ({ month, station, code, persons, contributedBy, dataset, version, history }) => ({
      month,
      station: placeOf(station),
      code,
      label: STATION_NEEDS.get(code) ?? null,
      persons: needsCount(persons, { month, contributedBy, dataset }),
      version,
      history: changesOf(history),
    }),
  });

/** Stored needs in regions as they are answered. */
export const regionNeedsOf = (
  documents: readonly RegionProtectedNeedDocument[],
  { ids }: ServeContext,
): RegionProtectedNeed[] =>
  contributed(RegionProtectedNeed, documents, {
    ids,
    fieldsOf: ({ month, region, need, persons, contributedBy, dataset, version, history }) => ({
      month,
      region: placeOf(region),
      need,
      persons: needsCount(persons, { month, contributedBy, dataset }),
      version,
      history: changesOf(history),
    }),
  });
