import {
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNullableType,
  isCompositeType,
  isEnumType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { placeText, type ResponsePlace } from './find-objects';
import { GeneratedFunctions, memberLiteral, nameLiteral } from './generated-code';
import { ReplyBytes } from './reply-bytes';
import { type SelectedField, SelectionNumbers, selectedFields } from './selected-fields';
import { SHARED_TEXT } from './shared-text';

/**
 * Reads a reply that is written just as expected: the members of the question in its order, values of their types,
 * no spaces and no errors. Gives its data, which needs no check any more; undefined for any other reply, also for a
 * wrong one: that is parsed in full, and checked.
 * @param typeNames for entities: the type that each representation named
 */
export type ReadReply = (bytes: Buffer, typeNames: readonly string[]) => object | undefined;

/** Of what a reply is read. */
export interface ReadOperation {
  readonly operation: OperationDefinitionNode;
  /** The subgraph's own. */
  readonly schema: GraphQLSchema;
  /** Where the data stands below the root of the answer. */
  readonly place: ResponsePlace;
  /** Places at which objects are completed. There objects of the same bytes are read once and become one. */
  readonly shared: ReadonlySet<string>;
}

/** Makes the reader of the replies to an operation of root fields. */
export function compileRead({ operation, ...where }: ReadOperation): ReadReply {
  const root = where.schema.getRootType(operation.operation);
  if (!root) return () => undefined;
  const code = new ReadCode(where);
  return code.ready(code.object(root, { sets: [operation.selectionSet], place: where.place }));
}

/** The same for `_entities`. */
export function compileEntitiesRead({ operation, ...where }: ReadOperation): ReadReply {
  const { selectionSet } = operation.selectionSet.selections[0] as FieldNode;
  const code = new ReadCode(where);
  return code.ready(code.entities(selectionSet as SelectionSetNode));
}

/** What is selected of a value, and where it stands in the answer. */
interface AtPlace {
  readonly sets: readonly SelectionSetNode[];
  readonly place: ResponsePlace;
}

/** How the value of each built-in scalar is read; `v` is undefined where it is another. */
const READ: Readonly<Record<string, string>> = {
  Int: 'r.number();if((v|0)!==v)return undefined;',
  Float: 'r.number();if(!Number.isFinite(v))return undefined;',
  Boolean: 'r.boolean();',
  String: 'r.string();',
  ID: 'r.scalar();if(typeof v!=="string"&&!Number.isSafeInteger(v))return undefined;',
};

const END_OBJECT = '}';

class ReadCode {
  private readonly functions = new GeneratedFunctions('read');
  private readonly numbers = new SelectionNumbers();
  private readonly texts = new Map<string, string>();
  private sharedPlaces = 0;

  constructor(private readonly where: Omit<ReadOperation, 'operation'>) {}

  /** The whole reply around what a function reads. */
  ready(read: string): ReadReply {
    const body = `${this.expect('{"data":')}const v=${read}(r,types);if(v===undefined)return undefined;${this.expect(END_OBJECT)}return r.isOver()?v:undefined;`;
    const reader = this.functions.ready<(reply: ReplyBytes, typeNames: readonly string[]) => object | undefined>(
      this.functions.once('reply', () => ({ parameters: 'r,types', body })),
    );
    return (bytes, typeNames) => reader(new ReplyBytes(bytes), typeNames);
  }

  entities(set: SelectionSetNode): string {
    const { schema, place } = this.where;
    const types = Object.values(schema.getTypeMap()).filter(isObjectType);
    const cases = types
      .filter((type) => selectedFields(type, [set], schema).size > 0)
      .map((type) => `case ${nameLiteral(type.name)}:v=${this.object(type, { sets: [set], place })}(r);break;`);
    const one = `if(r.isNull())v=null;else switch(types[l.length]){${cases.join('')}default:return undefined;}if(v===undefined)return undefined;`;
    const body = `${this.expect('{"_entities":')}let v;${this.items(one)}${this.expect(END_OBJECT)}return {_entities:l};`;
    return this.functions.once('entities', () => ({ parameters: 'r,types', body }));
  }

  object(type: GraphQLObjectType, at: AtPlace): string {
    const key = `${type.name}:${this.numbers.keyOf(at.sets)}:${placeText(at.place)}`;
    return this.functions.once(key, () => ({ parameters: 'r', body: this.objectBody(type, at) }));
  }

  private objectBody(type: GraphQLObjectType, { sets, place }: AtPlace): string {
    const fields = [...selectedFields(type, sets, this.where.schema)].map(([key, field]) => ({ key, field }));
    const members = fields.map(({ key, field }, index) =>
      memberLiteral(key, field.name === '__typename' ? nameLiteral(type.name) : `v${index}`),
    );
    const object = `{${members.join(',')}}`;
    const keyed = this.where.shared.has(placeText(place)) ? keyIn(type, fields) : -1;
    if (keyed < 0) return `${this.fields(type, fields, { place })}return ${object};`;
    const number = this.sharedPlaces++;
    const behind = { index: keyed, code: this.again(number, `v${keyed}`) };
    const keep = `if(typeof v${keyed}==="string")r.keep(${number},v${keyed},o,s);`;
    return `const s=r.at;${this.fields(type, fields, { place, behind })}const o=${object};${keep}return o;`;
  }

  /** Reads all of an object, each field into `v` and its index. */
  private fields(type: GraphQLObjectType, fields: readonly ReadField[], { place, behind }: FieldsPlace): string {
    let [code, text] = ['let v;', '{'];
    for (const [index, { key, field }] of fields.entries()) {
      text += `${index === 0 ? '' : ','}${nameLiteral(key)}:`;
      if (field.name === '__typename') text += nameLiteral(type.name);
      else {
        code += `${this.expect(text)}${this.member(type, field, [...place, key])}const v${index}=v;`;
        if (index === behind?.index) code += behind.code;
        text = '';
      }
    }
    return code + this.expect(text + END_OBJECT);
  }

  /** Looks, once the key is known, whether the same bytes were read before. */
  private again(number: number, key: string): string {
    const shared = this.functions.constant(SHARED_TEXT);
    return `if(typeof ${key}==="string"){const k=r.again(${number},${key},s);if(k!==undefined){if(k[${shared}]===undefined)k[${shared}]='';return k;}}`;
  }

  private member(type: GraphQLObjectType, { name, sets }: SelectedField, place: ResponsePlace): string {
    const field = type.getFields()[name];
    if (!field) return 'return undefined;';
    return this.value(field.type, { sets, place });
  }

  /** Reads a value into `v`. */
  private value(type: GraphQLOutputType, at: AtPlace): string {
    const present = `v=${this.present(getNullableType(type), at)}if(v===undefined)return undefined;`;
    return isNonNullType(type) ? present : `if(r.isNull())v=null;else{${present}}`;
  }

  private present(type: GraphQLOutputType, at: AtPlace): string {
    if (isLeafType(type)) return this.leaf(type);
    if (isListType(type)) return `${this.list(type.ofType, at)}(r);`;
    if (!isCompositeType(type)) throw new Error('a value of no output type');
    return isObjectType(type) ? `${this.object(type, at)}(r);` : `${this.abstract(type, at)}(r);`;
  }

  private list(item: GraphQLOutputType, { sets, place }: AtPlace): string {
    const at = { sets, place: [...place, '@'] };
    const key = `[${item}]:${this.numbers.keyOf(sets)}:${placeText(place)}`;
    return this.functions.once(key, () => ({
      parameters: 'r',
      body: `let v;${this.items(this.value(item, at))}return l;`,
    }));
  }

  /** Reads a list into `l`, each of its items by `one` into `v`. */
  private items(one: string): string {
    const [open, close, comma] = ['[', ']', ','].map((text) => text.charCodeAt(0));
    return `const l=[];if(!r.expectByte(${open}))return undefined;if(!r.expectByte(${close})){do{${one}l.push(v);}while(r.expectByte(${comma}));if(!r.expectByte(${close}))return undefined;}`;
  }

  private leaf(type: GraphQLLeafType): string {
    if (!isEnumType(type)) return READ[type.name] ?? 'r.scalar();';
    const names = this.functions.constant(new Set(type.getValues().map(({ name }) => name)));
    return `r.string();if(!${names}.has(v))return undefined;`;
  }

  /** Behind an interface or union the reply says of which type an object is, where that is what it says first. */
  private abstract(type: GraphQLCompositeType, { sets, place }: AtPlace): string {
    return this.functions.once(`${type.name}?${this.numbers.keyOf(sets)}:${placeText(place)}`, () => {
      const types = isObjectType(type) ? [type] : this.where.schema.getPossibleTypes(type);
      const tries = types.map((one) => {
        const [first] = selectedFields(one, sets, this.where.schema);
        if (first?.[1].name !== '__typename') return 'return undefined;';
        const begins = this.bytes(`{${nameLiteral(first[0])}:${nameLiteral(one.name)}`);
        return `if(r.expect(${begins})){r.at=s;return ${this.object(one, { sets, place })}(r);}`;
      });
      return { parameters: 'r', body: `const s=r.at;${tries.join('')}return undefined;` };
    });
  }

  private expect(text: string): string {
    return `if(!r.expect(${this.bytes(text)}))return undefined;`;
  }

  private bytes(text: string): string {
    const known = this.texts.get(text) ?? this.functions.constant(Buffer.from(text));
    this.texts.set(text, known);
    return known;
  }
}

interface FieldsPlace {
  readonly place: ResponsePlace;
  /** More code, and behind which field it stands. */
  readonly behind?: { readonly index: number; readonly code: string };
}

interface ReadField {
  readonly key: string;
  readonly field: SelectedField;
}

/** Which of the fields tells objects apart soonest: an id, or else a text; -1 where there is none. */
function keyIn(type: GraphQLObjectType, fields: readonly ReadField[]): number {
  const names = fields.map(({ field }) => {
    const known = type.getFields()[field.name];
    const named = known && getNullableType(known.type);
    return isLeafType(named) ? named.name : undefined;
  });
  return names.includes('ID') ? names.indexOf('ID') : names.indexOf('String');
}
