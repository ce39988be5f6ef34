import {
  type ConstDirectiveNode,
  type FieldDefinitionNode,
  type InterfaceTypeDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
  type SelectionSetNode,
} from 'graphql';

/** What a supergraph says of its fields that resolvers need. */
export interface SupergraphFacts {
  /** The fields that stand at the top of any key of a type. */
  readonly keyFields: ReadonlyMap<string, ReadonlySet<string>>;
  /** Fields (`Type.field`) that an interface object adds to each member: the interface. */
  readonly addedBy: ReadonlyMap<string, string>;
  /** What a field requires, by `Type.field`. */
  readonly requires: ReadonlyMap<string, SelectionSetNode>;
  /** Names of fields that stand anywhere in a requirement or key: they do not fail. */
  readonly needed: ReadonlySet<string>;
  /** The graphs that resolve a field, by `Type.field`. */
  readonly resolvedBy: ReadonlyMap<string, readonly string[]>;
  /** Fields that some graph says are not null. */
  readonly neverNull: ReadonlySet<string>;
  /** Interfaces that have a key. */
  readonly entityInterfaces: ReadonlySet<string>;
  /** Interfaces that some graph knows as one object type. */
  readonly interfaceObjects: ReadonlySet<string>;
  /** Types that have a key. */
  readonly entities: ReadonlySet<string>;
  /** The members of unions and interfaces in each graph: `GRAPH Abstract Member`. */
  readonly members: ReadonlySet<string>;
}

type TypeNode = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode;

/** Reads the join directives of a supergraph. */
export function supergraphFacts(supergraphSdl: string): SupergraphFacts {
  const { definitions } = parse(supergraphSdl);
  const types = definitions.filter(
    (node): node is TypeNode =>
      node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.INTERFACE_TYPE_DEFINITION,
  );
  const facts = {
    keyFields: new Map<string, Set<string>>(),
    addedBy: new Map<string, string>(),
    requires: new Map<string, SelectionSetNode>(),
    needed: new Set<string>(),
    resolvedBy: new Map<string, readonly string[]>(),
    neverNull: new Set<string>(),
    entityInterfaces: new Set<string>(),
    interfaceObjects: new Set<string>(),
    entities: new Set<string>(),
    members: new Set<string>(),
  };
  for (const union of definitions.filter((node) => node.kind === Kind.UNION_TYPE_DEFINITION))
    for (const { graph, member } of joinsOf(union, 'join__unionMember'))
      facts.members.add(`${graph} ${union.name.value} ${member}`);
  for (const type of types) readType(type, types, facts);
  return facts;
}

function readType(type: TypeNode, types: readonly TypeNode[], facts: ReturnType<typeof supergraphFacts>): void {
  const all = facts as MutableFacts;
  const name = type.name.value;
  const joins = joinsOf(type, 'join__type');
  for (const { graph, interface: above } of joinsOf(type, 'join__implements'))
    all.members.add(`${graph} ${above} ${name}`);
  const keys = joins.flatMap(({ key }) => (key === undefined ? [] : [fieldSet(key)]));
  if (joins.some(({ isInterfaceObject }) => isInterfaceObject === 'true')) all.interfaceObjects.add(name);
  if (keys.length > 0) all.entities.add(name);
  if (keys.length > 0 && type.kind === Kind.INTERFACE_TYPE_DEFINITION) all.entityInterfaces.add(name);
  all.keyFields.set(name, new Set(keys.flatMap((set) => namesOf(set, false))));
  for (const needed of keys.flatMap((set) => namesOf(set, true))) all.needed.add(needed);
  const graphs = [...new Set(joins.flatMap(({ graph }) => graph ?? []))];
  for (const field of type.fields ?? []) readField({ type, field, graphs, types }, all);
}

type MutableFacts = {
  [Name in keyof SupergraphFacts]: SupergraphFacts[Name] extends ReadonlySet<string>
    ? Set<string>
    : SupergraphFacts[Name] extends ReadonlyMap<string, infer Value>
      ? Map<string, Value>
      : never;
};

interface FieldPlace {
  readonly type: TypeNode;
  readonly field: FieldDefinitionNode;
  readonly graphs: readonly string[];
  readonly types: readonly TypeNode[];
}

function readField({ type, field, graphs, types }: FieldPlace, facts: MutableFacts): void {
  const coordinate = `${type.name.value}.${field.name.value}`;
  const joins = joinsOf(field, 'join__field');
  for (const { requires, type: narrow } of joins) {
    if (narrow?.endsWith('!')) facts.neverNull.add(coordinate);
    if (requires === undefined) continue;
    const set = fieldSet(requires);
    facts.requires.set(coordinate, set);
    for (const needed of namesOf(set, true)) facts.needed.add(needed);
  }
  if (joins.length > 0 && joins.every(({ graph }) => graph === undefined))
    facts.addedBy.set(coordinate, interfaceWith(field.name.value, type, types));
  const resolving = joins.filter(({ external }) => external !== 'true').flatMap(({ graph }) => graph ?? []);
  facts.resolvedBy.set(coordinate, joins.length > 0 ? resolving : graphs);
}

function interfaceWith(field: string, type: TypeNode, types: readonly TypeNode[]): string {
  const mine = new Set(type.interfaces?.map(({ name }) => name.value));
  const found = types.find(
    (other) =>
      mine.has(other.name.value) &&
      joinsOf(other, 'join__type').some(({ isInterfaceObject }) => isInterfaceObject === 'true') &&
      other.fields?.some(({ name }) => name.value === field),
  );
  if (!found) throw new Error(`no interface object adds ${type.name.value}.${field}`);
  return found.name.value;
}

type Join = Readonly<Record<string, string | undefined>>;

function joinsOf({ directives }: { readonly directives?: readonly ConstDirectiveNode[] }, name: string): Join[] {
  return (directives ?? [])
    .filter((directive) => directive.name.value === name)
    .map(({ arguments: given }) =>
      Object.fromEntries(
        (given ?? []).map(({ name: { value: key }, value }) => [
          key,
          'value' in value ? String(value.value) : undefined,
        ]),
      ),
    );
}

function fieldSet(text: string): SelectionSetNode {
  const [definition] = parse(`{ ${text} }`, { noLocation: true }).definitions;
  if (definition?.kind !== Kind.OPERATION_DEFINITION) throw new Error('not a set of fields');
  return definition.selectionSet;
}

function namesOf({ selections }: SelectionSetNode, deep: boolean): string[] {
  return selections.flatMap((selection) => {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return [];
    const own = selection.kind === Kind.FIELD ? [selection.name.value] : [];
    const inner = deep && selection.selectionSet ? namesOf(selection.selectionSet, true) : [];
    return [...own, ...inner];
  });
}
