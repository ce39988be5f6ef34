import {
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  isAbstractType,
  Kind,
  type SelectionSetNode,
} from 'graphql';

/** What is selected of an object under one response key. */
export interface SelectedField {
  readonly name: string;
  /** What is selected of its value, to be taken together; none for a leaf. */
  readonly sets: readonly SelectionSetNode[];
}

/** The fields that written-out selections (no fragment spreads, no conditions) take of an object type, by response key. */
export function selectedFields(
  type: GraphQLObjectType,
  sets: readonly SelectionSetNode[],
  schema: GraphQLSchema,
): ReadonlyMap<string, SelectedField> {
  const found = new Map<string, SelectedField>();
  for (const set of sets) collect(set, { type, schema, found });
  return found;
}

interface Collecting {
  readonly type: GraphQLObjectType;
  readonly schema: GraphQLSchema;
  readonly found: Map<string, SelectedField>;
}

function collect(set: SelectionSetNode, into: Collecting): void {
  for (const selection of set.selections) {
    if (selection.kind === Kind.FIELD) add(selection, into.found);
    else if (selection.kind === Kind.INLINE_FRAGMENT) {
      if (appliesTo(selection.typeCondition?.name.value, into.type, into.schema)) collect(selection.selectionSet, into);
    } else throw new Error('a fragment that is not written out');
  }
}

function add({ alias, name, selectionSet }: FieldNode, found: Map<string, SelectedField>): void {
  const key = alias?.value ?? name.value;
  const sets = [...(found.get(key)?.sets ?? []), ...(selectionSet ? [selectionSet] : [])];
  found.set(key, { name: name.value, sets });
}

/** Whether a fragment on a condition applies to objects of a type. */
export function appliesTo(condition: string | undefined, type: GraphQLObjectType, schema: GraphQLSchema): boolean {
  if (condition === undefined || condition === type.name) return true;
  const wanted = schema.getType(condition);
  return isAbstractType(wanted) && schema.isSubType(wanted, type);
}

/** Numbers selections, so that what was generated for the same ones is found again. */
export class SelectionNumbers {
  private readonly numbers = new Map<SelectionSetNode, number>();

  keyOf(sets: readonly SelectionSetNode[]): string {
    return sets.map((set) => this.numberOf(set)).join('.');
  }

  private numberOf(set: SelectionSetNode): number {
    const number = this.numbers.get(set) ?? this.numbers.size;
    this.numbers.set(set, number);
    return number;
  }
}
