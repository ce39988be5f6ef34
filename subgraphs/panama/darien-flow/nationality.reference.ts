import { isCountryCode } from '@pasarela/schema/codes/countries';
import type { ReferenceResolver } from '@pasarela/serve/domain/subgraph-definition';
import { nationalityOf } from './nationality';

/** A nationality from its key; null when ISO 3166-1 does not know the code. */
export const resolveNationality: ReferenceResolver = ({ code }) =>
  typeof code === 'string' && isCountryCode(code) ? nationalityOf(code) : null;
