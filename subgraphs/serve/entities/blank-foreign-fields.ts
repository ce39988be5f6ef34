import { parseWithRealNames } from '@pasarela/schema/labels/parse-with-real-names';
import { directive } from '@pasarela/schema/labels/read-directive';
import { fieldsOf, fieldsTypes } from '@pasarela/schema/labels/subgraph-types';
import { type GraphQLSchema, isObjectType } from 'graphql';

/**
 * Answers nothing for fields that belong to another subgraph (`@external`). Here they are only what a
 * representation claims: whoever asks for them would get their own words back, as if they were the owner's.
 */
export function blankForeignFields(schema: GraphQLSchema, sdl: string): void {
  for (const { type, field } of fieldsOf(fieldsTypes(parseWithRealNames(sdl)))) {
    if (!directive(field, 'external') && !directive(type, 'external')) continue;
    const named = schema.getType(type.name.value);
    const foreign = isObjectType(named) ? named.getFields()[field.name.value] : undefined;
    if (foreign) foreign.resolve = () => null;
  }
}
