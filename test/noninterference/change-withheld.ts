import { isUnpublished } from '@pasarela/schema/access/foreign-join';
import { scatteredId } from '@pasarela/serve/domain/scattered-id';
import { isObjectType } from 'graphql';
import { figureRow, isFigure } from './change-figures';
import { withOtherItems } from './other-items';
import { otherValues } from './other-values';
import type { Rewrite, Row } from './rewrite-stores';
import { type ContractView, type StoredValue, valueAt, valuesIn, withValue } from './stored-values';
import type { WithheldChange } from './withheld-change';

/**
 * Changes everything that a requester is not shown, and nothing that they are: each value is exchanged for any
 * other under which the row looks the same to them; rows that do not exist for them are added, removed, changed.
 */
export const changeWithheld =
  (change: WithheldChange): Rewrite =>
  (model, rows, definition) => {
    if (isFigure(model)) return rows.map((row) => figureRow(row, { model, definition }, change));
    if (!holdsUnpublished(model, change.view)) return rows;
    const seen = valuesSeen(model, rows, change.view);
    return rows.flatMap((row, index) =>
      change.shown.isHidden(model, row)
        ? hiddenRows(model, row, { change, index, rows })
        : [changedRow(model, withOtherItems(model, row, { change, rows }), { change, seen })],
    );
  };

/** Whether a model's rows are objects of the contract of which something is not published. */
function holdsUnpublished(model: string, { api, labels }: ContractView): boolean {
  const type = api.getType(model);
  const names = isObjectType(type) ? Object.keys(type.getFields()) : [];
  return names.some((name) => isUnpublished(labels.fields.get(`${model}.${name}`)));
}

type ValuesSeen = ReadonlyMap<string, readonly unknown[]>;

function valuesSeen(type: string, rows: readonly Row[], view: ContractView): ValuesSeen {
  const seen = new Map<string, unknown[]>();
  for (const row of rows)
    for (const { coordinate, path } of valuesIn(type, row, view))
      seen.set(coordinate, [...(seen.get(coordinate) ?? []), valueAt(row, path)]);
  return seen;
}

function changedRow(type: string, row: Row, { change, seen }: Omit<Exchange, 'value' | 'looks'>): Row {
  const { shown, view } = change;
  const looks = shown.textOf(type, row);
  const exchanged: string[] = [];
  return valuesIn(type, row, view).reduce((before, value) => {
    const place = value.path.join('.');
    // What stands inside something that was exchanged as a whole is gone.
    if (exchanged.some((path) => place.startsWith(`${path}.`)) || shown.isWhole(value.coordinate, type, row))
      return before;
    const after = exchangedValue(type, before, { value, change, seen, looks });
    if (!after) return before;
    exchanged.push(place);
    change.values.add(value.coordinate);
    return after;
  }, row);
}

interface Exchange {
  readonly value: StoredValue;
  readonly change: WithheldChange;
  readonly seen: ValuesSeen;
  /** How the row looks to the requester. */
  readonly looks: string;
}

/** The row with another value in one place, if it looks the same with some other value. */
function exchangedValue(type: string, row: Row, { value, change, seen, looks }: Exchange): Row | undefined {
  const { shown, random } = change;
  const others = otherValues(valueAt(row, value.path), { ...value, seen: seen.get(value.coordinate) ?? [], random });
  for (const other of others) {
    const after = withValue(row, value.path, other);
    if (shown.textOf(type, after) === looks) return after;
  }
  return undefined;
}

interface Hiding {
  readonly change: WithheldChange;
  readonly index: number;
  readonly rows: readonly Row[];
}

/** One hidden row of three goes, one gets other values, one stays and gets another beside it. */
function hiddenRows(type: string, row: Row, { change, index, rows }: Hiding): readonly Row[] {
  change.rows.add(type);
  const other = { ...otherHiddenRow(type, row, { change, index, rows }), _id: row._id };
  if (index % 3 === 1) return [other];
  const added = { ...other, _id: scatteredId('added', `${type} ${index}`) };
  change.hidden.set(type, [...(change.hidden.get(type) ?? []), index % 3 === 0 ? row._id : added._id]);
  return index % 3 === 0 ? [] : [row, added];
}

/** Another row's values under which the row stays hidden. */
function otherHiddenRow(type: string, row: Row, { change, rows }: Hiding): Row {
  return Object.keys(row).reduce((before, key) => {
    const after = withValue(before, [key], change.random.pick(rows)[key]);
    return change.shown.isHidden(type, after) ? after : before;
  }, row);
}
