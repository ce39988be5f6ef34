import { levelOn } from '@pasarela/schema/access/decide';
import type { Decider } from '@pasarela/schema/access/decider';
import type { Purpose } from '@pasarela/schema/identity/purposes';
import { type GraphQLSchema, getNamedType, isObjectType } from 'graphql';
import type { Requester } from './requester';
import type { Row } from './rewrite-stores';
import { remainsAt } from './same-at-level';

/** What one requester is shown of stored rows, by the decisions on them. */
export class Shown {
  private readonly reached = new Map<Decider, ReadonlySet<string>>();

  constructor(
    private readonly requester: Requester,
    private readonly api: GraphQLSchema,
    private readonly now: Date,
  ) {}

  /** All that is shown of a row, under each purpose, as a text; two rows with one text look the same. */
  textOf(type: string, row: Row): string {
    return JSON.stringify([...this.deciders()].map((decider) => this.object(decider, type, row)));
  }

  /** Whether a row exists under none of the purposes, or nothing leads to it. */
  isHidden(type: string, row: Row): boolean {
    return [...this.deciders()].every((decider) => this.object(decider, type, row) === undefined);
  }

  /** Whether a field is shown whole under some purpose under which the row exists: then nothing else can stand there. */
  isWhole(coordinate: string, type: string, row: Row): boolean {
    const ofType = coordinate.slice(0, coordinate.indexOf('.'));
    return [...this.deciders()].some(
      (decider) =>
        decider.decide(coordinate).full &&
        this.typesReached(decider).has(ofType) &&
        this.typesReached(decider).has(type) &&
        decider.rows(type).exist.holds(row),
    );
  }

  /** Whether the requester gets to objects of a type at all, or for one purpose. */
  reaches(type: string, purpose?: Purpose): boolean {
    return [...this.requester.deciders].some(
      ([one, decider]) => (purpose ?? one) === one && this.typesReached(decider).has(type),
    );
  }

  /** The party that asks. */
  get party(): string {
    return this.requester.identity.party;
  }

  /** Whether the requester gets a field under any purpose. */
  sees(coordinate: string): boolean {
    return [...this.deciders()].some((decider) => !decider.decide(coordinate).withheld);
  }

  private deciders(): Iterable<Decider> {
    return this.requester.deciders.values();
  }

  private object(decider: Decider, type: string, row: object): object | undefined {
    if (!this.typesReached(decider).has(type) || !decider.rows(type).exist.holds(row)) return undefined;
    return Object.fromEntries(
      this.fieldsOf(type, row).map((name) => [name, this.field(decider, `${type}.${name}`, { name, row })]),
    );
  }

  private field(decider: Decider, coordinate: string, { name, row }: { name: string; row: object }): unknown {
    const decision = decider.decide(coordinate);
    // What is structural follows the field that returned it, which was decided on its record.
    const level = decision.label?.structural ? 'full' : levelOn(decision, row);
    const value = (row as Row)[name];
    const type = decision.label?.type ?? '';
    if (level !== 'none' && holdsObjects(value))
      return Array.isArray(value)
        ? value.map((item) => this.object(decider, type, item)).filter((item) => item !== undefined)
        : (this.object(decider, type, value) ?? null);
    return remainsAt(level, { kind: decision.label?.kind ?? 'other', value, now: this.now });
  }

  /** The fields of a type that a stored object holds under their own names. */
  private fieldsOf(type: string, row: object): string[] {
    const known = this.api.getType(type);
    return isObjectType(known) ? Object.keys(known.getFields()).filter((name) => Object.hasOwn(row, name)) : [];
  }

  private typesReached(decider: Decider): ReadonlySet<string> {
    const known = this.reached.get(decider);
    if (known) return known;
    const reached = new Set<string>();
    follow('Query', { decider, api: this.api, reached });
    this.reached.set(decider, reached);
    return reached;
  }
}

/** Whether a value is an object, or a list that begins with one. */
export const holdsObjects = (value: unknown): value is object => {
  const first = Array.isArray(value) ? value[0] : value;
  return typeof first === 'object' && first !== null;
};

interface Following {
  readonly decider: Decider;
  readonly api: GraphQLSchema;
  readonly reached: Set<string>;
}

/** Every type to which fields lead that are not withheld. */
function follow(name: string, following: Following): void {
  const type = following.api.getType(name);
  if (!isObjectType(type) || following.reached.has(name)) return;
  following.reached.add(name);
  for (const field of Object.values(type.getFields())) {
    const coordinate = `${name}.${field.name}`;
    const structural = following.decider.ruleSet.labels.fields.get(coordinate)?.structural;
    if (structural || !following.decider.decide(coordinate).withheld) follow(getNamedType(field.type).name, following);
  }
}
