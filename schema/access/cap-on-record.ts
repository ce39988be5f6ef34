import type { Decision } from './decision';
import type { Agreement, Cap } from './rule';

/** The cap that holds a field down on one raw record; undefined where nothing more is granted, or nothing caps it. */
export function capOn({ cap, conditional }: Decision, record: object | undefined): Cap | undefined {
  if (!conditional) return cap;
  const { granted, capped, grants, caps } = conditional;
  const reached = grants.reduce((most, { rank, holds }) => (rank > most && holds.holds(record) ? rank : most), granted);
  const least = caps
    .filter(({ rank, spares }) => rank < Math.min(reached, capped) && !spares.holds(record))
    .reduce<(typeof caps)[number] | undefined>((low, one) => (!low || one.rank < low.rank ? one : low), undefined);
  return least?.cap ?? (capped < reached ? cap : undefined);
}

/** The agreements under which a field is shown on one raw record, whatever caps leave of it. */
export function agreementsOn({ agreements, conditional }: Decision, record: object | undefined): readonly Agreement[] {
  if (!conditional) return agreements;
  return [
    ...new Set(conditional.grants.filter(({ holds }) => holds.holds(record)).map(({ grant }) => grant.agreement)),
  ];
}
