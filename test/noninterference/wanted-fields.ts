import { isUnpublished } from '@pasarela/schema/access/foreign-join';
import type { LabelTable } from '@pasarela/schema/labels/label';
import { type GraphQLSchema, getNamedType, isObjectType } from 'graphql';

/** What can be asked by name, is not published, and was not asked yet: most of it is withheld from whoever asks. */
export class WantedFields {
  private readonly left: Set<string>;

  constructor(
    private readonly schema: GraphQLSchema,
    labels: LabelTable,
  ) {
    const reached = this.typesBelow('Query');
    this.left = new Set(
      [...reached].flatMap((type) =>
        this.fieldsOf(type)
          .map(({ name }) => `${type}.${name}`)
          .filter((coordinate) => isUnpublished(labels.fields.get(coordinate))),
      ),
    );
  }

  /** Whether a field (`Type.field`) is still to be asked. */
  has(coordinate: string): boolean {
    return this.left.has(coordinate);
  }

  /** Takes what was asked off. */
  asked(coordinates: Iterable<string>): void {
    for (const coordinate of coordinates) this.left.delete(coordinate);
  }

  /** How many fields are still to be asked in a type and in all that it leads to. @param planned what is about to be. */
  below(type: string, planned: ReadonlySet<string> = new Set()): number {
    let count = 0;
    for (const name of this.typesBelow(type))
      for (const field of this.fieldsOf(name)) {
        const coordinate = `${name}.${field.name}`;
        if (this.left.has(coordinate) && !planned.has(coordinate)) count++;
      }
    return count;
  }

  /** For each root field, how much is still to be asked with it and below it. */
  byRoot(planned: ReadonlySet<string>): ReadonlyMap<string, number> {
    const isLeft = (coordinate: string) => this.has(coordinate) && !planned.has(coordinate);
    return new Map(
      this.fieldsOf('Query').map(({ name, type }) => [
        name,
        (isLeft(`Query.${name}`) ? 1 : 0) + this.below(getNamedType(type).name, planned),
      ]),
    );
  }

  /** All that is still to be asked. */
  all(): string[] {
    return [...this.left].sort();
  }

  private fieldsOf(name: string) {
    const type = this.schema.getType(name);
    return isObjectType(type) ? Object.values(type.getFields()) : [];
  }

  private typesBelow(name: string, found = new Set<string>()): Set<string> {
    if (found.has(name) || !isObjectType(this.schema.getType(name))) return found;
    found.add(name);
    for (const field of this.fieldsOf(name)) this.typesBelow(getNamedType(field.type).name, found);
    return found;
  }
}
