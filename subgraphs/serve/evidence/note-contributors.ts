import { CONTRIBUTED_BY, type LabelTable, OWNER_JOINT, type RecordLabel } from '@pasarela/schema/labels/label';
import {
  defaultFieldResolver,
  type GraphQLField,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  type ResponsePath,
} from 'graphql';
import { recordOf } from '../domain/raw-record';
import type { ServeContext } from '../domain/serve-context';
import { concreteName } from '../mask/without-hidden';
import type { AnswerContributors } from './answer-contributors';
import { fieldsLeadingTo } from './fields-leading-to';

/**
 * Notes, in a joint domain, at which places of an answer whose records stand. Only fields that bring joint records
 * are wrapped. INVARIANT: done after rows are hidden, so that places are those of the answer.
 */
export function noteContributors(schema: GraphQLSchema, labels: LabelTable): void {
  for (const field of fieldsLeadingTo(schema, (type) => isJoint(labels.records.get(type)))) noteInField(field, labels);
}

const isJoint = (label: RecordLabel | undefined): label is RecordLabel => label?.owner === OWNER_JOINT;

function noteInField(field: GraphQLField<unknown, ServeContext>, labels: LabelTable): void {
  const resolve = field.resolve ?? defaultFieldResolver;
  const named = getNamedType(field.type);
  field.resolve = (source, args, context, info) => {
    const resolved: unknown = resolve(source, args, context, info);
    const { contributors } = context;
    if (!contributors) return resolved;
    const typeOf = async (value: object) =>
      isAbstractType(named) ? concreteName(value, named, context, info) : named.name;
    return noteIn(resolved, placeOf(info), async (value, place) => {
      noteAt(place, value, { contributors, label: labels.records.get(await typeOf(value)) });
    });
  };
}

/** The place of a field in the answer. */
function placeOf({ path }: GraphQLResolveInfo): string {
  let place = '';
  for (let at: ResponsePath | undefined = path; at; at = at.prev) place = `/${at.key}${place}`;
  return place;
}

type Note = (value: object, place: string) => Promise<void>;

/** A value, once the objects in it are noted, each at its own place; what fails in a list fails there alone. */
async function noteIn(resolved: unknown, place: string, note: Note): Promise<unknown> {
  const value = await resolved;
  if (value === null || typeof value !== 'object') return value;
  if (Symbol.iterator in value) return itemsOf(value as Iterable<unknown>, place, note);
  await note(value, place);
  return value;
}

async function itemsOf(items: Iterable<unknown>, place: string, note: Note): Promise<unknown[]> {
  const settled = await Promise.allSettled([...items].map((item, at) => noteIn(item, `${place}/${at}`, note)));
  // A promise that was rejected is passed on as it is: its place alone is blank, with its error.
  return settled.map((one) => (one.status === 'fulfilled' ? one.value : rejectedLater(one.reason)));
}

function rejectedLater(reason: unknown): Promise<never> {
  const rejected = Promise.reject(reason);
  rejected.catch(() => undefined);
  return rejected;
}

interface Noted {
  readonly contributors: AnswerContributors;
  readonly label: RecordLabel | undefined;
}

function noteAt(place: string, value: object, { contributors, label }: Noted): void {
  const record = recordOf(value);
  if (!record || !isJoint(label)) return;
  contributors.note(place, label.type, { contributor: contributorOf(record, label) ?? OWNER_JOINT, record });
}

/** The party that contributed a record; undefined where the record does not say so. */
function contributorOf(record: object, { attributes }: RecordLabel): string | undefined {
  const steps = (attributes.get(CONTRIBUTED_BY)?.path ?? CONTRIBUTED_BY).split('.');
  const found = steps.reduce<unknown>(
    (value, step) => (value as Readonly<Record<string, unknown>> | null | undefined)?.[step],
    record,
  );
  return typeof found === 'string' ? found : undefined;
}
