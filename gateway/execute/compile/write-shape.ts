import { TYPENAME_ALIAS } from '@pasarela/schema/access/operation-walk';
import {
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  isCompositeType,
  isEnumType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { fetchedKey } from '../../fetched-keys';
import { flat, jsonOf, quote } from '../json-text';
import { type AskedOperation, askedFields } from './asked-fields';
import { GeneratedFunctions, nameLiteral, readMember } from './generated-code';
import { SelectionNumbers, selectedFields } from './selected-fields';
import { SHARED_TEXT, WRITTEN_BY } from './shared-text';

/** An answer's data as JSON. */
export interface WrittenData {
  readonly text: string;
  /** Where the schema allows no null and nothing else could be written: what is above became null. Keys and indexes, between dots. */
  readonly broken: readonly string[];
}

/** Writes merged data in the shape of its question. @param introspection answers to `__schema` and `__type`, by response key. */
export type WriteShape = (data: object, introspection: Readonly<Record<string, unknown>>) => WrittenData;

/** A question as asked, and what was left of it to fetch. */
export interface ShapeQuestion extends AskedOperation {
  readonly operation: OperationDefinitionNode;
  /** Written out, without conditions. */
  readonly pruned: SelectionSetNode;
}

/**
 * Makes the writer of an answer: what was withheld is null, in the order of the question, and nothing that the
 * question did not ask for. A null where the schema allows none makes its parent null, as GraphQL says.
 */
export function compileShape(question: ShapeQuestion): WriteShape {
  const root = question.schema.getRootType(question.operation.operation);
  if (!root) throw new Error('an operation of a kind that the schema does not have');
  const state: WritingState = { broken: [], introspection: {} };
  const code = new ShapeCode(question, state);
  const name = code.object(root, { asked: [question.operation.selectionSet], left: [question.pruned], place: '' });
  const write = code.functions.ready<(data: object) => string | undefined>(name, { quote, jsonOf, flat, within });
  return (data, introspection) => {
    state.broken = [];
    state.introspection = introspection;
    return { text: write(data) ?? 'null', broken: state.broken.map(pathOf) };
  };
}

/** What changes from answer to answer; writing is not interrupted, so one is enough. */
interface WritingState {
  broken: BrokenPlace[];
  introspection: Readonly<Record<string, unknown>>;
}

/** A place that is broken, lists as `@`, and the index in each of them. */
interface BrokenPlace {
  readonly place: string;
  readonly indexes: number[];
}

/** Notes the index of the element of a list in which places were found to be broken, those after the first `known`. */
function within(broken: readonly BrokenPlace[], known: number, index: number): void {
  for (let at = known; at < broken.length; at++) broken[at]?.indexes.unshift(index);
}

/** The path of a broken place. Lists stand in it from the outside in, and so do the indexes. */
function pathOf({ place, indexes }: BrokenPlace): string {
  const left = [...indexes];
  return place.replace(/@/g, () => String(left.shift()));
}

/** What is asked at a place, and what is left of it to be fetched. */
interface AtPlace {
  readonly asked: readonly SelectionSetNode[];
  readonly left: readonly SelectionSetNode[];
  readonly place: string;
}

/** How the value of each built-in scalar is written. */
const WRITTEN: Readonly<Record<string, (value: string) => string>> = {
  Int: (value) => `(''+${value})`,
  Float: (value) => `(''+${value})`,
  Boolean: (value) => `(${value}?'true':'false')`,
  String: (value) => `h.quote(${value})`,
  ID: (value) => `h.quote(''+${value})`,
};

class ShapeCode {
  readonly functions = new GeneratedFunctions('write');
  private readonly numbers = new SelectionNumbers();
  private readonly state: string;
  private readonly sharedText: string;
  private readonly writtenBy: string;

  constructor(
    private readonly question: ShapeQuestion,
    state: WritingState,
  ) {
    this.state = this.functions.constant(state);
    this.sharedText = this.functions.constant(SHARED_TEXT);
    this.writtenBy = this.functions.constant(WRITTEN_BY);
  }

  /** A function that writes an object of this type; it gives undefined where a null may not be. */
  object(type: GraphQLObjectType, at: AtPlace): string {
    return this.functions.once(`${type.name}:${this.keyOf(at)}`, (self) => ({
      parameters: 'o',
      body: this.objectBody(type, at, literal(self)),
    }));
  }

  // Several objects of a kind may be one: such a one is written once, and remembers its text.
  private objectBody(type: GraphQLObjectType, at: AtPlace, writer: string): string {
    const asked = [...askedFields(type, at.asked, this.question)];
    const left = selectedFields(type, at.left, this.question.schema);
    const members = asked.map(([key, nodes], index) => {
      const start = `${index === 0 ? '' : ','}${nameLiteral(key)}:`;
      return this.member(key, nodes, { type, at, start, left: left.get(key)?.sets });
    });
    const [shared, by] = [this.sharedText, this.writtenBy];
    const remember = `if(s!==undefined&&${this.state}.broken.length===b){o[${shared}]=h.flat(r);o[${by}]=${writer};}`;
    return `const s=o[${shared}];if(s&&o[${by}]===${writer})return s;const b=${this.state}.broken.length;let v,t,r='{';${members.join('')}r+='}';${remember}return r;`;
  }

  private member(key: string, nodes: readonly FieldNode[], { type, at, start, left }: MemberPlace): string {
    const name = (nodes[0] as FieldNode).name.value;
    if (name === '__typename') return append(`${start}${JSON.stringify(type.name)}`);
    if (name.startsWith('__')) return this.introspection(key, start);
    const field = type.getFields()[name];
    if (!field) throw new Error('a field that the schema does not have');
    if (!left) return isNonNullType(field.type) ? 'return undefined;' : append(`${start}null`);
    const asked = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    const place = at.place === '' ? key : `${at.place}.${key}`;
    return `v=${readMember('o', fetchedKey(nodes[0] as FieldNode))};${this.value(field.type, { asked, left, place }, start)}`;
  }

  private introspection(key: string, start: string): string {
    const answer = readMember(`${this.state}.introspection`, key);
    return `v=${answer};if(v===undefined)return undefined;r+=${literal(start)}+h.jsonOf(v);`;
  }

  /** Writes `v` after its key. */
  private value(type: GraphQLOutputType, at: AtPlace, start: string): string {
    if (!isNonNullType(type)) return `r+=${literal(start)};${this.nullable(type, at, 'r')}`;
    const missing = `if(v===null||v===undefined){${this.broken(at.place)}return undefined;}`;
    if (isLeafType(type.ofType)) return `${missing}r+=${literal(start)}+${this.leaf(type.ofType, 'v')};`;
    return `${missing}t=${this.present(type.ofType, at)}(v);if(t===undefined)return undefined;r+=${literal(start)}+t;`;
  }

  private nullable(type: GraphQLOutputType, at: AtPlace, into: string): string {
    if (isLeafType(type)) return `${into}+=v===null||v===undefined?'null':${this.leaf(type, 'v')};`;
    const present = this.present(type, at);
    return `if(v===null||v===undefined)${into}+='null';else{t=${present}(v);${into}+=t===undefined?'null':t;}`;
  }

  /** The function that writes a list or an object. */
  private present(type: GraphQLOutputType, at: AtPlace): string {
    if (isListType(type)) return this.list(type.ofType, { ...at, place: `${at.place}.@` });
    if (!isCompositeType(type)) throw new Error('a value of no output type');
    return isObjectType(type) ? this.object(type, at) : this.abstract(type, at);
  }

  private list(item: GraphQLOutputType, at: AtPlace): string {
    return this.functions.once(`[${item}]:${this.keyOf(at)}`, () => {
      const one = this.functions.once(`item ${item}:${this.keyOf(at)}`, () => ({
        parameters: 'v',
        body: `let t,r='';${this.value(item, at, '')}return r;`,
      }));
      const broken = `${this.state}.broken`;
      const write = `const b=${broken}.length,t=${one}(o[i]);if(${broken}.length>b)h.within(${broken},b,i);`;
      return {
        parameters: 'o',
        body: `let r='[';for(let i=0;i<o.length;i++){${write}if(t===undefined)return undefined;r+=i>0?','+t:t;}return r+']';`,
      };
    });
  }

  /** Behind an interface or union the data says of which type an object is. */
  private abstract(type: GraphQLCompositeType, at: AtPlace): string {
    return this.functions.once(`${type.name}?:${this.keyOf(at)}`, () => {
      const cases = this.concrete(type).map(
        (one) => `case ${nameLiteral(one.name)}:return ${this.object(one, at)}(o);`,
      );
      const unknown = `default:${this.broken(at.place)}return undefined;`;
      return { parameters: 'o', body: `switch(${readMember('o', TYPENAME_ALIAS)}){${cases.join('')}${unknown}}` };
    });
  }

  private concrete(type: GraphQLCompositeType): readonly GraphQLObjectType[] {
    return isObjectType(type) ? [type] : this.question.schema.getPossibleTypes(type);
  }

  private keyOf({ asked, left, place }: AtPlace): string {
    return `${this.numbers.keyOf(asked)}:${this.numbers.keyOf(left)}:${place}`;
  }

  private leaf(type: GraphQLLeafType, value: string): string {
    if (isEnumType(type)) return `'"'+${value}+'"'`;
    return WRITTEN[type.name]?.(value) ?? `h.jsonOf(${value})`;
  }

  private broken(place: string): string {
    return `${this.state}.broken.push({place:${JSON.stringify(place)},indexes:[]});`;
  }
}

interface MemberPlace {
  readonly type: GraphQLObjectType;
  readonly at: AtPlace;
  /** The comma before it and its key, as JSON. */
  readonly start: string;
  /** What is left of its selections; undefined when the field is withheld. */
  readonly left: readonly SelectionSetNode[] | undefined;
}

/** A text as a literal of JavaScript. */
const literal = (text: string): string => JSON.stringify(text);

const append = (text: string): string => `r+=${literal(text)};`;
