import { CHAINS } from '@pasarela/schema/access/levels';
import type { LabelTable } from '@pasarela/schema/labels/label';
import { defaultFieldResolver, type GraphQLField, type GraphQLSchema, isObjectType } from 'graphql';
import type { ServeContext } from '../domain/serve-context';
import { lowerValue } from './lower-value';

/**
 * Makes the fields that a rule can lower answer at the requester's level, at the source. Only fields
 * whose chain has a level between nothing and everything are wrapped; all others keep their plain speed.
 */
export function maskFields(schema: GraphQLSchema, labels: LabelTable): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) maskField(`${type.name}.${field.name}`, field, labels);
  }
}

function maskField(coordinate: string, field: GraphQLField<unknown, ServeContext>, labels: LabelTable): void {
  const label = labels.fields.get(coordinate);
  if (!label || label.structural || CHAINS[label.kind].length < 3) return;
  const resolve = field.resolve ?? defaultFieldResolver;
  const top = CHAINS[label.kind].at(-1);
  field.resolve = (source, args, context, info) => {
    const level = context.level(coordinate);
    const value = resolve(source, args, context, info);
    if (level === top) return value;
    return value instanceof Promise
      ? value.then((settled) => lowerValue(label.kind, level, settled, context))
      : lowerValue(label.kind, level, value, context);
  };
}
