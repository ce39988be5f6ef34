import { requestError } from '@pasarela/schema/errors';
import type { Requester } from '@pasarela/schema/identity/requester';

/** What a client's key for a write may be: with the same key and input, a write is done once. */
export const CLIENT_KEY_DESCRIPTION =
  'A key of the caller (1 to 100 of A-Z a-z 0-9 _ . : -): the same key and input are written once.';

/** Throws BAD_INPUT when a client's key has not the form of one. */
export function checkClientKey(clientKey: string): void {
  if (!/^[\w.:-]{1,100}$/.test(clientKey))
    throw requestError('BAD_INPUT', { what: 'clientKey has 1 to 100 of A-Z a-z 0-9 _ . : -' });
}

/** A client's key as it is stored. A key is its caller's own: two callers may use the same one. */
export const requestKeyOf = (
  clientKey: string,
  { party, agency, id }: Pick<Requester, 'party' | 'agency' | 'id'>,
): string => `${party}|${agency}|${id}|${clientKey}`;

/** Throws BAD_INPUT when a key was used before with another input. @param written what was written under the key. */
export function checkSameInput(written: { readonly requestInput?: string | null } | null, input: string): void {
  if (written && written.requestInput !== input)
    throw requestError('BAD_INPUT', { what: 'clientKey was used with another input' });
}
