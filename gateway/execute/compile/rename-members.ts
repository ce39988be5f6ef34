import type { FetchDataRewrite } from '@apollo/query-planner';
import { type GraphQLSchema, isAbstractType, isObjectType } from 'graphql';
import { unsupportedPlan } from './unsupported-plan';

/** Gives members that a fetch had to ask for under another key their own again, in a checked reply. */
export type RenameMembers = (data: unknown) => void;

/** Gives a key of a reply its own name again; an error's path names keys as the reply has them. */
export type RenameKey = (key: string | number) => string | number;

const FRAGMENT = '... on ';

/** Makes the renaming that a plan asks for; undefined where it asks for none. */
export function compileRenaming(
  rewrites: readonly FetchDataRewrite[],
  schema: GraphQLSchema,
): RenameMembers | undefined {
  if (rewrites.length === 0) return undefined;
  const steps = rewrites.map((rewrite) => {
    if (rewrite.kind !== 'KeyRenamer') throw unsupportedPlan('a rewrite of a reply');
    return { path: rewrite.path, to: rewrite.renameKeyTo };
  });
  return (data) => {
    for (const { path, to } of steps) rename(data, path, { to, schema });
  };
}

/** Makes the renaming of keys in errors' paths. A key that is to be renamed is the planner's, and nobody's else. */
export function compileKeyRenaming(rewrites: readonly FetchDataRewrite[]): RenameKey {
  const names = new Map<string | number, string>(
    rewrites.flatMap((rewrite) => {
      const key = rewrite.path.at(-1);
      return rewrite.kind === 'KeyRenamer' && key !== undefined ? [[key, rewrite.renameKeyTo]] : [];
    }),
  );
  return (key) => names.get(key) ?? key;
}

interface Renaming {
  readonly to: string;
  readonly schema: GraphQLSchema;
}

function rename(value: unknown, path: readonly string[], renaming: Renaming): void {
  if (Array.isArray(value)) for (const item of value) rename(item, path, renaming);
  else if (typeof value === 'object' && value !== null) renameIn(value as Record<string, unknown>, path, renaming);
}

function renameIn(object: Record<string, unknown>, path: readonly string[], renaming: Renaming): void {
  const [first, ...rest] = path as [string, ...string[]];
  if (first.startsWith(FRAGMENT)) {
    if (isOf(object.__typename, first.slice(FRAGMENT.length), renaming.schema)) rename(object, rest, renaming);
    return;
  }
  const value = Object.hasOwn(object, first) ? object[first] : undefined;
  if (rest.length > 0) rename(value, rest, renaming);
  else if (value !== undefined) {
    Object.defineProperty(object, renaming.to, { value, enumerable: true, configurable: true, writable: true });
    delete object[first];
  }
}

/** An object that does not say its type was asked for by that type alone. */
function isOf(typeName: unknown, condition: string, schema: GraphQLSchema): boolean {
  if (typeof typeName !== 'string' || typeName === condition) return true;
  const [wanted, own] = [schema.getType(condition), schema.getType(typeName)];
  return isAbstractType(wanted) && isObjectType(own) && schema.isSubType(wanted, own);
}
