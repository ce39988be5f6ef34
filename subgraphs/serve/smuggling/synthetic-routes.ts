import type { SeededRandom } from '../domain/seeded-random';
import type { CaseMix } from './case-domain';
import { STRETCHES, type Stretch } from './corridor-code-list';
import type { RouteRow } from './smuggling-case.model';

/** Share of cases that name a second route, invented. */
const SECOND_ROUTE_SHARE = 0.4;

/** Draws the routes of a case: one, or a second that begins where the first ends if the owner's cases name any. */
export function syntheticRoutes(random: SeededRandom, { stretches }: CaseMix): RouteRow[] {
  const named = STRETCHES.map((stretch) => [stretch, stretches[`${stretch.from}>${stretch.to}`] ?? 0] as const);
  const first = random.weighted(named);
  const onward = named.filter(([{ from }, weight]) => from === first.to && weight > 0);
  const goesOn = random.chance(SECOND_ROUTE_SHARE) && onward.length > 0;
  return [first, ...(goesOn ? [random.weighted(onward)] : [])].map((stretch) => route(random, stretch));
}

const route = (random: SeededRandom, { from, to, modes }: Stretch): RouteRow => ({
  from,
  to,
  mode: random.pick(modes),
});
