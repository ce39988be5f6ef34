import { LEAF_FAULTS, withSpoiledLeaf } from './spoiled-leaves';
import { type Spoil, unspoiled } from './subgraph-fetches';

type Members = Record<string, unknown>;

/** Each makes of a subgraph's data what its schema does not allow; undefined where there is nothing to change. */
const CHANGES: Readonly<Record<string, (data: Members) => unknown>> = {
  NULL: () => null,
  A_LIST: (data) => [data],
  A_TEXT: () => 'data',
  WITHOUT_A_MEMBER: (data) => {
    const [first] = Object.keys(data);
    return Object.fromEntries(Object.entries(data).filter(([key]) => key !== first));
  },
  WITH_ANOTHER_MEMBER: (data) => ({ ...data, another: 1 }),
  FEWER_ENTITIES: ({ _entities: all }) => (Array.isArray(all) ? { _entities: all.slice(1) } : undefined),
  MORE_ENTITIES: ({ _entities: all }) => (Array.isArray(all) ? { _entities: [...all, null] } : undefined),
  ENTITIES_THAT_ARE_TEXT: ({ _entities: all }) => (Array.isArray(all) ? { _entities: all.map(() => 'x') } : undefined),
  ANOTHER_MEMBER_WITHIN: (data) => changedWithin(data, (object) => ({ ...object, another: null })),
  AN_UNKNOWN_TYPE: (data) =>
    changedWithin(data, (object) =>
      typeof object.__typename === 'string' ? { ...object, __typename: 'Ghost' } : undefined,
    ),
};

/** The ways in which a subgraph fails. */
export const FAULTS: readonly string[] = ['DOWN', ...Object.keys(CHANGES), ...LEAF_FAULTS];

/** Makes one subgraph fail in one way, and counts how often that was possible. */
export function spoiling(subgraph: string, fault: string): { readonly spoil: Spoil; readonly times: () => number } {
  let times = 0;
  const spoil: Spoil = (name, reply) => {
    if (name !== subgraph) return unspoiled(name, reply);
    if (fault === 'DOWN') {
      times += 1;
      throw new Error('down');
    }
    if (!reply.data) return unspoiled(name, reply);
    const sent = JSON.parse(JSON.stringify(reply.data)) as Members;
    const data = CHANGES[fault] ? CHANGES[fault](sent) : withSpoiledLeaf(sent, reply.leaves, fault);
    if (data === undefined) return unspoiled(name, reply);
    times += 1;
    return { data };
  };
  return { spoil, times: () => times };
}

/** Changes the first object within that can be. */
function changedWithin(value: unknown, change: (object: Members) => unknown, top = true): unknown {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      const changed = changedWithin(item, change, false);
      if (changed !== undefined) return value.with(index, changed);
    }
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const own = top ? undefined : change(value as Members);
  if (own !== undefined) return own;
  for (const [key, inner] of Object.entries(value)) {
    const changed = changedWithin(inner, change, false);
    if (changed !== undefined) return { ...value, [key]: changed };
  }
  return undefined;
}
