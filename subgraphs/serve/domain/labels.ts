import 'reflect-metadata';
import type {
  AttributeType,
  RecordSubject,
  Sensitivity as SensitivityName,
  Subject,
} from '@pasarela/schema/directives';
import { Directive } from 'type-graphql';

type AnyDecorator = ClassDecorator & MethodDecorator & PropertyDecorator & ParameterDecorator;

/** `@owner`: whose data a type, or one field of it, is. */
export const Owner = (party: string) => Directive(`@owner(party: "${party}")`) as AnyDecorator;

/** `@sensitivity`, and from PERSONAL up `@about`, on one field. */
export function Sensitivity(as: SensitivityName, ...subjects: Subject[]): AnyDecorator {
  const decorators = [Directive(`@sensitivity(as: ${as})`)];
  if (subjects.length > 0) decorators.push(Directive(`@about(subjects: [${subjects.join(', ')}])`));
  return ((...target: Parameters<PropertyDecorator>) => {
    for (const decorate of decorators) (decorate as AnyDecorator)(...target);
  }) as AnyDecorator;
}

/** `@counts`: the field is a dimension that may be counted. */
export const Counts = (dimension: string) => Directive(`@counts(dimension: "${dimension}")`) as AnyDecorator;

/** `@computedFrom`: the fields of this subgraph that the value is computed from; it is shown as far as all of them are. */
export const ComputedFrom = (fields: string) => Directive(`@computedFrom(fields: "${fields}")`) as AnyDecorator;

/** `@reads`: the field that an argument or an input field filters by. @param at the level of it that suffices. */
export const Reads = (field: `${string}.${string}`, at?: string) =>
  Directive(`@reads(field: "${field}"${at ? `, at: "${at}"` : ''})`) as AnyDecorator;

/** `@record`: what the type's rows are records of. */
export const Records = (of: RecordSubject) => Directive(`@record(of: ${of})`) as AnyDecorator;

/** What conditions of rules may read of a stored record. */
export interface AttributeOptions {
  /** Where it stands in the record, dotted; the attribute's name unless said otherwise. */
  readonly path?: string;
  /** STRING unless said otherwise; dates are strings in ISO 8601. */
  readonly type?: AttributeType;
  readonly list?: boolean;
  readonly as: SensitivityName;
  /** False only for what can never change after the record was first visible. */
  readonly changes?: boolean;
}

/** `@attribute`: what conditions of rules may read of the type's stored records. */
export function Attribute(name: string, { path, type = 'STRING', list, as, changes }: AttributeOptions): AnyDecorator {
  const written = [
    `name: "${name}"`,
    ...(path ? [`path: "${path}"`] : []),
    `type: ${type}`,
    ...(list ? ['list: true'] : []),
    `as: ${as}`,
    ...(changes === false ? ['changes: false'] : []),
  ];
  return Directive(`@attribute(${written.join(', ')})`) as AnyDecorator;
}

/** `@structural`: the type's fields follow the decision of the field that returns it. */
export const Structural = () => Directive('@structural') as AnyDecorator;

/** `@key`: the type is an entity, found by these fields in every subgraph that knows it. */
export const Key = (fields: string) => Directive(`@key(fields: "${fields}")`) as AnyDecorator;

/** `@shareable`: every subgraph that has this type or field answers it alike. */
export const Shareable = () => Directive('@shareable') as AnyDecorator;
