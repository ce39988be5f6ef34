import { z } from 'zod';
import { MAX_BREAK_GLASS_HOURS, type Opening } from '../access/opening';
import { PURPOSES } from '../identity/purposes';
import { ownerCode } from './owner-part';
import { partyCode } from './root-keys';

/** More openings than these at once open nothing. */
export const MAX_OPENINGS = 1_000;
const instant = z.int().min(0);

const opening = z
  .strictObject({
    id: z.string().min(1).max(100),
    owner: ownerCode,
    agreement: z.string().regex(/^[A-Z0-9][A-Z0-9-]{0,200}$/),
    party: partyCode,
    agency: z.string().min(1).max(200),
    holder: z.string().regex(/^[\w-]{43}$/),
    purpose: z.enum(PURPOSES),
    openedAt: instant,
    until: instant,
  })
  .refine(({ openedAt, until }) => until > openedAt && until - openedAt <= MAX_BREAK_GLASS_HOURS * 3_600_000);

/** The openings of a bundle that can be read, and how many cannot. */
export interface ReadOpenings {
  readonly read: readonly Opening[];
  readonly malformed: number;
}

/** Reads what a bundle says of openings. INVARIANT: what has not the form of one opens nothing, and harms no part. */
export function readOpenings(value: unknown): ReadOpenings {
  if (value === undefined) return { read: [], malformed: 0 };
  if (!Array.isArray(value) || value.length > MAX_OPENINGS) return { read: [], malformed: 1 };
  const parsed = value.map((one) => opening.safeParse(one));
  const read = parsed.flatMap(({ data }) => (data ? [data] : []));
  return { read, malformed: parsed.length - read.length };
}
