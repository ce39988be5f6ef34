import mongoose from 'mongoose';

type ObjectId = mongoose.mongo.ObjectId;
type Binary = mongoose.mongo.Binary;

/** The order of BSON's types among each other; `EMPTY_ARRAY` is what an empty array sorts as: below null. */
export const RANK = {
  EMPTY_ARRAY: 1,
  NULL: 2,
  NUMBER: 3,
  STRING: 4,
  OBJECT: 5,
  ARRAY: 6,
  BINARY: 7,
  OBJECT_ID: 8,
  BOOLEAN: 9,
  DATE: 10,
} as const;

/** The rank of a canonical value's type; `undefined` stands for an empty array in sort and index keys. */
export function rankOf(value: unknown): number {
  switch (typeof value) {
    case 'string':
      return RANK.STRING;
    case 'number':
      return RANK.NUMBER;
    case 'boolean':
      return RANK.BOOLEAN;
    case 'undefined':
      return RANK.EMPTY_ARRAY;
    default:
      return value === null ? RANK.NULL : objectRank(value as object);
  }
}

function objectRank(value: object): number {
  if (Array.isArray(value)) return RANK.ARRAY;
  if (value instanceof Date) return RANK.DATE;
  const bsonType = (value as { _bsontype?: string })._bsontype;
  if (bsonType === 'ObjectId') return RANK.OBJECT_ID;
  return bsonType === 'Binary' ? RANK.BINARY : RANK.OBJECT;
}

/** Compares two canonical values in BSON's order: negative, zero or positive. */
export function compareBson(a: unknown, b: unknown): number {
  const rank = rankOf(a);
  const difference = rank - rankOf(b);
  return difference === 0 ? compareSameRank(rank, a, b) : difference;
}

function compareSameRank(rank: number, a: unknown, b: unknown): number {
  switch (rank) {
    case RANK.NUMBER:
      return compareNumbers(a as number, b as number);
    case RANK.STRING:
      return compareStrings(a as string, b as string);
    case RANK.OBJECT:
      return compareObjects(a as object, b as object);
    case RANK.ARRAY:
      return compareArrays(a as unknown[], b as unknown[]);
    case RANK.BINARY:
      return compareBinaries(a as Binary, b as Binary);
    case RANK.OBJECT_ID:
      return Buffer.compare((a as ObjectId).id, (b as ObjectId).id);
    case RANK.BOOLEAN:
    case RANK.DATE:
      return Number(a) - Number(b);
    default:
      return 0;
  }
}

function compareNumbers(a: number, b: number): number {
  if (a === b) return 0;
  if (Number.isNaN(a)) return Number.isNaN(b) ? 0 : -1;
  return Number.isNaN(b) || a > b ? 1 : -1;
}

/** Compares strings by their UTF-8 bytes, as BSON does; JavaScript's `<` compares UTF-16 units. */
export function compareStrings(a: string, b: string): number {
  if (a === b) return 0;
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const difference = utf8Weight(a.charCodeAt(i)) - utf8Weight(b.charCodeAt(i));
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

// Surrogates encode code points above U+FFFF, so they must weigh more than U+E000..U+FFFF.
function utf8Weight(unit: number): number {
  if (unit < 0xd800) return unit;
  return unit >= 0xe000 ? unit - 0x800 : unit + 0x2000;
}

function compareObjects(a: object, b: object): number {
  const left = Object.entries(a);
  const right = Object.entries(b);
  for (let i = 0; i < left.length && i < right.length; i++) {
    const [leftName, leftValue] = left[i] as [string, unknown];
    const [rightName, rightValue] = right[i] as [string, unknown];
    const difference =
      rankOf(leftValue) - rankOf(rightValue) ||
      compareStrings(leftName, rightName) ||
      compareBson(leftValue, rightValue);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

function compareArrays(a: unknown[], b: unknown[]): number {
  for (let i = 0; i < a.length && i < b.length; i++) {
    const difference = compareBson(a[i], b[i]);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

function compareBinaries(a: Binary, b: Binary): number {
  const left = a.value();
  const right = b.value();
  return left.length - right.length || a.sub_type - b.sub_type || Buffer.compare(left, right);
}
