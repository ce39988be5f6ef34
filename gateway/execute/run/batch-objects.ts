import type { EntityFetch } from '../compile/compile-plan';
import type { FoundObjects } from '../compile/find-objects';
import { SHARED_TEXT } from '../compile/shared-text';
import { equalData } from './equal-data';
import { failedMembers, withNulls } from './failed-members';

/** What a fetch asks about, each entity once, and which objects its answers complete. */
export interface EntityBatch {
  /** Representations as JSON, in the order in which they are sent. */
  readonly representations: readonly string[];
  /** The type that each representation names. */
  readonly typeNames: readonly string[];
  /** The objects that the answer to each representation completes. */
  readonly targets: ReadonlyArray<readonly object[]>;
  /** What nobody can know of an object, for what it requires failed: response keys. */
  readonly unknown: ReadonlyMap<object, readonly string[]>;
}

/**
 * Gathers what a fetch asks about: each entity once, in the order of its text.
 * INVARIANT: another owner's subgraph learns which keys somebody asked about, and neither how often nor in which
 * order they stand in the answer's rows.
 */
export function batchObjects(fetch: BatchedFetch, root: object): EntityBatch {
  const { find, represent } = fetch;
  const found = find(root);
  const gathering = new EntityGathering(fetch);
  for (let index = 0; index < found.objects.length; index++) gathering.add(found, index);
  const entities = gathering.all.sort((one, other) => (one.text < other.text ? -1 : 1));
  return {
    representations: entities.map(({ text }) => text),
    targets: entities.map(({ targets }) => targets),
    typeNames: entities.map(({ targets }) => represent.typeNameOf(targets[0] as object)),
    unknown: gathering.unknown,
  };
}

/** What a batch is gathered by. */
export type BatchedFetch = Pick<EntityFetch, 'find' | 'represent' | 'dependents'>;

/** An entity, and the objects that stand for it. */
interface GatheredEntity {
  readonly text: string;
  readonly targets: object[];
}

class EntityGathering {
  readonly all: GatheredEntity[] = [];
  private readonly byText = new Map<string, GatheredEntity>();
  /** Where a key is enough to know an entity, its representation is written once. */
  private readonly byKey = new Map<unknown, GatheredEntity>();

  readonly unknown = new Map<object, readonly string[]>();
  private readonly represent: BatchedFetch['represent'];
  private readonly dependents: BatchedFetch['dependents'];

  constructor({ represent, dependents }: BatchedFetch) {
    this.represent = represent;
    this.dependents = dependents;
  }

  add(found: FoundObjects, index: number): void {
    const object = found.objects[index] as object;
    const known = this.find(object);
    if (known) this.join(known, found, index);
    else this.begin(object);
  }

  private find(object: object): GatheredEntity | undefined {
    const key = this.represent.keyOf(object);
    if (key !== undefined) return this.byKey.get(key);
    const text = this.textOf(object);
    return text === undefined ? undefined : this.byText.get(text);
  }

  private textOf(object: object): string | undefined {
    return this.represent.write(object) ?? this.textWithNulls(object);
  }

  /**
   * Of an object of which a required value failed all is asked nevertheless, for only some of it requires that value.
   * INVARIANT: what was computed from a null that is no value is not taken.
   */
  private textWithNulls(object: object): string | undefined {
    const required = this.represent.requiredOf(String((object as { __typename?: unknown }).__typename));
    const typeName = this.represent.typeNameOf(object);
    const unknown = failedMembers(object, required).map((member) => this.dependents(typeName, member));
    if (unknown.length === 0 || unknown.includes(undefined)) return undefined;
    this.unknown.set(
      object,
      unknown.flatMap((keys) => keys ?? []),
    );
    return this.represent.write(withNulls(object, required));
  }

  private begin(object: object): void {
    const text = this.textOf(object);
    if (text === undefined) return;
    const entity = { text, targets: [object] };
    this.all.push(entity);
    const key = this.represent.keyOf(object);
    if (key === undefined) this.byText.set(text, entity);
    else this.byKey.set(key, entity);
  }

  /**
   * Puts the first of equal objects wherever another stands, so that each is completed, looked at and written once.
   * Objects at one place are selected alike: those that are equal now stay so.
   */
  private join({ targets }: GatheredEntity, { objects, holders, keys }: FoundObjects, index: number): void {
    const object = objects[index] as object;
    const first = targets[0] as { [SHARED_TEXT]?: string };
    if (object === first) return;
    if (!equalData(first, object)) {
      targets.push(object);
      return;
    }
    first[SHARED_TEXT] ??= '';
    // The holder has a member of its own under this key: it was found there.
    (holders[index] as Record<string | number, unknown>)[keys[index] as string | number] = first;
  }
}
