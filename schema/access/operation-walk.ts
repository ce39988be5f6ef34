import {
  type ASTNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  type InlineFragmentNode,
  isCompositeType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { requestError } from '../errors';
import type { FieldLabel } from '../labels/label';
import type { Decision } from './decide';
import type { DecidedField, RowsAtPlace } from './decided-operation';
import type { Decider } from './decider';
import { isUnpublished, withoutForeignJoin } from './foreign-join';
import { isIncluded, type Variables } from './included';
import type { FieldUse } from './read-inputs';

/** What an operation is decided on. */
export interface OperationInput {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** Coerced values. */
  readonly variables: Variables;
  readonly decider: Decider;
  /** How many fields may be selected once fragments are written out. */
  readonly maxFields: number;
}

/** An operation of which every field was decided; what its inputs read is still to be checked. */
export interface WalkedOperation {
  readonly selectionSet: SelectionSetNode;
  readonly fields: readonly DecidedField[];
  readonly rows: readonly RowsAtPlace[];
  /** Fields with arguments that are left to fetch. */
  readonly uses: readonly FieldUse[];
}

/** The alias under which the type of an object behind an interface or union is fetched along. */
export const TYPENAME_ALIAS = '_pasarela_typename';

/** Root fields that are plumbing between gateway and subgraph; the gateway's own schema does not have them. */
const FEDERATION_ROOTS = new Set(['Query._entities', 'Query._service']);

/**
 * Decides every field of an operation and prunes what is withheld. The whole document is walked: aliases,
 * named and inline fragments, interfaces (per concrete type), nested lists.
 */
export function walkOperation(input: OperationInput): WalkedOperation {
  const walk = new OperationWalk(input);
  const root = input.schema.getRootType(input.operation.operation);
  if (!root) throw requestError('UNSUPPORTED_OPERATION');
  const start = { path: '', inherited: undefined, through: undefined };
  const selectionSet = walk.selectionSet(root, input.operation.selectionSet, start);
  return { selectionSet, fields: walk.fields, rows: walk.rows, uses: walk.uses };
}

/** Where the walk stands: the path so far, the decision that structural fields inherit, and what it came through. */
interface Position {
  readonly path: string;
  readonly inherited: Decision | undefined;
  /** The nearest unpublished field above. */
  readonly through: FieldLabel | undefined;
}

class OperationWalk {
  readonly fields: DecidedField[] = [];
  readonly rows: RowsAtPlace[] = [];
  readonly uses: FieldUse[] = [];
  private selected = 0;

  constructor(private readonly input: OperationInput) {}

  selectionSet(parent: GraphQLCompositeType, set: SelectionSetNode, position: Position): SelectionSetNode {
    const selections = set.selections
      .filter((selection) => isIncluded(selection, this.input.variables))
      .flatMap((selection) => this.selection(parent, selection, position));
    return { kind: Kind.SELECTION_SET, selections };
  }

  private selection(
    parent: GraphQLCompositeType,
    selection: SelectionNode,
    position: Position,
  ): readonly SelectionNode[] {
    // INVARIANT: counting here bounds what fragments can expand to, at the gateway and at every subgraph.
    if (++this.selected > this.input.maxFields) throw requestError('TOO_MANY_FIELDS', { max: this.input.maxFields });
    if (selection.kind === Kind.FIELD) return this.field(parent, selection, position);
    const fragment =
      selection.kind === Kind.INLINE_FRAGMENT ? selection : this.input.fragments.get(selection.name.value);
    if (!fragment) throw requestError('UNKNOWN_FIELD', placeOf(selection, 'fragment'));
    return this.fragment(parent, fragment, position);
  }

  private fragment(
    parent: GraphQLCompositeType,
    fragment: InlineFragmentNode | FragmentDefinitionNode,
    position: Position,
  ): readonly SelectionNode[] {
    const condition = fragment.typeCondition?.name.value;
    const type = condition ? this.input.schema.getType(condition) : parent;
    if (!type || !isCompositeType(type)) throw requestError('UNKNOWN_FIELD', placeOf(fragment, condition ?? ''));
    if (isObjectType(parent))
      return this.concrete(type).includes(parent)
        ? this.selectionSet(parent, fragment.selectionSet, position).selections
        : [];
    const reachable = this.concrete(parent);
    return this.concrete(type)
      .filter((concrete) => reachable.includes(concrete))
      .flatMap((concrete) => {
        const set = this.selectionSet(concrete, fragment.selectionSet, position);
        return set.selections.length > 0 ? [inlineFragment(concrete.name, set)] : [];
      });
  }

  private concrete(type: GraphQLCompositeType): readonly GraphQLObjectType[] {
    return isObjectType(type) ? [type] : this.input.schema.getPossibleTypes(type);
  }

  private field(parent: GraphQLCompositeType, node: FieldNode, position: Position): readonly SelectionNode[] {
    if (node.name.value === '__typename') return [plain(node)];
    if (node.name.value.startsWith('__')) return [];
    if (isObjectType(parent)) return this.fieldOf(parent, node, position);
    // Behind an interface each concrete type has a decision of its own (threat 10).
    return this.concrete(parent).flatMap((type) => {
      const selections = this.fieldOf(type, node, position);
      return selections.length > 0 ? [inlineFragment(type.name, { kind: Kind.SELECTION_SET, selections })] : [];
    });
  }

  private fieldOf(parent: GraphQLObjectType, node: FieldNode, position: Position): readonly SelectionNode[] {
    const field = parent.getFields()[node.name.value];
    if (!field) throw requestError('UNKNOWN_FIELD', placeOf(node, node.name.value));
    const path = `${position.path && `${position.path}.`}${node.alias?.value ?? field.name}${listMarks(field.type)}`;
    const decision = this.decision(`${parent.name}.${field.name}`, { ...position, path });
    if (decision?.withheld) return [];
    if (field.args.length > 0) this.uses.push({ typeName: parent.name, field, node });
    const type = getNamedType(field.type);
    if (!node.selectionSet || !isCompositeType(type)) return [plain(node)];
    this.noteRows(type, path);
    const through = isUnpublished(decision?.label) ? decision?.label : position.through;
    const below = { path, inherited: decision, through };
    return [{ ...node, directives: [], selectionSet: this.children(type, node.selectionSet, below) }];
  }

  /** Rows that a rule may hide are noted where they stand, whatever the data. */
  private noteRows(type: GraphQLCompositeType, path: string): void {
    for (const concrete of this.concrete(type)) {
      const { caps } = this.input.decider.rows(concrete.name);
      if (caps.length > 0) this.rows.push({ path, type: concrete.name, caps });
    }
  }

  private children(type: GraphQLCompositeType, set: SelectionSetNode, position: Position): SelectionSetNode {
    const pruned = this.selectionSet(type, set, position);
    // An object stays an object when all its fields are withheld; behind an abstract type the answer's shape needs its name.
    const typename = pruned.selections.length === 0 || !isObjectType(type) ? [typenameField()] : [];
    return { kind: Kind.SELECTION_SET, selections: [...pruned.selections, ...typename] };
  }

  /** The decision on a field; undefined for plumbing that is always answered. */
  private decision(coordinate: string, { path, inherited, through }: Position): Decision | undefined {
    const { decider } = this.input;
    const label = decider.ruleSet.labels.fields.get(coordinate);
    if (label?.structural && inherited) return inherited;
    if (label?.key || FEDERATION_ROOTS.has(coordinate)) return undefined;
    const decision = withoutForeignJoin(decider.decide(coordinate), through);
    this.fields.push({ path, decision });
    return decision;
  }
}

/** The document is shared: a field without directives is passed on as it is, and never changed. */
const plain = (node: FieldNode): FieldNode => (node.directives?.length ? { ...node, directives: [] } : node);

/** One `.@` for each list that a type is wrapped in. */
function listMarks(type: GraphQLOutputType): string {
  if (isNonNullType(type)) return listMarks(type.ofType);
  return isListType(type) ? `.@${listMarks(type.ofType)}` : '';
}

function placeOf({ loc }: ASTNode, name: string) {
  return { name, line: loc?.startToken.line ?? 0, column: loc?.startToken.column ?? 0 };
}

function inlineFragment(typeName: string, selectionSet: SelectionSetNode): InlineFragmentNode {
  return {
    kind: Kind.INLINE_FRAGMENT,
    typeCondition: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: typeName } },
    selectionSet,
  };
}

function typenameField(): FieldNode {
  return {
    kind: Kind.FIELD,
    name: { kind: Kind.NAME, value: '__typename' },
    alias: { kind: Kind.NAME, value: TYPENAME_ALIAS },
  };
}
