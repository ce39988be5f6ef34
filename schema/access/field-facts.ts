import {
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  getNamedType,
  isCompositeType,
  isListType,
  isNonNullType,
} from 'graphql';
import type { FieldLabel, LabelTable } from '../labels/label';

/** What a walk needs of a field, worked out once for a schema and a label table. */
export interface FieldFacts {
  readonly typeName: string;
  readonly field: GraphQLField<unknown, unknown>;
  /** `Type.field`. */
  readonly coordinate: string;
  /** One `.@` for each list that its type is wrapped in. */
  readonly marks: string;
  /** What it adds to the path of an answer where it has no alias: `.field` and the marks. */
  readonly step: string;
  /** The type of its objects; undefined where it returns a leaf. */
  readonly objects: GraphQLCompositeType | undefined;
  readonly label: FieldLabel | undefined;
  /** Where its decision stands in a decider; undefined for what has no label. */
  readonly place: number | undefined;
}

/** The facts of a type's fields, by name. */
export type FactsOfType = ReadonlyMap<string, FieldFacts>;

const factsByTable = new WeakMap<LabelTable, WeakMap<GraphQLObjectType, FactsOfType>>();

/** The facts of a type's fields, by name. */
export function factsOf(parent: GraphQLObjectType, labels: LabelTable): FactsOfType {
  const byType = factsByTable.get(labels) ?? new WeakMap<GraphQLObjectType, FactsOfType>();
  factsByTable.set(labels, byType);
  const facts = byType.get(parent) ?? new Map(makeFacts(parent, labels));
  byType.set(parent, facts);
  return facts;
}

function makeFacts(parent: GraphQLObjectType, labels: LabelTable): [name: string, facts: FieldFacts][] {
  const places = placesIn(labels);
  return Object.values(parent.getFields()).map((field) => {
    const type = getNamedType(field.type);
    const coordinate = `${parent.name}.${field.name}`;
    const marks = listMarks(field.type);
    const facts = {
      typeName: parent.name,
      field,
      coordinate,
      marks,
      step: `.${field.name}${marks}`,
      objects: isCompositeType(type) ? type : undefined,
      label: labels.fields.get(coordinate),
      place: places.get(coordinate),
    };
    return [field.name, facts];
  });
}

const placesByTable = new WeakMap<LabelTable, ReadonlyMap<string, number>>();

/** A number for each coordinate of a table, from 0. */
export function placesIn(table: LabelTable): ReadonlyMap<string, number> {
  const known =
    placesByTable.get(table) ?? new Map([...table.fields.keys()].map((coordinate, place) => [coordinate, place]));
  placesByTable.set(table, known);
  return known;
}

function listMarks(type: GraphQLOutputType): string {
  if (isNonNullType(type)) return listMarks(type.ofType);
  return isListType(type) ? `.@${listMarks(type.ofType)}` : '';
}
