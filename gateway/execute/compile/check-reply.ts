import {
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isCompositeType,
  isEnumType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { GeneratedFunctions, nameLiteral, ReplyMismatch, readMember } from './generated-code';
import { SelectionNumbers, selectedFields } from './selected-fields';

/** Checks a fetch's data; throws ReplyMismatch. */
export type CheckData = (data: unknown) => void;

/** Checks one entity that a representation of this type was sent for; null is an entity that the subgraph does not know. */
export type CheckEntity = (entity: unknown, typeName: string) => void;

/**
 * Makes the check of one operation's data against the subgraph's own schema: what is missing, of another type, of an
 * unknown enum value or type name, or was not asked for (threat 61) is a mismatch, never a silent null.
 */
export function compileCheck(operation: OperationDefinitionNode, schema: GraphQLSchema): CheckData {
  const root = schema.getRootType(operation.operation);
  if (!root) throw new ReplyMismatch();
  const code = new CheckCode(schema);
  const check = code.object(root, [operation.selectionSet]);
  const body = `${isObject('data')}h.mismatch();${check}(data);`;
  return code.functions.ready(code.functions.once('root', () => ({ parameters: 'data', body })));
}

/** The same for each of `_entities`; the reply says a type only where it was asked for, so the representation's is given. */
export function compileEntityCheck(operation: OperationDefinitionNode, schema: GraphQLSchema): CheckEntity {
  const { selectionSet } = operation.selectionSet.selections[0] as FieldNode;
  const code = new CheckCode(schema);
  return code.functions.ready(code.entity(selectionSet as SelectionSetNode));
}

const isObject = (value: string): string => `if(typeof ${value}!=="object"||${value}===null||Array.isArray(${value}))`;

/** How a value of each built-in scalar looks in JSON; Int is of 32 bits. */
const FITS: Readonly<Record<string, (value: string) => string>> = {
  Int: (value) => `(${value}|0)===${value}`,
  Float: (value) => `Number.isFinite(${value})`,
  Boolean: (value) => `typeof ${value}==="boolean"`,
  String: (value) => `typeof ${value}==="string"`,
  ID: (value) => `(typeof ${value}==="string"||Number.isSafeInteger(${value}))`,
};

class CheckCode {
  readonly functions = new GeneratedFunctions('check');
  private readonly numbers = new SelectionNumbers();

  constructor(private readonly schema: GraphQLSchema) {}

  entity(set: SelectionSetNode): string {
    return this.functions.once('entity', () => {
      const told = everyTypeNameKey(set).map((key) => `${readMember('o', key)}??`);
      const types = Object.values(this.schema.getTypeMap()).filter(isObjectType);
      const cases = types
        .filter((type) => selectedFields(type, [set], this.schema).size > 0)
        .map((type) => `case ${nameLiteral(type.name)}:return ${this.object(type, [set])}(o);`);
      const body = `if(o===null)return;${isObject('o')}h.mismatch();switch(${told.join('')}typeName){${cases.join('')}default:h.mismatch();}`;
      return { parameters: 'o,typeName', body };
    });
  }

  object(type: GraphQLObjectType, sets: readonly SelectionSetNode[]): string {
    return this.functions.once(`${type.name}:${this.numbers.keyOf(sets)}`, () => ({
      parameters: 'o',
      body: this.fields(type, sets),
    }));
  }

  private fields(type: GraphQLObjectType, sets: readonly SelectionSetNode[]): string {
    const selected = selectedFields(type, sets, this.schema);
    const checks = [...selected].map(([key, { name, sets: inner }]) => {
      const value = `v=${readMember('o', key)};`;
      if (name === '__typename') return `${value}if(v!==${nameLiteral(type.name)})h.mismatch();`;
      const field = type.getFields()[name];
      if (!field) throw new ReplyMismatch();
      return value + this.value(field.type, inner, 'v');
    });
    return `let n=0,v;for(const _ in o)n++;if(n!==${selected.size})h.mismatch();${checks.join('')}`;
  }

  private composite(type: GraphQLCompositeType, sets: readonly SelectionSetNode[]): string {
    return isObjectType(type) ? this.object(type, sets) : this.abstract(type, sets);
  }

  /** Behind an interface or union the reply says of which type an object is. */
  private abstract(type: GraphQLCompositeType, sets: readonly SelectionSetNode[]): string {
    return this.functions.once(`${type.name}?${this.numbers.keyOf(sets)}`, () => {
      const stated = typeNameKeys(sets)[0];
      if (stated === undefined) throw new Error(`a fetch does not ask for the type of ${type.name}`);
      const concrete = isInterfaceType(type) ? this.schema.getPossibleTypes(type) : this.possible(type);
      const cases = concrete.map((one) => `case ${nameLiteral(one.name)}:return ${this.object(one, sets)}(o);`);
      return {
        parameters: 'o',
        body: `switch(${readMember('o', stated)}){${cases.join('')}default:h.mismatch();}`,
      };
    });
  }

  private possible(type: GraphQLCompositeType): readonly GraphQLObjectType[] {
    return isObjectType(type) ? [type] : this.schema.getPossibleTypes(type);
  }

  /** Checks the value that `at` names; it may be null unless its type says no. */
  private value(type: GraphQLOutputType, sets: readonly SelectionSetNode[], at: string): string {
    if (isNonNullType(type)) return this.present(type.ofType, sets, at);
    return `if(${at}!==null){${this.present(type, sets, at)}}`;
  }

  private present(type: GraphQLOutputType, sets: readonly SelectionSetNode[], at: string): string {
    if (isListType(type)) return this.list(type.ofType, sets, at);
    if (isLeafType(type)) return `if(!(${this.leafFits(type, at)}))h.mismatch();`;
    if (!isCompositeType(type) || sets.length === 0) throw new ReplyMismatch();
    return `${isObject(at)}h.mismatch();${this.composite(type, sets)}(${at});`;
  }

  private list(type: GraphQLOutputType, sets: readonly SelectionSetNode[], at: string): string {
    const [list, index, item] = [`${at}l`, `${at}i`, `${at}e`];
    return `{const ${list}=${at};if(!Array.isArray(${list}))h.mismatch();for(let ${index}=0;${index}<${list}.length;${index}++){const ${item}=${list}[${index}];${this.value(type, sets, item)}}}`;
  }

  private leafFits(type: GraphQLLeafType, at: string): string {
    if (isEnumType(type))
      return `${this.functions.constant(new Set(type.getValues().map(({ name }) => name)))}.has(${at})`;
    return FITS[type.name]?.(at) ?? `${at}!==undefined&&${at}!==null`;
  }
}

/** The response keys under which selections ask every object for its type. */
function typeNameKeys(sets: readonly SelectionSetNode[]): string[] {
  return sets.flatMap(({ selections }) =>
    selections.flatMap((selection) => {
      if (selection.kind === Kind.INLINE_FRAGMENT)
        return selection.typeCondition ? [] : typeNameKeys([selection.selectionSet]);
      if (selection.kind !== Kind.FIELD || selection.name.value !== '__typename') return [];
      return [selection.alias?.value ?? '__typename'];
    }),
  );
}

/** The response keys under which selections ask any object for its type. */
function everyTypeNameKey(set: SelectionSetNode): string[] {
  const within = set.selections.flatMap((selection) =>
    selection.kind === Kind.INLINE_FRAGMENT ? everyTypeNameKey(selection.selectionSet) : [],
  );
  return [...new Set([...typeNameKeys([set]), ...within])];
}
