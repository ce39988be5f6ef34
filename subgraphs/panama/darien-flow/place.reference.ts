import { placeByCode } from '@pasarela/schema/codes/places';
import type { ReferenceResolver } from '@pasarela/serve/domain/subgraph-definition';
import { placeOf } from './place';

/** A place from its key; null when the code list does not hold it. */
export const resolvePlace: ReferenceResolver = ({ code }) =>
  typeof code === 'string' && placeByCode(code) ? placeOf(code) : null;
