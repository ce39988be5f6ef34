import { type GraphQLInputType, isNonNullType } from 'graphql';
import { drawInput, inputText } from './input-values';
import type { Tape } from './tape';

/** The variables of a question that is being drawn. */
export class DrawnVariables {
  private readonly definitions: string[] = [];
  private readonly byType = new Map<string, string[]>();
  readonly values: Record<string, unknown> = {};

  constructor(private readonly tape: Tape) {}

  /** `($a: Int)`, or nothing. */
  get text(): string {
    return this.definitions.length > 0 ? `(${this.definitions.join(', ')})` : '';
  }

  /** A variable for a place of this type, as `$name`: an earlier one, or a new one. */
  draw(type: GraphQLInputType): string {
    const key = type.toString();
    const known = this.byType.get(key) ?? [];
    if (known.length > 0 && this.tape.once(3)) return this.tape.pick(known);
    const name = `$v${this.definitions.length}`;
    this.byType.set(key, [...known, name]);
    this.define(name, type);
    return name;
  }

  private define(name: string, type: GraphQLInputType): void {
    const kind = this.tape.draw(4);
    const nullable = isNonNullType(type) ? type.ofType : type;
    if (kind === 1) {
      // A default lets a variable that may be null stand where no null may be.
      const fallback = inputText(drawInput(type, this.tape));
      this.definitions.push(`${name}: ${nullable} = ${fallback}`);
      if (this.tape.once(2)) this.give(name, isNonNullType(type) ? type : nullable);
      return;
    }
    this.definitions.push(`${name}: ${type}`);
    if (kind !== 2 || isNonNullType(type)) this.give(name, type);
  }

  private give(name: string, type: GraphQLInputType): void {
    this.values[name.slice(1)] = JSON.parse(JSON.stringify(drawInput(type, this.tape)));
  }
}
