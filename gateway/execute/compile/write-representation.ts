import type { FetchDataRewrite, QueryPlanFieldNode, QueryPlanSelectionNode } from '@apollo/query-planner';
import { type GraphQLSchema, isAbstractType, isInterfaceType, isObjectType } from 'graphql';
import { jsonOf } from '../json-text';
import { GeneratedFunctions, nameLiteral, readMember } from './generated-code';
import { unsupportedPlan } from './unsupported-plan';

/** What another subgraph is told of an object, as JSON; undefined where it cannot be asked about this object. */
export type WriteRepresentation = (object: object) => string | undefined;

/** How objects are represented. */
export interface Representations {
  readonly write: WriteRepresentation;
  /** The type that an object's representation names: an interface where the subgraph knows its objects by that name alone. */
  readonly typeNameOf: (object: object) => string;
  /**
   * What tells an object from others of its fetch, cheaper than its representation: the value of its only key, or
   * undefined where there is more to it.
   */
  readonly keyOf: (object: object) => unknown;
  /** What is required of an object of a type, but for the name of its type. */
  readonly requiredOf: (typeName: string) => readonly QueryPlanFieldNode[];
}

/** What a fetch requires of the objects that it completes. */
export interface Required {
  readonly selections: readonly QueryPlanSelectionNode[];
  readonly rewrites: readonly FetchDataRewrite[];
  readonly schema: GraphQLSchema;
}

/** Makes the writer of representations for one fetch. */
export function compileRepresentations({ selections, rewrites, schema }: Required): Representations {
  const code = new RepresentationCode(schema, rewrites);
  return {
    write: code.functions.ready(code.byType(selections), { jsonOf: knownJson }),
    typeNameOf: code.functions.ready(code.typeName(selections)),
    keyOf: code.functions.ready(code.onlyKey(selections)),
    requiredOf: (typeName) => code.fieldsOf(typeName, selections).filter(({ name }) => name !== '__typename'),
  };
}

/** A value as JSON; undefined where it, or anything in a list, is not known: that is no null. */
const knownJson = (value: unknown): string | undefined =>
  Array.isArray(value) && hasUnknown(value) ? undefined : jsonOf(value);

const hasUnknown = (list: readonly unknown[]): boolean =>
  list.some((item) => item === undefined || (Array.isArray(item) && hasUnknown(item)));

class RepresentationCode {
  readonly functions = new GeneratedFunctions('represent');
  private nested = 0;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly rewrites: readonly FetchDataRewrite[],
  ) {}

  byType(selections: readonly QueryPlanSelectionNode[]): string {
    return this.functions.once('write', () => ({ parameters: 'o', body: this.switchOnType(selections, true) }));
  }

  typeName(selections: readonly QueryPlanSelectionNode[]): string {
    const cases = this.typesIn(selections).flatMap((type) => {
      const rewritten = this.rewritten(type);
      return rewritten ? [`case ${nameLiteral(type)}:return ${nameLiteral(rewritten)};`] : [];
    });
    const body = `const t=o["__typename"];switch(t){${cases.join('')}default:return ''+t;}`;
    return this.functions.once('type name', () => ({ parameters: 'o', body }));
  }

  onlyKey(selections: readonly QueryPlanSelectionNode[]): string {
    const [type, ...others] = this.typesIn(selections);
    const fields = type ? this.fieldsOf(type, selections) : [];
    const [key, ...more] = fields.filter(({ name }) => name !== '__typename');
    const body =
      type && key && others.length === 0 && more.length === 0 && !key.selections
        ? `if(o["__typename"]!==${nameLiteral(type)})return undefined;const v=${readMember('o', keyOf(key))};return typeof v==="string"?v:undefined;`
        : 'return undefined;';
    return this.functions.once('only key', () => ({ parameters: 'o', body }));
  }

  private switchOnType(selections: readonly QueryPlanSelectionNode[], top: boolean): string {
    const cases = this.typesIn(selections).map(
      (type) => `case ${nameLiteral(type)}:{${this.object(this.fieldsOf(type, selections), top ? type : undefined)}}`,
    );
    return `switch(o["__typename"]){${cases.join('')}default:return undefined;}`;
  }

  private object(fields: readonly QueryPlanFieldNode[], type: string | undefined): string {
    const reads = fields.map((field, index) => this.member(field, index, type));
    const members = fields.map((field, index) => `${index === 0 ? '' : ','}${nameLiteral(keyOf(field))}:'+v${index}`);
    return `${reads.join('')}return '{${members.join(`+'`)}+'}';`;
  }

  private member(field: QueryPlanFieldNode, index: number, type: string | undefined): string {
    const rewritten = type !== undefined && field.name === '__typename' ? this.rewritten(type) : undefined;
    if (rewritten) return `const v${index}=${JSON.stringify(nameLiteral(rewritten))};`;
    const value = readMember('o', keyOf(field));
    const written = field.selections ? `${this.nestedWriter(field.selections)}(${value})` : `h.jsonOf(${value})`;
    return `const v${index}=${written};if(v${index}===undefined)return undefined;`;
  }

  private nestedWriter(selections: readonly QueryPlanSelectionNode[]): string {
    this.nested += 1;
    return this.functions.once(`nested ${this.nested}`, (self) => ({
      parameters: 'o',
      body: this.nestedBody(selections, self),
    }));
  }

  private nestedBody(selections: readonly QueryPlanSelectionNode[], self: string): string {
    const list = `if(Array.isArray(o)){let r='';for(let i=0;i<o.length;i++){const t=${self}(o[i]);if(t===undefined)return undefined;r+=(i===0?'':',')+t;}return '['+r+']';}`;
    const conditional = selections.some(({ kind }) => kind === 'InlineFragment');
    const object = conditional
      ? this.switchOnType(selections, false)
      : this.object(selections as readonly QueryPlanFieldNode[], undefined);
    return `if(o===null||o===undefined)return o===null?'null':undefined;${list}${object}`;
  }

  /** The name of an interface where the subgraph knows its objects by that name alone. */
  private rewritten(type: string): string | undefined {
    const rewrite = this.rewrites.find(({ path }) => this.isOf(type, conditionOf(path)));
    if (rewrite && rewrite.kind !== 'ValueSetter') throw unsupportedPlan('a representation with a renamed member');
    return rewrite?.setValueTo;
  }

  private typesIn(selections: readonly QueryPlanSelectionNode[]): string[] {
    const named = Object.values(this.schema.getTypeMap()).filter((type) => isObjectType(type) || isInterfaceType(type));
    return named.map(({ name }) => name).filter((name) => this.fieldsOf(name, selections).length > 0);
  }

  fieldsOf(type: string, selections: readonly QueryPlanSelectionNode[]): readonly QueryPlanFieldNode[] {
    const fields = selections.flatMap((selection) => {
      if (selection.kind === 'Field') return [selection];
      return this.isOf(type, selection.typeCondition) ? this.fieldsOf(type, selection.selections) : [];
    });
    return [...new Map(fields.map((field) => [keyOf(field), field])).values()];
  }

  private isOf(type: string, condition: string | undefined): boolean {
    if (condition === undefined || condition === type) return true;
    const [wanted, own] = [this.schema.getType(condition), this.schema.getType(type)];
    return isAbstractType(wanted) && (isObjectType(own) || isInterfaceType(own)) && this.schema.isSubType(wanted, own);
  }
}

const keyOf = ({ alias, name }: QueryPlanFieldNode): string => alias ?? name;

const FRAGMENT = '... on ';

/** The type that a rewrite of `__typename` is about. */
function conditionOf(path: readonly string[]): string {
  const [first, last, ...more] = path;
  if (!first?.startsWith(FRAGMENT) || last !== '__typename' || more.length > 0)
    throw unsupportedPlan('a rewrite of a representation');
  return first.slice(FRAGMENT.length);
}
