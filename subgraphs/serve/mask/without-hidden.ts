import { defaultTypeResolver, type GraphQLAbstractType, type GraphQLResolveInfo } from 'graphql';
import type { ServeContext } from '../domain/serve-context';

/** Stands for an object that the requester may not even know of, until it is left out. */
const HIDDEN = Symbol('hidden');

/** Whether an object does not exist for the requester. */
export type IsHidden = (value: object) => boolean | Promise<boolean>;

/** A resolved value, or a list of them, without what is hidden: it looks exactly like what does not exist. */
export async function withoutHidden(resolved: unknown, isHidden: IsHidden): Promise<unknown> {
  const shown = await hide(resolved, isHidden);
  return shown === HIDDEN ? null : shown;
}

async function hide(resolved: unknown, isHidden: IsHidden): Promise<unknown> {
  const settled = await resolved;
  if (settled === null || typeof settled !== 'object') return settled;
  if (!(Symbol.iterator in settled)) return (await isHidden(settled)) ? HIDDEN : settled;
  const items = await Promise.all([...(settled as Iterable<unknown>)].map((item) => hide(item, isHidden)));
  return items.filter((item) => item !== HIDDEN);
}

/** An object's own type by the schema's resolver; a name that is no type fails later, as without hiding. */
export async function concreteName(
  value: object,
  type: GraphQLAbstractType,
  context: ServeContext,
  info: GraphQLResolveInfo,
): Promise<string> {
  return (await resolvedName(value, type, context, info)) ?? '';
}

/** The same, at once where the resolver says it at once; undefined where it says none. */
export const resolvedName = (
  value: object,
  type: GraphQLAbstractType,
  context: ServeContext,
  info: GraphQLResolveInfo,
): string | undefined | PromiseLike<string | undefined> =>
  (type.resolveType ?? defaultTypeResolver)(value, context, info, type);
