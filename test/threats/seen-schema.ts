/** What introspection tells about a type, as far as it matters here. */
export interface SeenType {
  readonly name: string;
  readonly fields: ReadonlyArray<{ name: string; type: TypeRef; args: readonly SeenInput[] }> | null;
  readonly inputFields: readonly SeenInput[] | null;
  readonly enumValues: ReadonlyArray<{ name: string }> | null;
  readonly interfaces: ReadonlyArray<{ name: string }> | null;
}
interface SeenInput {
  readonly name: string;
  readonly type: TypeRef;
}
interface TypeRef {
  readonly name: string | null;
  readonly ofType?: TypeRef | null;
}

const REF = 'name ofType { name ofType { name ofType { name } } }';
const INPUT = `name description type { ${REF} }`;

/** Everything that introspection can tell of a type. */
export const TYPE_SELECTION = `name kind description specifiedByURL
  fields(includeDeprecated: true) { name description type { ${REF} } args(includeDeprecated: true) { ${INPUT} } }
  inputFields(includeDeprecated: true) { ${INPUT} }
  enumValues(includeDeprecated: true) { name description }
  possibleTypes { name } interfaces { name }`;

/** A schema as it was introspected: every coordinate in it, and the names of its types. */
export interface SeenSchema {
  readonly types: ReadonlySet<string>;
  /** `Type.field`. */
  readonly fields: ReadonlySet<string>;
  /** `Type.field(argument:)` and `InputType.field`. */
  readonly inputs: ReadonlySet<string>;
  /** `Enum.VALUE`. */
  readonly enumValues: ReadonlySet<string>;
  /** The types that a field, an argument or an input field of it returns or takes, and the interfaces of these. */
  readonly reached: ReadonlySet<string>;
  /** The whole answer, descriptions included. */
  readonly text: string;
}

/** Reads an answer to `types { TYPE_SELECTION }`; types of introspection itself are left out. */
export function seenSchema(types: readonly SeenType[]): SeenSchema {
  const own = types.filter(({ name }) => !name.startsWith('__'));
  const fields = own.flatMap((type) => (type.fields ?? []).map((field) => ({ ...field, on: type.name })));
  const args = fields.flatMap(({ on, name, args: taken }) =>
    taken.map((arg) => ({ ...arg, coordinate: `${on}.${name}(${arg.name}:)` })),
  );
  const inputFields = own.flatMap(({ name: on, inputFields: taken }) =>
    (taken ?? []).map((field) => ({ ...field, coordinate: `${on}.${field.name}` })),
  );
  return {
    types: new Set(own.map(({ name }) => name)),
    fields: new Set(fields.map(({ on, name }) => `${on}.${name}`)),
    inputs: new Set([...args, ...inputFields].map(({ coordinate }) => coordinate)),
    enumValues: new Set(
      own.flatMap(({ name: on, enumValues }) => (enumValues ?? []).map(({ name }) => `${on}.${name}`)),
    ),
    reached: withInterfaces(new Set([...fields, ...args, ...inputFields].map(({ type }) => namedType(type))), own),
    text: JSON.stringify(types),
  };
}

function withInterfaces(reached: ReadonlySet<string>, types: readonly SeenType[]): Set<string> {
  const interfaces = types.filter(({ name }) => reached.has(name)).flatMap((type) => type.interfaces ?? []);
  return new Set([...reached, ...interfaces.map(({ name }) => name)]);
}

function namedType({ name, ofType }: TypeRef): string {
  return ofType ? namedType(ofType) : (name ?? '');
}
