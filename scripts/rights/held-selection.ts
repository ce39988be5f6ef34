import {
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';

const DEEPEST = 3;
/** Of an entry of a code list these say all that the record says of it. */
const CODE_LIST = ['code', 'name', 'nameEn', 'nameEs'];

/** Every field of a type that a requester's own view of the schema has, written as a selection. */
export function heldSelection(schema: GraphQLSchema, typeName: string): string {
  const type = schema.getType(typeName);
  if (!isObjectType(type)) throw new Error(`Nothing of ${typeName} is shown to you for this purpose.`);
  return selectionOf(type, 1);
}

function selectionOf(type: GraphQLObjectType, depth: number): string {
  const fields = Object.values(type.getFields());
  const isCode = fields.some(({ name }) => name === 'code');
  const told = isCode ? fields.filter(({ name }) => CODE_LIST.includes(name)) : fields;
  return told.flatMap((field) => fieldText(field, depth)).join(' ');
}

function fieldText(field: GraphQLField<unknown, unknown>, depth: number): string[] {
  const type = getNamedType(field.type);
  if (field.args.some(isRequiredArgument)) return [];
  if (isLeafType(type)) return [field.name];
  if (!isObjectType(type) || depth === DEEPEST) return [];
  const inner = selectionOf(type, depth + 1);
  return inner === '' ? [] : [`${field.name} { ${inner} }`];
}
