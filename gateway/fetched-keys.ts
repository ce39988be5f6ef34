import { TYPENAME_ALIAS } from '@pasarela/schema/access/operation-walk';
import { type FieldNode, Kind, type SelectionSetNode, visit } from 'graphql';

const CHOSEN = '_pasarela_as_';

/**
 * The key under which a field is fetched: its name, or one of our own for an alias.
 *
 * INVARIANT: no alias of a client is a key of fetched data. The planner adds what it needs to know of an object under
 * the fields' own names and does not look who bears them already: by `id: name` a client would have the names taken
 * for ids, and whoever they name be asked about.
 */
export function fetchedKey({ alias, name }: Pick<FieldNode, 'alias' | 'name'>): string {
  if (!alias || alias.value === name.value) return name.value;
  return alias.value === TYPENAME_ALIAS ? alias.value : CHOSEN + alias.value;
}

/** Selections of which each field bears the key under which it is fetched. */
export const withFetchedKeys = (selections: SelectionSetNode): SelectionSetNode =>
  visit(selections, {
    Field: (node) =>
      node.alias ? { ...node, alias: { kind: Kind.NAME, value: fetchedKey(node) } as const } : undefined,
  });

/** The client's own key for a key of fetched data, or an index as it is. */
export const askedKey = (key: string | number): string | number =>
  typeof key === 'string' && key.startsWith(CHOSEN) ? key.slice(CHOSEN.length) : key;
