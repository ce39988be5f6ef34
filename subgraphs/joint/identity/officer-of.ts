import { createHash } from 'node:crypto';
import type { Requester } from '@pasarela/schema/identity/requester';

/** A digest of a person of a party, to tell whether two acts are one person's. */
export const officerOf = ({ party, agency, id }: Pick<Requester, 'party' | 'agency' | 'id'>): string =>
  createHash('sha256').update([party, agency, id].join('|')).digest('base64url');
