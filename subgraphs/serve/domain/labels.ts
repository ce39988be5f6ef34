import 'reflect-metadata';
import type { Sensitivity as SensitivityName, Subject } from '@pasarela/schema/directives';
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

/** `@reads`: the field that an argument or an input field filters by. */
export const Reads = (field: `${string}.${string}`) => Directive(`@reads(field: "${field}")`) as AnyDecorator;

/** `@structural`: the type's fields follow the decision of the field that returns it. */
export const Structural = () => Directive('@structural') as AnyDecorator;

/** `@key`: the type is an entity, found by these fields in every subgraph that knows it. */
export const Key = (fields: string) => Directive(`@key(fields: "${fields}")`) as AnyDecorator;

/** `@shareable`: every subgraph that has this type or field answers it alike. */
export const Shareable = () => Directive('@shareable') as AnyDecorator;
