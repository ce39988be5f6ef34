import { isCountryCode } from '@pasarela/schema/codes/countries';
import { placeByCode } from '@pasarela/schema/codes/places';
import type { ReferenceResolver } from './subgraph-definition';

/** Makes a domain's object of a code that is known to be in the list. */
type Make = (code: string) => object;

/** A nationality from its key; null when ISO 3166-1 has no such code. */
export const nationalityReference =
  (nationalityOf: Make): ReferenceResolver =>
  ({ code }) =>
    typeof code === 'string' && isCountryCode(code) ? nationalityOf(code) : null;

/** A place from its key; null when the code list does not hold it. */
export const placeReference =
  (placeOf: Make): ReferenceResolver =>
  ({ code }) =>
    typeof code === 'string' && placeByCode(code) ? placeOf(code) : null;
