import type { PointState } from '../distribution/enforcement-points';
import type { RuleOffice } from '../rule-office';
import { EnforcementPoint } from './enforcement-point';

/** Enforcement points as administrators see them. */
export function showPoints(states: readonly PointState[], office: RuleOffice): EnforcementPoint[] {
  const { etag } = office.current();
  return states.map(({ point, holds, notInForce, seenAt, reachable }) =>
    Object.assign(new EnforcementPoint(), {
      name: point,
      confirmed: holds === etag && notInForce.length === 0,
      notInForce,
      reachable,
      seenAt: seenAt === undefined ? null : new Date(seenAt).toISOString(),
    }),
  );
}
