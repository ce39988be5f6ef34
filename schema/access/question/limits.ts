import { type DocumentNode, type FragmentDefinitionNode, Kind, type SelectionSetNode } from 'graphql';
import { requestError } from '../../errors';

/** How large a query may be, before anything is validated or planned. */
export interface QueryLimits {
  readonly maxTokens: number;
  readonly maxDepth: number;
  /** Fields, `__typename` and aliases included, once fragments are written out. */
  readonly maxFields: number;
  /** Fields of introspection, which lists the whole schema for each. The usual introspection query has under 300. */
  readonly maxIntrospectionFields: number;
  /** Objects that an answer may hold. */
  readonly maxCost: number;
}

/** Limits of a question: generous for an analyst, far below what harms. */
export const QUERY_LIMITS: QueryLimits = {
  maxTokens: 5_000,
  maxDepth: 16,
  maxFields: 2_000,
  maxIntrospectionFields: 400,
  maxCost: 10_000,
};

/** Depth and number of fields of a selection set with its fragments written out. */
interface Extent {
  readonly depth: number;
  readonly fields: number;
}

/** Refuses a document that is too deep or too wide. Each fragment is measured once, so it cannot explode here. */
export function checkLimits(document: DocumentNode, limits: QueryLimits): void {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions)
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  const measure = new ExtentMeasure(fragments);
  for (const node of document.definitions) {
    if (node.kind !== Kind.OPERATION_DEFINITION && node.kind !== Kind.FRAGMENT_DEFINITION) continue;
    const { depth, fields } = measure.of(node.selectionSet);
    if (depth > limits.maxDepth) throw requestError('TOO_DEEP', { max: limits.maxDepth });
    const max = introspects(node.selectionSet, fragments) ? limits.maxIntrospectionFields : limits.maxFields;
    if (fields > max) throw requestError('TOO_MANY_FIELDS', { max });
  }
}

/** Whether an operation asks for the schema anywhere at its root. */
function introspects(
  set: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  seen = new Set<string>(),
): boolean {
  return set.selections.some((selection) => {
    if (selection.kind === Kind.FIELD) return selection.name.value === '__schema' || selection.name.value === '__type';
    if (selection.kind === Kind.INLINE_FRAGMENT) return introspects(selection.selectionSet, fragments, seen);
    const name = selection.name.value;
    const fragment = seen.has(name) ? undefined : fragments.get(name);
    return fragment !== undefined && introspects(fragment.selectionSet, fragments, seen.add(name));
  });
}

class ExtentMeasure {
  private readonly known = new Map<string, Extent>();
  private readonly open = new Set<string>();

  constructor(private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>) {}

  of(set: SelectionSetNode): Extent {
    return set.selections.reduce<Extent>(
      (total, selection) => {
        const extent =
          selection.kind === Kind.FRAGMENT_SPREAD ? this.fragment(selection.name.value) : this.nested(selection);
        return { depth: Math.max(total.depth, extent.depth), fields: total.fields + extent.fields };
      },
      { depth: 0, fields: 0 },
    );
  }

  private nested(selection: Exclude<SelectionSetNode['selections'][number], { kind: Kind.FRAGMENT_SPREAD }>): Extent {
    const inner = selection.selectionSet ? this.of(selection.selectionSet) : { depth: 0, fields: 0 };
    return selection.kind === Kind.FIELD ? { depth: inner.depth + 1, fields: inner.fields + 1 } : inner;
  }

  /** A fragment that contains itself has no extent here; validation refuses it by its own rule. */
  private fragment(name: string): Extent {
    const known = this.known.get(name);
    const fragment = this.fragments.get(name);
    if (known || !fragment || this.open.has(name)) return known ?? { depth: 0, fields: 0 };
    this.open.add(name);
    const extent = this.of(fragment.selectionSet);
    this.open.delete(name);
    this.known.set(name, extent);
    return extent;
  }
}
