import {
  type FieldNode,
  type GraphQLField,
  type GraphQLSchema,
  getArgumentValues,
  getNamedType,
  getNullableType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type OperationTypeNode,
  type SelectionSetNode,
} from 'graphql';
import type { Variables } from '../included';

/** What costs are computed with. */
interface CostContext {
  readonly schema: GraphQLSchema;
  readonly operation: OperationTypeNode;
  readonly variables: Variables;
}

/** How many entries a list without a page size is taken to have. */
const ASSUMED_LIST = 30;

/**
 * How many objects an answer may hold. A field with `first` counts its page, also a negative or absurd
 * one, at face value; a list inside a page does not count again, another list counts as thirty.
 * @param set a decided selection set: fragments written out on object types.
 */
export function costOf(set: SelectionSetNode, context: CostContext): number {
  const root = context.schema.getRootType(context.operation);
  return root ? Math.ceil(selectionCost(set, root.name, false, context)) : 0;
}

function selectionCost(set: SelectionSetNode, typeName: string, paged: boolean, context: CostContext): number {
  return set.selections.reduce((sum, selection) => {
    if (selection.kind === Kind.FRAGMENT_SPREAD || !selection.selectionSet) return sum;
    if (selection.kind === Kind.FIELD) return sum + fieldCost(selection, typeName, paged, context);
    const condition = selection.typeCondition?.name.value ?? typeName;
    return sum + selectionCost(selection.selectionSet, condition, paged, context);
  }, 0);
}

function fieldCost(node: FieldNode, typeName: string, paged: boolean, context: CostContext): number {
  const type = context.schema.getType(typeName);
  const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[node.name.value] : undefined;
  if (!field || !node.selectionSet) return 0;
  const page = pageSize(field, node, context.variables);
  const times = page ?? (isListType(getNullableType(field.type)) && !paged ? ASSUMED_LIST : 1);
  const returned = getNamedType(field.type).name;
  return times * (1 + selectionCost(node.selectionSet, returned, page !== undefined, context));
}

function pageSize(
  field: GraphQLField<unknown, unknown>,
  node: Parameters<typeof getArgumentValues>[1],
  variables: Variables,
): number | undefined {
  if (!field.args.some(({ name }) => name === 'first')) return undefined;
  const { first } = getArgumentValues(field, node, variables as Record<string, unknown>);
  return typeof first === 'number' ? Math.abs(first) : ASSUMED_LIST;
}
