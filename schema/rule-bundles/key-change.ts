import { z } from 'zod';
import { majorityOf, partyCode, publicRootKey, type RootKey, type RootKeys, thumbprintOf } from './root-keys';
import { contentOf, type Signed, signed } from './signed';
import { signersOf } from './verify-signatures';

/** The form of a key change. */
export const KEY_CHANGE_FORMAT = 'pasarela-root-key-1';
/** So many other parties, at least, replace a key together: one alone never does. */
const LEAST_OTHERS = 2;

/** That a party has another root key from now on, or joins with its first. */
export const keyChange = z.strictObject({
  format: z.literal(KEY_CHANGE_FORMAT),
  party: partyCode,
  number: z.int().min(1),
  key: publicRootKey,
  /** The thumbprint of the key that it replaces; null for a party that joins. */
  replaces: z.string().nullable(),
  issuedAt: z.iso.datetime(),
  development: z.boolean().default(false),
});
/** That a party has another root key from now on. */
export type KeyChange = z.infer<typeof keyChange>;

/** Root keys after changes, which of them stand, and why others were refused. */
export interface ChangedKeys {
  readonly keys: RootKeys;
  /** The changes that were applied, now or before: one for each number of a party. */
  readonly taken: readonly Signed[];
  readonly refused: ReadonlyArray<{ readonly party: string; readonly cause: string }>;
}

/**
 * Applies key changes in their order. A key changes by itself, or by a majority of the other parties, two at
 * least; a party joins by a majority of all. One that was applied before is passed over.
 *
 * INVARIANT: whoever hosts the rules cannot enrol or replace a key: it holds none that counts.
 */
export async function applyKeyChanges(keys: RootKeys, changes: readonly unknown[]): Promise<ChangedKeys> {
  const changed = new Map(keys);
  const taken = new Map<string, Signed>();
  const refused: Array<{ party: string; cause: string }> = [];
  for (const change of changes) {
    const read = readChange(change);
    if (!read) {
      refused.push({ party: '', cause: 'is no key change' });
      continue;
    }
    const { party, number } = read.change;
    const known = isApplied(read.change, changed);
    const cause = known ? undefined : await causeOfRefusal(read, changed);
    if (cause) {
      refused.push({ party, cause });
      continue;
    }
    if (!known) changed.set(party, pinnedOf(read.change));
    const name = `${party} ${number}`;
    if (!taken.has(name)) taken.set(name, read.signed);
  }
  return { keys: changed, taken: [...taken.values()], refused };
}

interface ReadChange {
  readonly change: KeyChange;
  readonly signed: Signed;
}

function readChange(value: unknown): ReadChange | undefined {
  const form = signed.safeParse(value);
  if (!form.success) return undefined;
  try {
    return { change: keyChange.parse(contentOf(form.data)), signed: form.data };
  } catch {
    return undefined;
  }
}

const isApplied = ({ party, number, key }: KeyChange, keys: RootKeys): boolean => {
  const held = keys.get(party);
  return held !== undefined && (number < held.number || (number === held.number && key.x === held.key.x));
};

const pinnedOf = ({ party, number, key, development }: KeyChange) => ({ party, number, key, development });

async function causeOfRefusal({ change, signed: form }: ReadChange, keys: RootKeys): Promise<string | undefined> {
  const held = keys.get(change.party);
  if (change.number !== (held?.number ?? 0) + 1) return 'does not follow the key that is pinned';
  const replaced = held ? await thumbprintOf(held.key) : null;
  if (change.replaces !== replaced) return 'replaces another key than the one that is pinned';
  // A key of two parties would make one's signatures count for the other.
  if (others(change, keys).some(({ key }) => key.x === change.key.x)) return 'is the key of another party';
  const signers = await signersOf(form, 'pasarela-root-key+jws', keys);
  if (signers.has(change.party)) return undefined;
  const needed = Math.max(majorityOf(others(change, keys).length), LEAST_OTHERS);
  return signers.size >= needed ? undefined : `is signed neither by its own key nor by ${needed} other parties`;
}

const others = ({ party }: KeyChange, keys: RootKeys): RootKey[] =>
  [...keys.values()].filter((pinned) => pinned.party !== party);
