import { placeByCode } from '@pasarela/schema/codes/places';
import { z } from 'zod';
import { readDataFile } from './data-file';

/** A community on the way through the Darién, with the party in whose country it lies. */
export interface Community {
  readonly code: string;
  readonly country: string;
}

const row = z.object({ place: z.string() }).transform(({ place }): Community => {
  const known = placeByCode(place);
  if (!known) throw new Error(`communities.csv: ${place} is in no code list`);
  return { code: place, country: known.country };
});

/** The communities that the action plan follows, by their codes. */
export const COMMUNITIES: ReadonlyMap<string, Community> = new Map(
  readDataFile('communities.csv', row).map((community) => [community.code, community]),
);
