import type { LabelTable } from '@pasarela/schema/labels/label';
import {
  defaultFieldResolver,
  type GraphQLAbstractType,
  type GraphQLField,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
} from 'graphql';
import { recordOf } from '../domain/raw-record';
import type { ServeContext } from '../domain/serve-context';
import { concreteName } from '../mask/without-hidden';
import { fieldsLeadingTo } from './fields-leading-to';

/**
 * Notes each stored record that an answer holds, on every way to it. Only fields that lead to a record type are
 * wrapped. INVARIANT: done after rows are hidden, so that what is hidden is not noted.
 */
export function noteRecords(schema: GraphQLSchema, labels: LabelTable): void {
  for (const field of fieldsLeadingTo(schema, (type) => labels.records.has(type))) noteInField(field, labels);
}

function noteInField(field: GraphQLField<unknown, ServeContext>, labels: LabelTable): void {
  const resolve = field.resolve ?? defaultFieldResolver;
  const named = getNamedType(field.type);
  const note = isAbstractType(named) ? noteByItsType(named, labels) : noteAs(named.name);
  // What is there at once is noted at once: to wait costs more than to note.
  field.resolve = (source, args, context, info) => {
    const resolved: unknown = resolve(source, args, context, info);
    return isThenable(resolved)
      ? resolved.then((value) => whenNoted(value, (one) => note(one, context, info)))
      : whenNoted(resolved, (one) => note(one, context, info));
  };
}

/** Notes one object; a promise where its type is not known at once. */
type Note = (value: object, context: ServeContext, info: GraphQLResolveInfo) => Promise<void> | undefined;

const noteAs =
  (type: string): Note =>
  (value, context) => {
    context.disclosed.add(type, recordOf(value));
    return undefined;
  };

const noteByItsType =
  (named: GraphQLAbstractType, labels: LabelTable): Note =>
  async (value, context, info) => {
    const type = await concreteName(value, named, context, info);
    if (labels.records.has(type)) context.disclosed.add(type, recordOf(value));
  };

/** A value, once the objects in it are noted: itself, or a promise where something of it has to be waited for. */
function whenNoted(value: unknown, note: (one: object) => Promise<void> | undefined): unknown {
  const waits = [...objectsIn(value)].map((one) =>
    isThenable(one) ? one.then((it) => whenNoted(it, note)) : note(one),
  );
  const pending = waits.filter((wait) => wait !== undefined);
  return pending.length === 0 ? value : Promise.all(pending).then(() => value);
}

/** The objects of a value or of a list of them, lists in lists too; promises as they are. */
function* objectsIn(value: unknown): Generator<object> {
  if (value === null || typeof value !== 'object') return;
  if (isThenable(value) || !(Symbol.iterator in value)) yield value;
  else for (const item of value as Iterable<unknown>) yield* objectsIn(item);
}

const isThenable = (value: unknown): value is Promise<unknown> =>
  typeof (value as { then?: unknown } | null | undefined)?.then === 'function';
