import type { Requester } from '../../identity/requester';
import { holderOf, MAX_BREAK_GLASS_HOURS, type Opening } from '../opening';
import { breakGlassHours, withOpenings } from '../openings';
import type { RuleSet } from '../rule-set';

/** Who would have opened something, for what, and when. */
export interface SimulatedOpener {
  readonly requester: Pick<Requester, 'party' | 'agency'>;
  readonly purpose: Requester['purposes'][number];
  /** UTC milliseconds. */
  readonly at: number;
}

/** Who asks in a simulation: nobody whom an issuer names. */
export const SIMULATED_PERSON = 'a simulation';

/**
 * Rules as they would decide for somebody who opened agreements a moment ago.
 *
 * @param agreements by name, `OWNER:ID`; one without break-glass grants opens nothing.
 */
export function withSimulatedOpenings(ruleSet: RuleSet, opener: SimulatedOpener, agreements: readonly string[]) {
  const known = breakGlassHours(ruleSet);
  const openings = agreements.filter((name) => known.has(name)).map((name) => openingOf(name, opener));
  return withOpenings(ruleSet, openings);
}

function openingOf(name: string, { requester: { party, agency }, purpose, at }: SimulatedOpener): Opening {
  const [owner = '', agreement = ''] = name.split(':');
  const holder = holderOf(name, { party, agency, id: SIMULATED_PERSON });
  const until = at + MAX_BREAK_GLASS_HOURS * 3_600_000;
  return { id: name, owner, agreement, party, agency, holder, purpose, openedAt: at, until };
}
