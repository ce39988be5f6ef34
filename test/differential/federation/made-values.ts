import {
  type FieldNode,
  GraphQLError,
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getArgumentValues,
  getNamedType,
  isAbstractType,
  isEnumType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import { hashOf, stableText } from '../hash';
import { leafValue } from './leaf-value';
import type { SupergraphFacts } from './supergraph-facts';

/** An object as resolvers pass it on: of an entity all keys follow from its number, all else from its name. */
export interface MadeObject {
  readonly __typename: string;
  readonly identity: string;
  /** What was sent of it beside its keys. */
  readonly given?: Readonly<Record<string, unknown>>;
}

/** A field that is asked of an object. */
export interface AskedField {
  readonly source: MadeObject;
  readonly field: string;
  readonly args: Readonly<Record<string, unknown>>;
  /** How many mutations ran before: a mutation tells when it ran. */
  readonly step: number;
}

/** How many entities of a type there are. */
const ENTITIES = 12;

/** Values of every field, made from the type, the object and the arguments alone: the same in each subgraph and in the whole. */
export class MadeValues {
  /** Objects that are required: where any field of one fails, whoever requires the object gets nothing. */
  private readonly requiredTypes: ReadonlySet<string>;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly facts: SupergraphFacts,
    private readonly requirementsFail: boolean,
  ) {
    const all = [...facts.requires].flatMap(([coordinate, set]) =>
      this.typesWithin(coordinate.split('.')[0] as string, set),
    );
    this.requiredTypes = new Set(all);
  }

  private typesWithin(typeName: string, { selections }: SelectionSetNode): string[] {
    return selections.flatMap((node) => {
      if (node.kind !== Kind.FIELD || !node.selectionSet) return [];
      const inner = getNamedType(this.fieldOf(typeName, node.name.value).type).name;
      return [inner, ...this.typesWithin(inner, node.selectionSet)];
    });
  }

  /** @throws GraphQLError where this field of this object fails. */
  valueOf(asked: AskedField): unknown {
    const { source, field, args, step } = asked;
    const owner = this.facts.addedBy.get(`${source.__typename}.${field}`) ?? source.__typename;
    const coordinate = `${owner}.${field}`;
    const { type } = this.fieldOf(owner, field);
    if (this.facts.keyFields.get(owner)?.has(field)) return this.keyValue(type, source.identity);
    const requires = this.facts.requires.get(coordinate);
    const needs = requires
      ? stableText(source.given ? taken(source.given, requires) : this.needs(source, requires))
      : '';
    const text = `${coordinate}(${source.identity},${stableText(args)},${step},${needs})`;
    // The planner asks what an interface object adds of members of whom it was not asked; where it may not be null, its
    // error takes with it what was asked.
    const takesMore = this.facts.interfaceObjects.has(owner) && isNonNullType(type);
    const mayFail =
      !takesMore && !this.facts.neverNull.has(coordinate) && (this.requirementsFail || !this.isRequired(owner, field));
    if (mayFail && hashOf(`${text} fails`) % 31 === 0) throw failure(hashOf(text));
    const strict = this.facts.neverNull.has(coordinate) && !isNonNullType(type);
    return this.value(type, text, { coordinate, strict });
  }

  private isRequired(owner: string, field: string): boolean {
    return this.requiredTypes.has(owner) || this.facts.needed.has(field);
  }

  /** The identity that a representation names. */
  identityIn(typeName: string, representation: Readonly<Record<string, unknown>>): string {
    for (const key of this.facts.keyFields.get(typeName) ?? [])
      if (representation[key] !== undefined && representation[key] !== null) return leafWithin(representation[key]);
    throw new Error(`a representation of ${typeName} without a key`);
  }

  /** The type of which an entity behind an interface is. */
  memberOf(interfaceName: string, identity: string): string {
    const members = this.membersOf(interfaceName);
    return members[Number(identity) % members.length] as string;
  }

  private membersOf(name: string): string[] {
    const type = this.schema.getType(name);
    if (!isAbstractType(type)) throw new Error(`${name} has no members`);
    return this.schema
      .getPossibleTypes(type)
      .map((member) => member.name)
      .sort();
  }

  private fieldOf(typeName: string, field: string) {
    const type = this.schema.getType(typeName) as GraphQLObjectType | GraphQLInterfaceType;
    const found = type.getFields()[field];
    if (!found) throw new Error(`no field ${typeName}.${field}`);
    return found;
  }

  private keyValue(type: GraphQLOutputType, identity: string): unknown {
    const bare = isNonNullType(type) ? type.ofType : type;
    if (isObjectType(bare)) return { __typename: bare.name, identity };
    return isLeafType(bare) && bare.name === 'Int' ? Number(identity) : identity;
  }

  private value(type: GraphQLOutputType, text: string, place: Place): unknown {
    if (isNonNullType(type)) return this.present(type.ofType, text, place);
    if (!place.strict && hashOf(`${text} null`) % 7 === 0) return null;
    return this.present(type, text, { ...place, strict: false });
  }

  private present(type: GraphQLOutputType, text: string, place: Place): unknown {
    if (isListType(type)) {
      const length = hashOf(`${text} length`) % 4;
      return Array.from({ length }, (_, index) => this.value(type.ofType, `${text}[${index}]`, place));
    }
    if (isLeafType(type)) {
      const names = isEnumType(type) ? type.getValues().map(({ name }) => name) : undefined;
      return leafValue(type.name, hashOf(`${text} leaf`), names);
    }
    return this.object(type.toString(), text, place);
  }

  private object(declared: string, text: string, place: Place): MadeObject {
    const seed = hashOf(`${text} object`);
    if (this.facts.entityInterfaces.has(declared)) {
      const identity = String(seed % ENTITIES);
      return { __typename: this.memberOf(declared, identity), identity };
    }
    const type = this.schema.getType(declared);
    const members = isAbstractType(type) ? this.membersKnown(declared, place) : [declared];
    const typeName = members[seed % members.length] as string;
    if (!this.facts.entities.has(typeName)) return { __typename: typeName, identity: text };
    return { __typename: typeName, identity: this.identityFor(typeName, hashOf(`${text} entity`)) };
  }

  /** The members that every subgraph knows that resolves the field. */
  private membersKnown(declared: string, { coordinate }: Place): string[] {
    const graphs = this.facts.resolvedBy.get(coordinate) ?? [];
    return this.membersOf(declared).filter((member) =>
      graphs.every((graph) => this.facts.members.has(`${graph} ${declared} ${member}`)),
    );
  }

  /** A number that an entity of this type can have: behind an interface its number says its type. */
  private identityFor(typeName: string, seed: number): string {
    const type = this.schema.getType(typeName) as GraphQLObjectType;
    const above = type.getInterfaces().find(({ name }) => this.facts.entityInterfaces.has(name));
    const fitting = Array.from({ length: ENTITIES }, (_, number) => String(number)).filter(
      (identity) => !above || this.memberOf(above.name, identity) === typeName,
    );
    return fitting[seed % fitting.length] as string;
  }

  /** The values of required fields, as another subgraph would be told them. */
  private needs(source: MadeObject, { selections }: SelectionSetNode): Record<string, unknown> {
    const found: Record<string, unknown> = {};
    for (const selection of selections) {
      if (selection.kind !== Kind.FIELD) throw new Error('a requirement with a fragment');
      const field = selection.name.value;
      const args = argumentsOf(selection, this.fieldOf(source.__typename, field));
      const value = this.valueOf({ source, field, args, step: 0 });
      found[field] = this.needsWithin(value, selection.selectionSet);
    }
    return found;
  }

  private needsWithin(value: unknown, set: SelectionSetNode | undefined): unknown {
    if (!set || value === null) return value;
    if (Array.isArray(value)) return value.map((item) => this.needsWithin(item, set));
    return this.needs(value as MadeObject, set);
  }
}

interface Place {
  readonly coordinate: string;
  readonly strict: boolean;
}

/** Codes that subgraphs may pass on, and one that they may not. */
const CODES = ['BAD_INPUT', 'INTERNAL_SERVER_ERROR', 'UNKNOWN_RECORD'];

function failure(seed: number): GraphQLError {
  return new GraphQLError(`fails by ${seed}`, { extensions: { code: CODES[seed % CODES.length] } });
}

function leafWithin(value: unknown): string {
  return typeof value === 'object' && value !== null
    ? leafWithin(Object.values(value).find((inner) => typeof inner !== 'string' || !/^[A-Z]/.test(inner)))
    : String(value);
}

const argumentsOf = (node: FieldNode, field: GraphQLField<unknown, unknown>) => getArgumentValues(field, node, {});

/** What a set of fields takes of a value that was sent. */
function taken(value: unknown, set: SelectionSetNode | undefined): unknown {
  if (!set || value === null || value === undefined) return value;
  if (Array.isArray(value)) return value.map((item) => taken(item, set));
  const members = set.selections.flatMap((selection) => {
    if (selection.kind !== Kind.FIELD) throw new Error('a requirement with a fragment');
    const name = selection.name.value;
    return [[name, taken((value as Record<string, unknown>)[name], selection.selectionSet)] as const];
  });
  return Object.fromEntries(members);
}
