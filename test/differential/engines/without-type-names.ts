import {
  type GraphQLSchema,
  isAbstractType,
  Kind,
  parse,
  print,
  type SelectionNode,
  type SelectionSetNode,
  visit,
} from 'graphql';
import type { Question } from '../engine';
import type { MadeFederation } from '../federation/made-federation';

/** The same question, but for what asks for the name of a type beside other fields, in fragments on one type too. */
export function withoutTypeNames({ schemas: { apiSchema } }: MadeFederation, { text, variables }: Question): Question {
  const asked = visit(parse(text), {
    SelectionSet: {
      enter: takenTogether,
      leave: (set) => {
        const others = set.selections.filter((node) => !asksForTypeOnly(node, apiSchema));
        return others.length > 0 ? { ...set, selections: others } : undefined;
      },
    },
  });
  return { text: print(asked), variables };
}

/** A set in which each key and each type stands once: what is selected there at several places is taken together. */
function takenTogether(set: SelectionSetNode): SelectionSetNode {
  const together = new Map<unknown, SelectionNode>();
  for (const node of set.selections) {
    const place = placeOf(node);
    const known = together.get(place);
    together.set(place, known ? both(known, node) : node);
  }
  return { ...set, selections: [...together.values()] };
}

/** The same for what may be taken together; a node that stands alone is its own. */
function placeOf(node: SelectionNode): unknown {
  if (node.directives?.length || node.kind === Kind.FRAGMENT_SPREAD) return node;
  if (node.kind === Kind.INLINE_FRAGMENT) return `... on ${node.typeCondition?.name.value}`;
  return node.alias?.value ?? node.name.value;
}

function both(one: SelectionNode, other: SelectionNode): SelectionNode {
  if (!('selectionSet' in one && one.selectionSet && 'selectionSet' in other && other.selectionSet)) return one;
  const selections = [...one.selectionSet.selections, ...other.selectionSet.selections];
  return { ...one, selectionSet: { ...one.selectionSet, selections } } as SelectionNode;
}

function asksForTypeOnly(node: SelectionNode, schema: GraphQLSchema): boolean {
  if (node.kind === Kind.FIELD) return node.name.value === '__typename';
  if (node.kind !== Kind.INLINE_FRAGMENT || isAbstractType(schema.getType(node.typeCondition?.name.value ?? '')))
    return false;
  return node.selectionSet.selections.every((inner) => asksForTypeOnly(inner, schema));
}
