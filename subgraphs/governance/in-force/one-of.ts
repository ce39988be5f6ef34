import { nearestName } from '@pasarela/schema/access/review/nearest-name';
import { requestError } from '@pasarela/schema/errors';

/** So many words are listed to whoever wrote none of them. */
const MAX_LISTED = 20;

/** A given word where one of a few has to stand. @throws BAD_INPUT that says which was meant, or which there are. */
export function oneOf<Word extends string>(name: string, given: string, known: readonly Word[]): Word {
  const found = known.find((word) => word === given);
  if (found !== undefined) return found;
  const near = nearestName(given, known);
  const listed = known.length <= MAX_LISTED ? `is one of ${known.join(', ')}` : 'is not known';
  throw requestError('BAD_INPUT', { what: `${name} ${near ? `is not known; did you mean ${near}?` : listed}` });
}
