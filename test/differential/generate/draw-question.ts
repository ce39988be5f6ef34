import {
  GraphQLBoolean,
  type GraphQLCompositeType,
  type GraphQLField,
  GraphQLNonNull,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isObjectType,
  isRequiredArgument,
  isUnionType,
} from 'graphql';
import type { Question } from '../engine';
import { drawInput, inputText } from './input-values';
import { Tape } from './tape';
import { DrawnVariables } from './variables';

/** Names that objects inherit, and others that are easily taken for something else. */
const ALIASES = [
  'a',
  'b',
  'constructor',
  'toString',
  'hasOwnProperty',
  '__proto__',
  'valueOf',
  'id',
  'name',
  'data',
  'code',
  'sku',
  '__typename',
  'size',
  '_entities',
];
const CONDITION = new GraphQLNonNull(GraphQLBoolean);
const MOST_DEPTH = 7;
const MOST_FIELDS = 45;

/** A question that is valid in a schema, from a list of numbers. */
export function drawQuestion(schema: GraphQLSchema, numbers: readonly number[]): Question {
  return new QuestionWriter(schema, new Tape(numbers)).question();
}

class QuestionWriter {
  private readonly variables: DrawnVariables;
  private readonly fragments: Array<{ readonly on: string; readonly text: string }> = [];
  /** What each response path stands for: under one key the same must be asked. */
  private readonly meanings = new Map<string, string>();
  private fields = 0;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly tape: Tape,
  ) {
    this.variables = new DrawnVariables(tape);
  }

  question(): Question {
    const mutation = this.tape.once(8) ? this.schema.getMutationType() : undefined;
    const root = mutation ?? (this.schema.getQueryType() as GraphQLCompositeType);
    const selections = this.selections(root, '', 0);
    const fragments = this.fragments.map(({ on, text }, index) => `fragment F${index} on ${on} ${text}`);
    const text = [`${mutation ? 'mutation' : 'query'} Q${this.variables.text} ${selections}`, ...fragments].join('\n');
    return { text, variables: this.variables.values };
  }

  private selections(type: GraphQLCompositeType, path: string, depth: number): string {
    const count = 1 + this.tape.draw(depth === 0 ? 4 : 5);
    const all = Array.from({ length: count }, () => this.selection(type, path, depth));
    return `{ ${all.join(' ')} }`;
  }

  private selection(type: GraphQLCompositeType, path: string, depth: number): string {
    const kind = this.tape.draw(10);
    if (kind >= 7 && depth < MOST_DEPTH) return this.fragment(type, path, depth);
    if (kind === 6 || isUnionType(type)) return this.typeName(path);
    return this.field(type, path, depth);
  }

  private typeName(path: string): string {
    const key = this.tape.once(3) ? this.tape.pick(ALIASES) : '__typename';
    return this.means(`${path}.${key}`, '__typename')
      ? `${key === '__typename' ? '' : `${key}: `}__typename${this.condition()}`
      : '__typename';
  }

  private field(type: Exclude<GraphQLCompositeType, { getTypes(): unknown }>, path: string, depth: number): string {
    const all = Object.values(type.getFields());
    const full = depth >= MOST_DEPTH || ++this.fields > MOST_FIELDS;
    const open = full ? all.filter((field) => !isCompositeType(getNamedType(field.type))) : all;
    if (open.length === 0) return this.typeName(path);
    const field = this.tape.pick(open);
    const asked = `${field.name}${this.args(field)}`;
    const key = this.responseKey(field, asked, path);
    const inner = getNamedType(field.type);
    const set = isCompositeType(inner) ? ` ${this.selections(inner, `${path}.${key}`, depth + 1)}` : '';
    return `${key === field.name ? '' : `${key}: `}${asked}${this.condition()}${set}`;
  }

  /** A key under which nothing else is asked. */
  private responseKey(field: GraphQLField<unknown, unknown>, asked: string, path: string): string {
    const meaning = `${asked}: ${field.type}`;
    const wanted = this.tape.once(4) ? [this.tape.pick(ALIASES), field.name] : [field.name];
    const free = wanted.find((key) => this.means(`${path}.${key}`, meaning));
    if (free !== undefined) return free;
    for (let number = 1; ; number++) if (this.means(`${path}.x${number}`, meaning)) return `x${number}`;
  }

  private means(responsePath: string, meaning: string): boolean {
    const known = this.meanings.get(responsePath);
    if (known === undefined) this.meanings.set(responsePath, meaning);
    return known === undefined || known === meaning;
  }

  private args({ args }: GraphQLField<unknown, unknown>): string {
    const given = args
      .filter((arg) => isRequiredArgument(arg) || this.tape.once(2))
      .map(
        ({ name, type }) =>
          `${name}: ${this.tape.draw(3) === 1 ? this.variables.draw(type) : inputText(drawInput(type, this.tape))}`,
      );
    return given.length > 0 ? `(${given.join(', ')})` : '';
  }

  private condition(): string {
    if (!this.tape.once(9)) return '';
    const value = this.tape.once(3) ? String(this.tape.draw(2) === 0) : this.variables.draw(CONDITION);
    return ` @${this.tape.pick(['include', 'skip'])}(if: ${value})`;
  }

  private fragment(type: GraphQLCompositeType, path: string, depth: number): string {
    if (this.fragments.length > 0 && this.tape.once(5)) return this.knownFragment(type);
    const on = this.tape.pick(this.overlapping(type));
    const text = this.selections(on, path, depth + 1);
    const kind = this.tape.draw(3);
    if (kind === 2) {
      this.fragments.push({ on: on.name, text });
      return `...F${this.fragments.length - 1}${this.condition()}`;
    }
    return `...${kind === 1 && on === type ? '' : ` on ${on.name}`}${this.condition()} ${text}`;
  }

  /** A fragment that stands elsewhere already: what it asks may not go together with what is asked here. */
  private knownFragment(type: GraphQLCompositeType): string {
    const names = this.overlapping(type).map(({ name }) => name);
    const index = this.fragments.findIndex(({ on }) => names.includes(on));
    return index < 0 ? '__typename' : `...F${index}`;
  }

  private overlapping(type: GraphQLCompositeType): GraphQLCompositeType[] {
    const own = this.possible(type);
    const others = Object.values(this.schema.getTypeMap()).filter(
      (other): other is GraphQLCompositeType =>
        isCompositeType(other) && other !== type && this.possible(other).some((one) => own.includes(one)),
    );
    return [type, ...others];
  }

  private possible(type: GraphQLCompositeType) {
    return isObjectType(type) ? [type] : this.schema.getPossibleTypes(type);
  }
}
