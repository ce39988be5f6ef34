import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import { governanceOf } from '../governance-service';
import { distributedOpenings } from './distributed-openings';

/** How long a change waits for every reachable point to put it in force, in milliseconds. */
const CONFIRM_WITHIN_MS = 3_000;

/**
 * Does something to the openings, and waits until every reachable enforcement point decides by it.
 *
 * INVARIANT: in turn with publications: neither takes back what the other put in force.
 */
export async function putInForce<Result>(change: () => Promise<Result>, context: ServeContext): Promise<Result> {
  const { office, points } = governanceOf(context);
  const result = await office.inTurn(async () => {
    const changed = await change();
    office.openAgreements(await distributedOpenings(context.connection, context.now));
    return changed;
  });
  await points.confirmed(office.current().etag, CONFIRM_WITHIN_MS);
  return result;
}
