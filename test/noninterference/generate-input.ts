import type { SeededRandom } from '@pasarela/serve/domain/seeded-random';
import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';
import { scalarValue } from './scalar-value';
import type { InputSource } from './value-pool';

/** Draws arguments that fit their types, as literals, as variables, or as variables inside of literals. */
export class InputWriter {
  readonly definitions: string[] = [];
  readonly variables: Record<string, unknown> = {};

  constructor(private readonly source: InputSource) {}

  /** The arguments of a field in parentheses; nothing where none is given. */
  argumentsOf(field: GraphQLField<unknown, unknown>): string {
    const given = field.args.filter((argument) => isRequired(argument) || this.random.chance(likelihood(argument)));
    const texts = given.map((argument) => `${argument.name}: ${this.argument(argument, field.name)}`);
    return texts.length > 0 ? `(${texts.join(', ')})` : '';
  }

  /** A new variable with a value, as it is used in the query. */
  variable(type: string, value: unknown, fallback?: string): string {
    const name = `v${this.definitions.length + 1}`;
    this.definitions.push(`$${name}: ${type}${fallback === undefined ? '' : ` = ${fallback}`}`);
    if (fallback === undefined || this.random.chance(0.7)) this.variables[name] = value;
    return `$${name}`;
  }

  private get random(): SeededRandom {
    return this.source.random;
  }

  private argument({ name, type }: GraphQLArgument, field: string): string {
    const value = this.value(type, name, field);
    if (this.random.chance(0.7)) return this.literal(value, type);
    const withDefault = !isNonNullType(type) && this.random.chance(0.3);
    return this.variable(String(type), value, withDefault ? this.constant(value, type) : undefined);
  }

  private value(type: GraphQLInputType, name: string, field: string): unknown {
    if (!isNonNullType(type) && this.random.chance(0.04)) return null;
    const nullable = getNullableType(type);
    if (isListType(nullable)) return this.list(nullable.ofType as GraphQLInputType, name, field);
    if (isEnumType(nullable)) return this.random.pick(nullable.getValues()).name;
    if (!isInputObjectType(nullable)) return scalarValue({ ...this.source, name, field, type: nullable.name });
    const given = Object.values(nullable.getFields()).filter(
      (input) => isNonNullType(input.type) || this.random.chance(0.35),
    );
    return Object.fromEntries(given.map((input) => [input.name, this.value(input.type, input.name, field)]));
  }

  /** One value stands for a list of it, now and then. */
  private list(type: GraphQLInputType, name: string, field: string): unknown {
    const items = Array.from({ length: this.random.integer(1, 4) }, () => this.value(type, name, field) ?? 'VEN');
    return this.random.chance(0.1) ? items[0] : items;
  }

  /** The text of a value, with a variable here and there inside of objects. */
  private literal(value: unknown, type: GraphQLInputType): string {
    return this.text(value, type, (inner, innerType) =>
      this.random.chance(0.2) ? this.variable(String(innerType), inner) : this.literal(inner, innerType),
    );
  }

  private constant(value: unknown, type: GraphQLInputType): string {
    return this.text(value, type, (inner, innerType) => this.constant(inner, innerType));
  }

  private text(value: unknown, type: GraphQLInputType, inner: (value: unknown, type: GraphQLInputType) => string) {
    const nullable = getNullableType(type);
    if (value === null) return 'null';
    if (isListType(nullable)) {
      const items = (Array.isArray(value) ? value : [value]).map((item) => JSON.stringify(item));
      return Array.isArray(value) ? `[${items.join(', ')}]` : (items[0] as string);
    }
    if (isEnumType(nullable)) return String(value);
    if (!isInputObjectType(nullable)) return JSON.stringify(value);
    const fields = nullable.getFields();
    const texts = Object.entries(value as object).map(
      ([name, one]) => `${name}: ${inner(one, (fields[name] as { type: GraphQLInputType }).type)}`,
    );
    return `{ ${texts.join(', ')} }`;
  }
}

const isRequired = ({ type, defaultValue }: GraphQLArgument): boolean =>
  isNonNullType(type) && defaultValue === undefined;

/** A list without its codes is the whole list, and slow. */
const likelihood = ({ name }: GraphQLArgument): number => ({ codes: 0.95, filter: 0.35 })[name] ?? 0.5;
