import { createHash } from 'node:crypto';
import type { Purpose } from '../identity/purposes';
import type { Requester } from '../identity/requester';

/** The most hours for which an owner may let its agreement be opened. */
export const MAX_BREAK_GLASS_HOURS = 72;

/** That somebody opened the break-glass grants of an agreement, for themselves and one purpose. */
export interface Opening {
  readonly id: string;
  readonly owner: string;
  readonly agreement: string;
  readonly party: string;
  readonly agency: string;
  /** A digest that names the person to whoever knows them (`holderOf`), and to nobody else. */
  readonly holder: string;
  readonly purpose: Purpose;
  /** UTC milliseconds, included. */
  readonly openedAt: number;
  /** UTC milliseconds, not included. */
  readonly until: number;
}

/** Who holds an opening, told apart without a name: another digest for each opening. */
export const holderOf = (opening: string, { party, agency, id }: Pick<Requester, 'party' | 'agency' | 'id'>): string =>
  createHash('sha256')
    .update(JSON.stringify([opening, party, agency, id]))
    .digest('base64url');
