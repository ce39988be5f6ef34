import type { LabelTable, ValueKind } from '@pasarela/schema/labels/label';
import { type GraphQLSchema, isObjectType } from 'graphql';
import type { Row } from './rewrite-stores';
import { holdsObjects } from './what-is-shown';

/** One value inside a stored row, and the field or attribute that it is. */
export interface StoredValue {
  /** `Type.field`, `Type.attribute` for what only conditions read. */
  readonly coordinate: string;
  readonly path: readonly string[];
  readonly kind: ValueKind;
}

/** What the values of a row are told apart by. */
export interface ContractView {
  readonly api: GraphQLSchema;
  readonly labels: LabelTable;
}

/** Every value of a stored object that a field or a condition reads, outer ones before those inside. */
export const valuesIn = (type: string, row: object, view: ContractView): StoredValue[] =>
  valuesBelow({ type, path: [] }, row, view);

interface Place {
  readonly type: string;
  readonly path: readonly string[];
}

function valuesBelow({ type, path }: Place, row: object, view: ContractView): StoredValue[] {
  return namesIn(type, view)
    .filter((name) => Object.hasOwn(row, name))
    .flatMap((name) => {
      const coordinate = `${type}.${name}`;
      const label = view.labels.fields.get(coordinate);
      const here = { coordinate, path: [...path, name], kind: label?.kind ?? ('other' as const) };
      return [here, ...valuesInside({ type: label?.type ?? '', path: here.path }, (row as Row)[name], view)];
    });
}

/** The names of a type's fields and attributes. A column made for an input alone stays true to the field that the input reads. */
function namesIn(type: string, { api, labels }: ContractView): string[] {
  const known = api.getType(type);
  const fields = isObjectType(known) ? Object.keys(known.getFields()) : [];
  const attributes = [...(labels.records.get(type)?.attributes.values() ?? [])].map((attribute) => attribute.path);
  const inputs = [...labels.inputs.values()]
    .filter(({ reads }) => reads.some(({ field }) => field.startsWith(`${type}.`)))
    .map(({ coordinate }) => coordinate.split('.')[1]);
  return [...new Set([...fields, ...attributes.filter((attribute) => !inputs.includes(attribute))])];
}

function valuesInside({ type, path }: Place, value: unknown, view: ContractView): StoredValue[] {
  if (!holdsObjects(value)) return [];
  if (!Array.isArray(value)) return valuesBelow({ type, path }, value, view);
  return value.flatMap((item, index) => valuesBelow({ type, path: [...path, String(index)] }, item, view));
}

/** The value at a path; undefined where the path ends before. */
export const valueAt = (row: object, path: readonly string[]): unknown =>
  path.reduce<unknown>((value, key) => (value as Record<string, unknown> | null | undefined)?.[key], row);

/** A copy of a row with another value at a path. */
export function withValue(row: Row, path: readonly string[], value: unknown): Row {
  const copy = structuredClone(row);
  const holder = valueAt(copy, path.slice(0, -1)) as Record<string, unknown>;
  holder[path.at(-1) as string] = structuredClone(value);
  return copy;
}
