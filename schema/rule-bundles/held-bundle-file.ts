import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { HeldBundle, HoldResult } from './held-bundle';
import { holdBundle } from './hold-bundle';
import type { RootKeys } from './root-keys';
import { writeDurably } from './write-durably';

const BUNDLE = 'bundle.json';
/** Kept apart from the bundle: when that is lost, older numbers are refused all the same. */
const NUMBERS = 'highest-numbers.json';

const numbers = z.record(z.string(), z.int().min(1));

/**
 * Reads what a point kept, and verifies it again: a file that was changed holds nothing. When both files are
 * lost, the point takes what it is given next, as it did on its first day.
 */
export function readHeldBundle(directory: string, rootKeys: RootKeys, now: Date): Promise<HoldResult> {
  const highest = numbers.safeParse(jsonIn(path.join(directory, NUMBERS)));
  const nothing: HeldBundle = {
    rootKeys,
    parts: new Map(),
    keyChanges: [],
    highest: new Map(highest.success ? Object.entries(highest.data) : []),
  };
  const kept = jsonIn(path.join(directory, BUNDLE));
  return kept === undefined ? Promise.resolve({ held: nothing, refusals: [] }) : holdBundle(nothing, kept, now);
}

/**
 * Keeps what a point holds; on the disk when this returns.
 *
 * INVARIANT: the numbers are never ahead of the bundle, or a write that stops half way would make the point
 * refuse, at its next start, what it held.
 */
export function writeHeldBundle(directory: string, { parts, keyChanges, highest }: HeldBundle): void {
  const bundle = { parts: Object.fromEntries([...parts].map(([owner, { signed }]) => [owner, signed])), keyChanges };
  writeDurably(path.join(directory, BUNDLE), JSON.stringify(bundle));
  writeDurably(path.join(directory, NUMBERS), JSON.stringify(Object.fromEntries(highest)));
}

function jsonIn(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
