import {
  type ASTNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLObjectType,
  type GraphQLSchema,
  type InlineFragmentNode,
  isCompositeType,
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
import { factsOf } from './field-facts';
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

/** Looked up once: the walk reads them for every field. */
const { FIELD, SELECTION_SET } = Kind;

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
  private parent: GraphQLObjectType | undefined;
  private facts: ReturnType<typeof factsOf> = new Map();

  constructor(private readonly input: OperationInput) {}

  selectionSet(parent: GraphQLCompositeType, set: SelectionSetNode, position: Position): SelectionSetNode {
    const selections: SelectionNode[] = [];
    this.collect(parent, set, { position, into: selections });
    return { kind: Kind.SELECTION_SET, selections };
  }

  private collect(parent: GraphQLCompositeType, set: SelectionSetNode, kept: Kept): void {
    for (const selection of set.selections)
      if (isIncluded(selection, this.input.variables)) this.selection(parent, selection, kept);
  }

  private selection(parent: GraphQLCompositeType, selection: SelectionNode, kept: Kept): void {
    // INVARIANT: counting here bounds what fragments can expand to, at the gateway and at every subgraph.
    if (++this.selected > this.input.maxFields) throw requestError('TOO_MANY_FIELDS', { max: this.input.maxFields });
    if (selection.kind === FIELD) {
      this.field(parent, selection, kept);
      return;
    }
    const fragment =
      selection.kind === Kind.INLINE_FRAGMENT ? selection : this.input.fragments.get(selection.name.value);
    if (!fragment) throw requestError('UNKNOWN_FIELD', placeOf(selection, 'fragment'));
    this.fragment(parent, fragment, kept);
  }

  private fragment(
    parent: GraphQLCompositeType,
    fragment: InlineFragmentNode | FragmentDefinitionNode,
    kept: Kept,
  ): void {
    const condition = fragment.typeCondition?.name.value;
    const type = condition ? this.input.schema.getType(condition) : parent;
    if (!type || !isCompositeType(type)) throw requestError('UNKNOWN_FIELD', placeOf(fragment, condition ?? ''));
    if (isObjectType(parent)) {
      if (this.concrete(type).includes(parent)) this.collect(parent, fragment.selectionSet, kept);
      return;
    }
    const reachable = this.concrete(parent);
    for (const concrete of this.concrete(type))
      if (reachable.includes(concrete))
        this.onType(concrete, kept, (inner) => this.collect(concrete, fragment.selectionSet, inner));
  }

  /** Keeps what is selected of one concrete type in an inline fragment of its own, if anything is. */
  private onType(type: GraphQLObjectType, { position, into }: Kept, select: (inner: Kept) => void): void {
    const selections: SelectionNode[] = [];
    select({ position, into: selections });
    if (selections.length > 0) into.push(inlineFragment(type.name, { kind: Kind.SELECTION_SET, selections }));
  }

  private concrete(type: GraphQLCompositeType): readonly GraphQLObjectType[] {
    return isObjectType(type) ? [type] : this.input.schema.getPossibleTypes(type);
  }

  private field(parent: GraphQLCompositeType, node: FieldNode, kept: Kept): void {
    const name = node.name.value;
    if (name === '__typename') kept.into.push(plain(node));
    else if (name.startsWith('__')) return;
    else if (isObjectType(parent)) this.fieldOf(parent, node, kept);
    // Behind an interface each concrete type has a decision of its own (threat 10).
    else for (const type of this.concrete(parent)) this.onType(type, kept, (inner) => this.fieldOf(type, node, inner));
  }

  private fieldOf(parent: GraphQLObjectType, node: FieldNode, { position, into }: Kept): void {
    // Fields mostly come one after another of one type: its facts are looked up when the type changes.
    if (parent !== this.parent) {
      this.parent = parent;
      this.facts = factsOf(parent);
    }
    const facts = this.facts.get(node.name.value);
    if (!facts) throw requestError('UNKNOWN_FIELD', placeOf(node, node.name.value));
    const { field, coordinate, marks, objects } = facts;
    const key = node.alias?.value ?? field.name;
    const path = position.path === '' ? `${key}${marks}` : `${position.path}.${key}${marks}`;
    const decision = this.decision(coordinate, path, position);
    if (decision?.withheld) return;
    if (field.args.length > 0) this.uses.push({ typeName: parent.name, field, node });
    if (!node.selectionSet || !objects) {
      into.push(plain(node));
      return;
    }
    this.noteRows(objects, path);
    const through = isUnpublished(decision?.label) ? decision?.label : position.through;
    const selectionSet = this.children(objects, node.selectionSet, { path, inherited: decision, through });
    into.push({ ...node, directives: [], selectionSet });
  }

  /** Rows that a rule may hide are noted where they stand, whatever the data. */
  private noteRows(type: GraphQLCompositeType, path: string): void {
    if (isObjectType(type)) this.noteRowsOf(type.name, path);
    else for (const { name } of this.concrete(type)) this.noteRowsOf(name, path);
  }

  private noteRowsOf(type: string, path: string): void {
    if (!this.input.decider.ruleSet.rowCaps.has(type)) return;
    const { caps } = this.input.decider.rows(type);
    if (caps.length > 0) this.rows.push({ path, type, caps });
  }

  private children(type: GraphQLCompositeType, set: SelectionSetNode, position: Position): SelectionSetNode {
    const selections: SelectionNode[] = [];
    this.collect(type, set, { position, into: selections });
    // An object stays an object when all its fields are withheld; behind an abstract type the answer's shape needs its name.
    if (selections.length === 0 || !isObjectType(type)) selections.push(TYPENAME_FIELD);
    return { kind: SELECTION_SET, selections };
  }

  /** The decision on a field; undefined for plumbing that is always answered. */
  private decision(coordinate: string, path: string, { inherited, through }: Position): Decision | undefined {
    const decided = this.input.decider.decide(coordinate);
    const { label } = decided;
    if (label?.structural && inherited) return inherited;
    if (label?.key || (!label && FEDERATION_ROOTS.has(coordinate))) return undefined;
    const decision = withoutForeignJoin(decided, through);
    this.fields.push({ path, decision });
    return decision;
  }
}

/** Where the walk stands, and where it puts what may be fetched. */
interface Kept {
  readonly position: Position;
  readonly into: SelectionNode[];
}

/** The document is shared: a field without directives is passed on as it is, and never changed. */
const plain = (node: FieldNode): FieldNode => (node.directives?.length ? { ...node, directives: [] } : node);

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

const TYPENAME_FIELD: FieldNode = {
  kind: Kind.FIELD,
  name: { kind: Kind.NAME, value: '__typename' },
  alias: { kind: Kind.NAME, value: TYPENAME_ALIAS },
};
