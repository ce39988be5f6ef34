import mongoose from 'mongoose';
import { compareBson, RANK, rankOf } from './bson-order';

/** A test of one value; `undefined` is a missing field. */
export type ValueTest = (value: unknown) => boolean;

/** Equality as `$eq` has it for one value: null also equals a missing field. */
export function equals(operand: unknown): ValueTest {
  if (operand === null) return (value) => value === null || value === undefined;
  if (typeof operand === 'string') return (value) => value === operand;
  return (value) => value !== undefined && compareBson(value, operand) === 0;
}

/** Membership as `$in` has it for one value; strings, numbers and ObjectIds are looked up by hash. */
export function isOneOf(operands: readonly unknown[]): ValueTest {
  const hashes = new Set<unknown>();
  const others: ValueTest[] = [];
  for (const operand of operands) {
    const hash = hashOf(operand);
    if (hash === undefined) others.push(equals(operand));
    else hashes.add(hash);
  }
  return (value) => {
    const hash = hashOf(value);
    if (hash !== undefined) return hashes.has(hash);
    return others.some((test) => test(value));
  };
}

function hashOf(value: unknown): unknown {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return value;
  return rankOf(value) === RANK.OBJECT_ID ? `\0${(value as mongoose.mongo.ObjectId).toHexString()}\0` : undefined;
}

/** How the comparison operators read the sign of a comparison. */
export const COMPARISONS: Record<string, (sign: number) => boolean> = {
  $gt: (sign) => sign > 0,
  $gte: (sign) => sign >= 0,
  $lt: (sign) => sign < 0,
  $lte: (sign) => sign <= 0,
};

/** A comparison with values of the operand's own type only; NaN equals NaN and is neither more nor less. */
export function compares(operator: string, operand: unknown): ValueTest {
  const holds = COMPARISONS[operator] as (sign: number) => boolean;
  if (operand === null) return (value) => value == null && holds(0);
  const rank = rankOf(operand);
  return (value) => {
    if (value === undefined || rankOf(value) !== rank) return false;
    if (Number.isNaN(operand) || Number.isNaN(value)) return Object.is(value, operand) && holds(0);
    return holds(compareBson(value, operand));
  };
}
