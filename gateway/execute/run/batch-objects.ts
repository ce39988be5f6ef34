import type { EntityFetch } from '../compile/compile-plan';
import type { FoundObjects } from '../compile/find-objects';
import { SHARED_TEXT } from '../compile/shared-text';

/** What a fetch asks about, each entity once, and which objects its answers complete. */
export interface EntityBatch {
  /** Representations as JSON, in the order in which they are sent. */
  readonly representations: readonly string[];
  /** The type that each representation names. */
  readonly typeNames: readonly string[];
  /** The objects that the answer to each representation completes. */
  readonly targets: ReadonlyArray<readonly object[]>;
}

/**
 * Gathers what a fetch asks about: each entity once, in the order of its text.
 * INVARIANT: another owner's subgraph learns which keys somebody asked about, and neither how often nor in which
 * order they stand in the answer's rows.
 */
export function batchObjects({ find, represent }: Pick<EntityFetch, 'find' | 'represent'>, root: object): EntityBatch {
  const found = find(root);
  const byText = new Map<string, object[]>();
  for (let index = 0; index < found.objects.length; index++) {
    const object = found.objects[index] as object;
    const text = represent.write(object);
    if (text === undefined) continue;
    const targets = byText.get(text);
    if (!targets) byText.set(text, [object]);
    else if (!replaceByEqual(found, index, { first: targets[0] as object, represent })) targets.push(object);
  }
  const representations = [...byText.keys()].sort();
  const targets = representations.map((text) => byText.get(text) as object[]);
  return { representations, targets, typeNames: targets.map(([object]) => typeNameOf(object as object)) };
}

/** What may stand in the place of an object. */
interface Equal extends Pick<EntityFetch, 'represent'> {
  readonly first: object;
}

/**
 * Puts the first of equal objects wherever another stands, so that each is completed, looked at and written once.
 * Only objects of which nothing is known but their representation are equal in all.
 */
function replaceByEqual({ objects, holders, keys }: FoundObjects, index: number, { first, represent }: Equal): boolean {
  const object = objects[index] as object;
  if (object === first) return true;
  if (!represent.coversAll(object) || !represent.coversAll(first)) return false;
  const marked = first as { [SHARED_TEXT]?: string };
  marked[SHARED_TEXT] ??= '';
  // The holder has a member of its own under this key: it was found there.
  (holders[index] as Record<string | number, unknown>)[keys[index] as string | number] = first;
  return true;
}

const typeNameOf = (object: object): string => String((object as { __typename?: unknown }).__typename);
