import type { RowDecision } from '../decide-rows';
import { type Change, conditionOf } from './compare-levels';

/** What of a decision on rows is compared. */
export type ComparedRows = Pick<RowDecision, 'caps' | 'hidesAll'>;

/** How two decisions on the rows of one type differ for those whom they are about; undefined where the same exist. */
export function rowChange(old: ComparedRows, now: ComparedRows): Change | undefined {
  const [more, less] = [exist(old, now), exist(now, old)];
  if (more && less) return undefined;
  return { before: existing(old), after: existing(now), change: more ? 'GAINS' : less ? 'LOSES' : 'DIFFERS' };
}

/** Whether every row that certainly exists under one decision does under another. */
function exist(one: ComparedRows, other: ComparedRows): boolean {
  if (one.hidesAll || other.hidesAll) return one.hidesAll !== undefined;
  const hidden = new Set(one.caps.map(conditionOf));
  return other.caps.every((cap) => hidden.has(conditionOf(cap)));
}

const existing = ({ caps, hidesAll }: ComparedRows): string =>
  hidesAll ? 'none' : caps.length === 0 ? 'all' : `those that ${caps.map(({ id }) => id).join(', ')} leave`;
