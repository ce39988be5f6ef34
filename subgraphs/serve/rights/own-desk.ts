import { requestError } from '@pasarela/schema/errors';
import type { ServeContext } from '../domain/serve-context';
import type { RightsDesk } from './rights-desk';

/** The desk behind a request. */
export function deskOf({ rights }: Pick<ServeContext, 'rights'>): RightsDesk {
  if (!rights) throw new Error('The domain keeps no records of persons.');
  return rights;
}

/** The desk, for its own party alone. INVARIANT: besides what the rules grant. @throws UNKNOWN_RIGHTS_CASE */
export function ownDesk(context: Pick<ServeContext, 'rights' | 'requester'>): RightsDesk {
  const desk = deskOf(context);
  if (context.requester.party !== desk.definition.party) throw requestError('UNKNOWN_RIGHTS_CASE');
  return desk;
}
