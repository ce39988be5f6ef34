import { isCountryCode } from '@pasarela/schema/codes/countries';
import type { ReferenceResolver } from '@pasarela/serve/domain/subgraph-definition';
import { nationalityOf } from './nationality';

/** A nationality from its code; null when ISO 3166-1 has no such code. */
export const nationalityReference: ReferenceResolver = ({ code }) =>
  typeof code === 'string' && isCountryCode(code) ? nationalityOf(code) : null;
