import { ERRORS, type ErrorCode } from '@pasarela/schema/errors';
import { parse, visit } from 'graphql';

const words = (text: string): string[] => text.match(/[A-Za-z_]\w*/g) ?? [];

/** Every name that some subgraph's schema gives to anything. @param sdls as `Contract.subgraphs` holds them. */
export function namesIn(sdls: ReadonlyMap<string, string>): ReadonlySet<string> {
  const names = new Set<string>();
  for (const sdl of sdls.values()) visit(parse(sdl), { Name: ({ value }) => void names.add(value) });
  return names;
}

/** The keys of an error, and of the details that the catalogue fills in. */
const KEYS = ['message', 'extensions', 'code', 'name', 'rule', 'line', 'column', 'max', 'path'];

/** What an error says: its code, its text, and all that travels with it. */
export interface SaidError {
  readonly message: string;
  readonly extensions: { readonly code: ErrorCode };
}

/**
 * The names of a schema that an error says although the request did not: neither in the request's own words nor
 * in those of the catalogue, which are the same for everybody.
 */
export function namesBeyond(error: SaidError, request: string, names: ReadonlySet<string>): string[] {
  const { code } = error.extensions;
  const known = new Set([code, ...KEYS, ...words(request), ...words(ERRORS[code].en), ...words(ERRORS[code].es)]);
  return words(JSON.stringify(error)).filter((word) => names.has(word) && !known.has(word));
}
