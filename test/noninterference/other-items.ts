import type { Row } from './rewrite-stores';
import { withValue } from './stored-values';
import { holdsObjects } from './what-is-shown';
import type { WithheldChange } from './withheld-change';

const TRIES = 4;

/** A row whose lists of objects hold others of those that do not exist for the requester: fewer, and some of other rows. */
export function withOtherItems(type: string, row: Row, { change, rows }: OtherItems): Row {
  const looks = change.shown.textOf(type, row);
  let changed = row;
  for (const key of Object.keys(row).filter((name) => Array.isArray(row[name]) && holdsObjects(row[name])))
    for (let tries = 0; tries < TRIES; tries++) {
      const after = withValue(changed, [key], otherList(changed[key] as readonly unknown[], { change, rows, key }));
      if (change.shown.textOf(type, after) !== looks) continue;
      change.values.add(`${type}.${key}`);
      changed = after;
    }
  return changed;
}

/** A list without one of its items, or with one of another row. */
function otherList(items: readonly unknown[], { change, rows, key }: OtherItems & { key: string }): unknown[] {
  if (items.length > 0 && change.random.chance(0.5))
    return items.toSpliced(change.random.integer(0, items.length - 1), 1);
  const elsewhere = rows.flatMap((row) => (row[key] as unknown[] | null | undefined) ?? []);
  return [change.random.pick(elsewhere), ...items];
}

interface OtherItems {
  readonly change: WithheldChange;
  readonly rows: readonly Row[];
}
