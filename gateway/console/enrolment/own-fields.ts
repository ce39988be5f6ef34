import {
  type ConstDirectiveNode,
  type DefinitionNode,
  type FieldDefinitionNode,
  Kind,
  parse,
  valueFromASTUntyped,
} from 'graphql';

/** A field that a party owns, and what its schema says of it. */
export type OwnField = { coordinate: string; sensitivity: string; about: string[] };

type FieldsType = Extract<DefinitionNode, { fields?: readonly FieldDefinitionNode[] | undefined }>;

/** Reads the fields that a party owns from a schema. Throws when it is no GraphQL, or renames the label directives. */
export function ownFieldsIn(sdl: string, party: string): OwnField[] {
  const { definitions } = parse(sdl);
  // Under other names labels would be read as missing: the command knows every name, this page only the usual ones.
  if (/\bas\s*:\s*"@(?!link)/.test(sdl)) throw new Error('renames directives');
  const types = definitions.filter(isFieldsType);
  const keys = new Set(types.flatMap((type) => keysOf(type).map((key) => `${type.name.value}.${key}`)));
  return types
    .filter((type) => !has(type, 'structural') && !has(type, 'external') && type.name.value !== 'Mutation')
    .flatMap((type) => (type.fields ?? []).map((field) => ({ type, field })))
    .filter(({ type, field }) => ownerOf(type, field) === party && !has(field, 'external'))
    .map(({ type, field }) => ({
      coordinate: `${type.name.value}.${field.name.value}`,
      sensitivity: String(argument(field, 'sensitivity', 'as') ?? ''),
      about: (argument(field, 'about', 'subjects') as string[] | undefined) ?? [],
    }))
    .filter(({ coordinate }) => !keys.has(coordinate));
}

const FIELDS_TYPES: readonly Kind[] = [
  Kind.OBJECT_TYPE_DEFINITION,
  Kind.OBJECT_TYPE_EXTENSION,
  Kind.INTERFACE_TYPE_DEFINITION,
  Kind.INTERFACE_TYPE_EXTENSION,
];
const isFieldsType = (node: DefinitionNode): node is FieldsType & { kind: Kind.OBJECT_TYPE_DEFINITION } =>
  FIELDS_TYPES.includes(node.kind);

type Directed = { readonly directives?: readonly ConstDirectiveNode[] | undefined };

const named = ({ directives = [] }: Directed, name: string) => directives.filter((one) => one.name.value === name);
const has = (node: Directed, name: string): boolean => named(node, name).length > 0;

function argument(node: Directed, directive: string, name: string): unknown {
  const found = named(node, directive)[0]?.arguments?.find((one) => one.name.value === name);
  return found && valueFromASTUntyped(found.value);
}

const ownerOf = (type: FieldsType, field: FieldDefinitionNode): unknown =>
  argument(field, 'owner', 'party') ?? argument(type as Directed, 'owner', 'party');

/** The fields of a type's own that its keys name. */
const keysOf = (type: FieldsType): string[] =>
  named(type as Directed, 'key').flatMap((key) => {
    const fields = key.arguments?.find((one) => one.name.value === 'fields')?.value;
    const text = fields?.kind === Kind.STRING ? fields.value.replace(/\{[^}]*\}/g, '') : '';
    return text.split(/[\s,]+/).filter(Boolean);
  });
