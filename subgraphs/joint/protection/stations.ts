import { placeByCode } from '@pasarela/schema/codes/places';

/** Whether a place of the code list is one where people who crossed the Darién are received. */
export const isReceptionPlace = (code: string): boolean =>
  /^(migratory )?reception (station|community)/.test(placeByCode(code)?.kind ?? '');

/** Whether a place of the code list is a first administrative level. */
export const isRegion = (code: string): boolean => placeByCode(code)?.firstAdministrativeLevel === code;
