import { type GraphQLOutputType, isEnumType, isListType, isNonNullType, isSpecifiedScalarType } from 'graphql';
import type { LeafPlace } from '../federation/made-federation';
import { hashOf } from '../hash';

/** A leaf of a reply: a value that is no list. */
interface Leaf extends LeafPlace {
  readonly value: unknown;
}

/** What is put in a leaf's place; undefined takes its member out. */
interface LeafChange {
  readonly fits: (leaf: Leaf) => boolean;
  readonly becomes: (value: unknown) => unknown;
}

/** A custom scalar may be anything. */
const isChecked = ({ type }: Leaf): boolean =>
  isEnumType(nullable(type)) || isSpecifiedScalarType(nullable(type) as never);
const isOf =
  (...names: string[]) =>
  ({ type }: Leaf): boolean =>
    names.includes(nullable(type).toString());

/** Each makes of a leaf what its type does not allow. */
const CHANGES: Readonly<Record<string, LeafChange>> = {
  AN_UNKNOWN_ENUM_VALUE: { fits: ({ type }) => isEnumType(nullable(type)), becomes: () => 'NOWHERE' },
  A_TEXT_FOR_A_NUMBER: { fits: isOf('Int', 'Float'), becomes: String },
  A_NUMBER_FOR_A_TEXT: { fits: isOf('String'), becomes: () => 7 },
  A_TEXT_FOR_A_BOOLEAN: { fits: isOf('Boolean'), becomes: String },
  A_FRACTION_FOR_AN_INT: { fits: isOf('Int'), becomes: (value) => Number(value) + 0.5 },
  AN_INT_TOO_BIG: { fits: isOf('Int'), becomes: () => 2 ** 31 },
  AN_OBJECT_FOR_A_LEAF: { fits: isChecked, becomes: (value) => ({ value }) },
  A_LIST_FOR_A_LEAF: { fits: isChecked, becomes: (value) => [value] },
  A_NULL_THAT_MAY_NOT_BE: { fits: ({ type }) => isNonNullType(type), becomes: () => null },
  WITHOUT_A_LEAF: { fits: ({ path }) => typeof path.at(-1) === 'string', becomes: () => undefined },
};

/** The ways in which leaves are spoiled. */
export const LEAF_FAULTS: readonly string[] = Object.keys(CHANGES);

/** Data of which one leaf is spoiled; undefined where none can be. */
export function withSpoiledLeaf(data: unknown, places: readonly LeafPlace[], fault: string): unknown {
  const change = CHANGES[fault];
  const leaves = places.flatMap((place) => leavesAt(place, data)).filter((leaf) => change?.fits(leaf));
  const leaf = leaves[hashOf(`${fault} ${leaves.length}`) % leaves.length];
  return change && leaf && replaced(data, leaf.path, change.becomes(leaf.value));
}

/** The leaves of a field that came and are not null. */
function leavesAt({ path, type }: LeafPlace, data: unknown): Leaf[] {
  const value = path.reduce<unknown>((within, key) => memberOf(within, key), data);
  return leavesWithin(value, path, type);
}

function leavesWithin(value: unknown, path: LeafPlace['path'], type: GraphQLOutputType): Leaf[] {
  if (value === null || value === undefined) return [];
  const present = nullable(type);
  if (!isListType(present)) return [{ path, type, value }];
  return (value as unknown[]).flatMap((item, index) => leavesWithin(item, [...path, index], present.ofType));
}

const nullable = (type: GraphQLOutputType): GraphQLOutputType => (isNonNullType(type) ? type.ofType : type);

const memberOf = (value: unknown, key: string | number): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string | number, unknown>)[key]
    : undefined;

function replaced(data: unknown, [key, ...rest]: LeafPlace['path'], value: unknown): unknown {
  if (key === undefined) return value;
  const inner = replaced(memberOf(data, key), rest, value);
  if (Array.isArray(data)) return data.with(key as number, inner);
  return Object.fromEntries(Object.entries(data as object).map(([name, own]) => [name, name === key ? inner : own]));
}
