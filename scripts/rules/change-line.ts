import type { LevelChange } from '@pasarela/schema/access/review/compare-rule-sets';

/** Who gains or loses what, as it is told. */
export type ToldChange = Pick<
  LevelChange,
  'coordinates' | 'parties' | 'roles' | 'purposes' | 'openings' | 'before' | 'after' | 'change'
>;

/** One line of who gains or loses what. */
export const changeLine = ({
  coordinates,
  parties,
  roles,
  purposes,
  openings,
  before,
  after,
  change,
}: ToldChange): string =>
  `  ${openings.includes('as ever') ? change : `${change} after break-glass`}: ${parties.join(', ')} (${roles.join(', ')}; ${purposes.join(', ')}): ${coordinates.join(', ')}: ${before} -> ${after}`;
