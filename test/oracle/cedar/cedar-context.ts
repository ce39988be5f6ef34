import type { CedarValueJson } from '@cedar-policy/cedar-wasm/nodejs';
import type { DecisionSubject } from '@pasarela/schema/access/decision-subject';
import type { AttributeLabel } from '@pasarela/schema/labels/label';
import { AGENCIES, LABELS } from '../domain';
import { type Tag, type TaggedValue, taggedList, taggedValue } from './cedar-value';

const DAY = 86_400_000;
const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** What a context is made of. */
export interface ContextParts {
  readonly subject: DecisionSubject;
  /** The type that the record is of. */
  readonly type: string;
  readonly record: object | undefined;
  /** The variables that conditions name. */
  readonly variables: readonly string[];
}

/** The request, and a record of a type, as Cedar's context. */
export function contextOf({ subject, type, record, variables }: ContextParts): Record<string, CedarValueJson> {
  return {
    purpose: subject.purpose,
    open: [...(subject.open ?? [])],
    at: { __extn: { fn: 'datetime', arg: new Date(subject.at).toISOString() } },
    record: recordOf(type, record),
    variables: Object.fromEntries(
      variables.filter((name) => isKnown(name, subject)).map((name) => [name, variableOf(name, subject)]),
    ),
  };
}

/** An agency that is not the requester's own party's is unknown. */
const isKnown = (variable: string, { requester: { party, agency } }: DecisionSubject): boolean =>
  variable !== '$requester.agency' || (Object.hasOwn(AGENCIES, party) && AGENCIES[party]?.includes(agency) === true);

function variableOf(name: string, { requester, purpose, at, caseGiven = false }: DecisionSubject): TaggedValue {
  if (name === '$requester.party') return taggedValue(requester.party);
  if (name === '$requester.agency') return taggedValue(requester.agency);
  if (name === '$requester.roles') return taggedList('string', requester.roles);
  if (name === '$purpose') return taggedValue(purpose);
  if (name === '$caseGiven') return taggedValue(caseGiven);
  if (name === '$today') return taggedValue(dayOf(at));
  return taggedValue(dayOf(at - Number(name.replace('$daysAgo.', '')) * DAY));
}

/** What conditions may read of a record: the attributes that its type has, where the value has the attribute's type. */
function recordOf(type: string, record: object | undefined): Record<string, TaggedValue> {
  const attributes = [...(LABELS.records.get(type)?.attributes.values() ?? [])];
  return Object.fromEntries(
    attributes.flatMap((attribute) => {
      const value = attributeOf(attribute, record);
      return value === undefined ? [] : [[attribute.name, value]];
    }),
  );
}

function attributeOf({ path, type, list }: AttributeLabel, record: object | undefined): TaggedValue | undefined {
  const value = path.split('.').reduce<unknown>(memberOf, record);
  const tag = type.toLowerCase() as Tag;
  if (list) return Array.isArray(value) ? taggedList(tag, value) : undefined;
  return typeof value === tag ? taggedValue(value as string | number | boolean) : undefined;
}

const memberOf = (holder: unknown, name: string): unknown =>
  typeof holder === 'object' && holder !== null ? (holder as Record<string, unknown>)[name] : undefined;
