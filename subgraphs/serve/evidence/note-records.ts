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
import { resolvedName } from '../mask/without-hidden';
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
    if (resolved === null || typeof resolved !== 'object') return resolved;
    const noting: Noting = { note, context, info, waits: undefined };
    return isThenable(resolved) ? resolved.then((value) => whenNoted(value, noting)) : whenNoted(resolved, noting);
  };
}

/** Notes one object of a field; a promise where its type is not known at once. */
type NoteInField = (value: object, context: ServeContext, info: GraphQLResolveInfo) => PromiseLike<void> | void;

const noteAs =
  (type: string): NoteInField =>
  (value, context) => {
    context.disclosed.add(type, recordOf(value));
  };

const noteByItsType =
  (named: GraphQLAbstractType, labels: LabelTable): NoteInField =>
  (value, context, info) => {
    const add = (type = '') => {
      if (labels.records.has(type)) context.disclosed.add(type, recordOf(value));
    };
    try {
      const type = resolvedName(value, named, context, info);
      return isThenable<string | undefined>(type) ? type.then(add) : add(type);
    } catch (error) {
      // A throw here would leave the other waits, and what they fail with, to nobody.
      return Promise.reject(error);
    }
  };

/** How what one field resolved to is noted. */
interface Noting {
  readonly note: NoteInField;
  readonly context: ServeContext;
  readonly info: GraphQLResolveInfo;
  /** What has to be waited for; most fields have nothing of the kind. */
  waits: Array<PromiseLike<unknown>> | undefined;
}

/** A value, once the objects in it are noted: itself, or a promise where something of it has to be waited for. */
function whenNoted(value: unknown, noting: Noting): unknown {
  noteIn(value, noting);
  return noting.waits ? Promise.all(noting.waits).then(() => value) : value;
}

/** Notes a value, or each of a list of them, lists in lists too. */
function noteIn(value: unknown, noting: Noting): void {
  if (value === null || typeof value !== 'object') return;
  if (isThenable(value))
    waitFor(
      value.then((it) => whenNoted(it, { ...noting, waits: undefined })),
      noting,
    );
  else if (Symbol.iterator in value) for (const item of value as Iterable<unknown>) noteIn(item, noting);
  else {
    const wait = noting.note(value, noting.context, noting.info);
    if (wait) waitFor(wait, noting);
  }
}

function waitFor(wait: PromiseLike<unknown>, noting: Noting): void {
  noting.waits ??= [];
  noting.waits.push(wait);
}

const isThenable = <Value = unknown>(value: unknown): value is PromiseLike<Value> =>
  typeof (value as { then?: unknown } | null | undefined)?.then === 'function';
