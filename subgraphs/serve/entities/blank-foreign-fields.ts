import { directive } from '@pasarela/schema/labels/read-directive';
import { fieldsOf, fieldsTypes } from '@pasarela/schema/labels/subgraph-types';
import { type DocumentNode, type GraphQLSchema, isObjectType } from 'graphql';

/**
 * Answers nothing for fields that belong to another subgraph (`@external`). Here they are only what a
 * representation claims: whoever asks for them would get their own words back, as if they were the owner's.
 *
 * @param named the schema's text, every directive under its real name.
 */
export function blankForeignFields(schema: GraphQLSchema, named: DocumentNode): void {
  for (const { type, field } of fieldsOf(fieldsTypes(named))) {
    if (!directive(field, 'external') && !directive(type, 'external')) continue;
    const holder = schema.getType(type.name.value);
    const foreign = isObjectType(holder) ? holder.getFields()[field.name.value] : undefined;
    if (foreign) foreign.resolve = () => null;
  }
}
