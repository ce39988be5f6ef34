import {
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isLeafType,
  isObjectType,
} from 'graphql';
import { InputWriter } from './generate-input';
import type { InputSource } from './value-pool';
import type { WantedFields } from './wanted-fields';

/** What a query is drawn from. */
export interface QuerySource extends InputSource {
  /** What the requester may ask by name. */
  readonly schema: GraphQLSchema;
  /** How often each root field is asked, compared with the others; 1 unless said otherwise. */
  readonly weights: ReadonlyMap<string, number>;
  /** Whether a field (`Type.field`) is still to be asked. */
  readonly isWanted: (coordinate: string) => boolean;
  /** Given, the query asks for all of this below one root field, and for little else. */
  readonly sweep?: WantedFields | undefined;
}

/** An operation and its variables. */
export interface GeneratedQuery {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

const MAX_DEPTH = 8;
const ROOTS_OF_A_SWEEP = 8;

/** Draws a valid query: aliases, named and inline fragments, conditions, nested fields, inputs. The same source gives the same query. */
export const generateQuery = (source: QuerySource): GeneratedQuery => new QueryWriter(source).write();

class QueryWriter {
  private readonly inputs: InputWriter;
  private readonly fragments: string[] = [];
  /** What a sweep has asked for so far. */
  private readonly planned = new Set<string>();
  private aliases = 0;

  constructor(private readonly source: QuerySource) {
    this.inputs = new InputWriter(source);
  }

  write(): GeneratedQuery {
    const query = this.source.schema.getQueryType() as GraphQLObjectType;
    const { sweep } = this.source;
    const chosen = sweep ? this.sweptRoots(query, sweep) : this.drawnRoots(query);
    const set = `{ ${this.grouped(chosen, query.name).join(' ')} }`;
    const { definitions, variables } = this.inputs;
    const head = definitions.length > 0 ? `query Q(${definitions.join(', ')})` : this.random.pick(['query Q', 'query']);
    return { query: [`${head} ${set}`, ...this.fragments].join('\n'), variables };
  }

  private get random() {
    return this.source.random;
  }

  private drawnRoots(query: GraphQLObjectType): string[] {
    const { weights } = this.source;
    const roots = Object.values(query.getFields()).map((field) => [field, weights.get(field.name) ?? 1] as const);
    const count = this.random.chance(0.3) ? 2 : 1;
    return Array.from({ length: count }, () => this.field(this.random.weighted(roots), 0, true));
  }

  /** Some root fields with all that is still to be asked below them, the more of it the likelier. */
  private sweptRoots(query: GraphQLObjectType, sweep: WantedFields): string[] {
    return Array.from({ length: ROOTS_OF_A_SWEEP }, () => {
      const left = sweep.byRoot(this.planned);
      const roots = Object.values(query.getFields()).map((field) => [field, left.get(field.name) ?? 0] as const);
      if (roots.every(([, weight]) => weight === 0)) return [];
      const root = this.random.weighted(roots);
      this.planned.add(`${query.name}.${root.name}`);
      return [this.field(root, 0, true)];
    }).flat();
  }

  private selectionSet(type: GraphQLObjectType, depth: number): string {
    const chosen = Object.values(type.getFields())
      .filter((field) => depth < MAX_DEPTH || isLeafType(getNamedType(field.type)))
      .filter((field) => this.isChosen(field, type.name))
      .map((field) => this.field(field, depth, this.random.chance(0.15)));
    const again = this.random.chance(0.05) ? [this.anyLeaf(type, depth)] : [];
    const typename = chosen.length === 0 || this.random.chance(0.08) ? ['__typename'] : [];
    return `{ ${this.grouped([...chosen, ...again, ...typename], type.name).join(' ')} }`;
  }

  /** One field a second time, under another name. */
  private anyLeaf(type: GraphQLObjectType, depth: number): string {
    const leaves = Object.values(type.getFields()).filter((field) => isLeafType(getNamedType(field.type)));
    return leaves.length > 0 ? this.field(this.random.pick(leaves), depth, true) : '__typename';
  }

  private isChosen(field: GraphQLField<unknown, unknown>, type: string): boolean {
    const { sweep } = this.source;
    if (!sweep) return this.random.chance(this.likelihood(field, type));
    const coordinate = `${type}.${field.name}`;
    const isWanted = sweep.has(coordinate) && !this.planned.has(coordinate);
    if (!isWanted && sweep.below(getNamedType(field.type).name, this.planned) === 0) return this.random.chance(0.05);
    this.planned.add(coordinate);
    return true;
  }

  private likelihood(field: GraphQLField<unknown, unknown>, type: string): number {
    const { isWanted } = this.source;
    const inner = getNamedType(field.type);
    const isWantedInside =
      isObjectType(inner) && Object.keys(inner.getFields()).some((name) => isWanted(`${inner.name}.${name}`));
    if (/^(edges|node)$/.test(field.name)) return 0.95;
    if (isWanted(`${type}.${field.name}`) || isWantedInside) return 0.6;
    if (/^(cursor|endCursor|pageInfo)$/.test(field.name)) return 0.5;
    return isLeafType(inner) ? 0.4 : 0.3;
  }

  private field(field: GraphQLField<unknown, unknown>, depth: number, isAliased: boolean): string {
    const type = getNamedType(field.type);
    const alias = isAliased ? `${field.name}_${++this.aliases}: ` : '';
    const head = `${alias}${field.name}${this.inputs.argumentsOf(field)}${this.condition(0.06)}`;
    return isObjectType(type) ? `${head} ${this.selectionSet(type, depth + 1)}` : head;
  }

  /** `@include` or `@skip`, by a variable or at once. */
  private condition(likelihood: number): string {
    if (this.source.sweep || !this.random.chance(likelihood)) return '';
    const holds = this.random.chance(0.6);
    const value = this.random.chance(0.5) ? this.inputs.variable('Boolean!', holds) : String(holds);
    return ` @${this.random.pick(['include', 'skip'])}(if: ${value})`;
  }

  /** Some selections as they are, some inside a fragment. */
  private grouped(selections: readonly string[], type: string): string[] {
    return selections.map((selection) => {
      if (this.random.chance(0.1))
        return `...${this.random.pick(['', ` on ${type}`])}${this.condition(0.4)} { ${selection} }`;
      return this.random.chance(0.08) ? this.spread(selection, type) : selection;
    });
  }

  private spread(selection: string, type: string): string {
    const name = `F${this.fragments.length + 1}`;
    this.fragments.push(`fragment ${name} on ${type} { ${selection} }`);
    return `...${name}${this.condition(0.3)}${this.random.chance(0.1) ? ` ...${name}` : ''}`;
  }
}
