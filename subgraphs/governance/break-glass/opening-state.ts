import type { BreakGlassRow } from './break-glass-opening.model';

/** How far an opening has come. */
export enum BreakGlassState {
  OPEN = 'OPEN',
  TO_REVIEW = 'TO_REVIEW',
  REVIEWED = 'REVIEWED',
}

type Times = Pick<BreakGlassRow, 'until' | 'endedAt' | 'review'>;

/** When an opening ended or will end, an instant in ISO 8601. */
export const endOf = ({ until, endedAt }: Times): string => endedAt ?? until;

/** How far an opening has come at an instant. */
export function stateOfOpening(row: Times, now: Date): BreakGlassState {
  if (row.review) return BreakGlassState.REVIEWED;
  return now.toISOString() < endOf(row) ? BreakGlassState.OPEN : BreakGlassState.TO_REVIEW;
}
