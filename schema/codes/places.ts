import path from 'node:path';
import { z } from 'zod';
import { schemaDirectory } from '../package-directory';
import { readCsv } from './read-csv';

/** A place of the code list. `code` is ISO 3166-2, or `<ISO 3166-2>:<DIVIPOLA or NAME>` below that level. */
export interface PlaceCode {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly country: string;
  readonly firstAdministrativeLevel: string;
}

const ALPHA3: Readonly<Record<string, string>> = { CO: 'COL', PA: 'PAN', US: 'USA' };

const divisionRow = z
  .object({ code: z.string().regex(/^(CO|PA|US)-\w+$/), name: z.string(), category: z.string() })
  .transform(
    ({ code, name, category }): PlaceCode => ({
      code,
      name,
      kind: category,
      country: ALPHA3[code.slice(0, 2)] as string,
      firstAdministrativeLevel: code,
    }),
  );

const localityRow = z
  .object({
    place: z.string(),
    country: z.string().length(3),
    iso3166_2: z.string(),
    divipola: z.string(),
    kind: z.string(),
  })
  .transform(
    ({ place, country, iso3166_2, divipola, kind }): PlaceCode => ({
      code: `${iso3166_2}:${divipola.match(/^\d{5}$/)?.[0] ?? slug(place)}`,
      name: place,
      kind,
      country,
      firstAdministrativeLevel: iso3166_2,
    }),
  );

function slug(name: string): string {
  const plain = name
    .normalize('NFD')
    .replaceAll(/\p{M}|\(.*\)/gu, '')
    .trim();
  return plain.toUpperCase().replaceAll(/\W+/g, '_');
}

/** First administrative levels and the places below them that the domains name. Sources stand in the CSV files. */
export const PLACES: ReadonlyMap<string, PlaceCode> = new Map(
  [
    ...readCsv(path.join(schemaDirectory, 'codes/genc_divisions_co_pa_us.csv'), divisionRow),
    ...readCsv(path.join(schemaDirectory, 'codes/places_and_codes.csv'), localityRow).filter(
      ({ kind }) => !/^(province|comarca)$/.test(kind),
    ),
  ].map((place) => [place.code, place]),
);

/** A place by its code, or undefined when the list does not hold it. */
export const placeByCode = (code: string): PlaceCode | undefined => PLACES.get(code);
