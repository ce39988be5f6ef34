import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { OWNER_ALL } from '../labels/label';
import type { HeldBundle, HeldPart, HoldResult, Refusal, RefusalCode } from './held-bundle';
import { applyKeyChanges } from './key-change';
import { ownerCode, ownerPart } from './owner-part';
import { readOpenings } from './read-openings';
import { majorityOf, type RootKeys } from './root-keys';
import { contentOf, type Signed, signed } from './signed';
import { signersOf } from './verify-signatures';
import { whyNotNewer } from './why-not-newer';

const bundleShape = z.strictObject({
  parts: z.record(z.string(), z.unknown()),
  keyChanges: z.array(z.unknown()).max(1_000).default([]),
  openings: z.unknown().optional(),
});
const MAX_OWNERS = 500;
/** A cause may quote what arrived, which may be long. */
const MAX_CAUSE_CHARACTERS = 200;

/**
 * Takes from a bundle what its owners signed and what is newer than what is held.
 *
 * INVARIANT: each owner's part is taken or refused by itself; a refused or missing part leaves the held one,
 * numbers only grow, and one number never stands for two contents. Never throws, whatever the bundle is.
 */
export async function holdBundle(held: HeldBundle, bundle: unknown, now: Date): Promise<HoldResult> {
  const shape = bundleShape.safeParse(bundle);
  if (!shape.success || Object.keys(shape.data.parts).length > MAX_OWNERS)
    return { held, refusals: [{ owner: '', code: 'BAD_SHAPE', cause: 'the bundle has not the form of one' }] };
  const changes = [...held.keyChanges, ...shape.data.keyChanges];
  const { keys, taken: keyChanges, refused } = await applyKeyChanges(held.rootKeys, changes);
  const refusals: Refusal[] = refused.map(({ party, cause }) => ({ owner: party, code: 'BAD_KEY_CHANGE', cause }));
  const parts = new Map(held.parts);
  for (const [owner, value] of Object.entries(shape.data.parts)) {
    const taken = await takePart({ owner, value, now }, held, keys);
    if ('code' in taken) refusals.push(taken);
    else parts.set(owner, taken);
  }
  const highest = new Map(held.highest);
  for (const [owner, { part }] of parts) highest.set(owner, Math.max(part.number, highest.get(owner) ?? 0));
  const openings = readOpenings(shape.data.openings);
  if (openings.malformed > 0)
    refusals.push({ owner: '', code: 'BAD_SHAPE', cause: `${openings.malformed} openings have not the form of one` });
  return { held: { rootKeys: keys, parts, keyChanges, highest, openings: openings.read }, refusals };
}

interface Offered {
  readonly owner: string;
  readonly value: unknown;
  readonly now: Date;
}

async function takePart({ owner, value, now }: Offered, held: HeldBundle, keys: RootKeys): Promise<HeldPart | Refusal> {
  const refuse = (code: RefusalCode, cause: string): Refusal => ({
    owner,
    code,
    cause: cause.slice(0, MAX_CAUSE_CHARACTERS),
  });
  // What names no owner is not repeated: causes and owners go to logs and headers.
  if (!ownerCode.safeParse(owner).success) return { owner: '', code: 'BAD_SHAPE', cause: 'is in the slot of no owner' };
  const current = held.parts.get(owner);
  // What is held was verified when it was taken: the same bytes need no second look.
  if (current && isDeepStrictEqual(current.signed, value)) return current;
  const read = readPart(value);
  if (typeof read === 'string') return refuse('BAD_SHAPE', read);
  const { part, digest } = read;
  if (part.owner !== owner) return refuse('BAD_SIGNATURE', `holds the part of ${part.owner}`);
  if (owner !== OWNER_ALL && !keys.has(owner)) return refuse('UNKNOWN_OWNER', 'no root key of this party is pinned');
  if (current && current.digest === digest && current.part.number === part.number)
    return withNewSignatures(current, read, keys);
  const unsigned = await causeUnsigned(owner, read.signed, keys);
  if (unsigned) return refuse(owner === OWNER_ALL ? 'NO_QUORUM' : 'BAD_SIGNATURE', unsigned);
  const notNewer = whyNotNewer(part, held, now);
  return notNewer ? refuse(...notNewer) : read;
}

/** Other signatures under what is held, of keys that replaced others since, are taken where they suffice. */
async function withNewSignatures(current: HeldPart, read: HeldPart, keys: RootKeys): Promise<HeldPart> {
  return (await causeUnsigned(current.part.owner, read.signed, keys)) ? current : read;
}

function readPart(value: unknown): HeldPart | string {
  const form = signed.safeParse(value);
  if (!form.success) return 'is not signed in the form that signed parts have';
  try {
    const part = ownerPart.safeParse(contentOf(form.data));
    if (!part.success) return `${part.error.issues[0]?.path.join('.')}: ${part.error.issues[0]?.message}`;
    const digest = createHash('sha256').update(form.data.payload).digest('hex');
    return { part: part.data, signed: form.data, digest };
  } catch {
    return 'holds no JSON';
  }
}

/** The owners of held parts that a point which starts anew with these keys would not believe any more. */
export async function noLongerSigned({ parts, rootKeys }: HeldBundle): Promise<string[]> {
  const owners: string[] = [];
  for (const [owner, { signed: form }] of parts) if (await causeUnsigned(owner, form, rootKeys)) owners.push(owner);
  return owners;
}

async function causeUnsigned(owner: string, form: Signed, keys: RootKeys): Promise<string | undefined> {
  const signers = await signersOf(form, 'pasarela-rules+jws', keys);
  if (owner !== OWNER_ALL) return signers.has(owner) ? undefined : `is not signed by the root key of ${owner}`;
  const needed = majorityOf(keys.size);
  return signers.size >= needed ? undefined : `is signed by ${signers.size} of ${needed} parties that it needs`;
}
