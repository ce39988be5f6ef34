import {
  type ASTNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type FragmentSpreadNode,
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
import { type FactsOfType, type FieldFacts, factsOf } from './field-facts';
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
  /** How many selections it holds, fragments written out. */
  readonly selected: number;
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
  const { fields, rows, uses, selected } = walk;
  return { selectionSet, fields, rows, uses, selected };
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
  selected = 0;

  constructor(private readonly input: OperationInput) {}

  selectionSet(parent: GraphQLCompositeType, set: SelectionSetNode, position: Position): SelectionSetNode {
    const selections: SelectionNode[] = [];
    this.collect(parent, set, { position, into: selections });
    return { kind: Kind.SELECTION_SET, selections };
  }

  private collect(parent: GraphQLCompositeType, set: SelectionSetNode, kept: Kept): void {
    const known = isObjectType(parent) ? this.factsOf(parent) : undefined;
    for (const selection of set.selections) {
      if (!isIncluded(selection, this.input.variables)) continue;
      // INVARIANT: counting here bounds what fragments can expand to, at the gateway and at every subgraph.
      if (++this.selected > this.input.maxFields) throw requestError('TOO_MANY_FIELDS', { max: this.input.maxFields });
      if (selection.kind !== FIELD) this.spread(parent, selection, kept);
      else if (known) this.field(known, selection, kept);
      else this.abstractField(parent, selection, kept);
    }
  }

  private factsOf(type: GraphQLObjectType): FactsOfType {
    return factsOf(type, this.input.decider.ruleSet.labels);
  }

  private spread(parent: GraphQLCompositeType, selection: InlineFragmentNode | FragmentSpreadNode, kept: Kept): void {
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

  /** INVARIANT: behind an interface each concrete type has a decision of its own (threat 10). */
  private abstractField(parent: GraphQLCompositeType, node: FieldNode, kept: Kept): void {
    if (node.name.value.startsWith('__')) this.metaField(node, kept);
    else
      for (const type of this.concrete(parent))
        this.onType(type, kept, (inner) => this.field(this.factsOf(type), node, inner));
  }

  /** A field of every type: its own name is always answered; introspection is answered elsewhere. */
  private metaField(node: FieldNode, { into }: Kept): void {
    const name = node.name.value;
    if (name === '__typename') into.push(plain(node));
    else if (!name.startsWith('__')) throw requestError('UNKNOWN_FIELD', placeOf(node, name));
  }

  private field(known: FactsOfType, node: FieldNode, kept: Kept): void {
    const facts = known.get(node.name.value);
    if (facts) this.ownField(facts, node, kept);
    else this.metaField(node, kept);
  }

  private ownField(facts: FieldFacts, node: FieldNode, { position, into }: Kept): void {
    const { field, objects } = facts;
    const path = pathTo(facts, node, position.path);
    const decision = this.decision(facts, path, position);
    if (decision?.withheld) return;
    if (field.args.length > 0) this.uses.push({ typeName: facts.typeName, field, node });
    if (!node.selectionSet || !objects) {
      into.push(plain(node));
      return;
    }
    this.noteRows(objects, path);
    const through = isUnpublished(decision?.label) ? decision?.label : position.through;
    const selectionSet = this.children(objects, node.selectionSet, { path, inherited: decision, through });
    into.push(withSelections(node, selectionSet));
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
  private decision({ coordinate, place, label }: FieldFacts, path: string, position: Position): Decision | undefined {
    const { inherited, through } = position;
    if (label?.structural && inherited) return inherited;
    if (label?.key || (!label && FEDERATION_ROOTS.has(coordinate))) return undefined;
    const decision = withoutForeignJoin(this.input.decider.decideAt(place, coordinate), through);
    this.fields.push({ path, decision });
    return decision;
  }
}

/** Where the walk stands, and where it puts what may be fetched. */
interface Kept {
  readonly position: Position;
  readonly into: SelectionNode[];
}

function pathTo({ marks, step }: FieldFacts, { alias }: FieldNode, above: string): string {
  const taken = alias ? `.${alias.value}${marks}` : step;
  return above === '' ? taken.slice(1) : above + taken;
}

/** The document is shared: a field without directives is passed on as it is, and never changed. */
const plain = (node: FieldNode): FieldNode => (node.directives?.length ? { ...node, directives: [] } : node);

const withSelections = ({ name, alias, arguments: given }: FieldNode, selectionSet: SelectionSetNode): FieldNode => ({
  kind: FIELD,
  name,
  selectionSet,
  ...(alias && { alias }),
  ...(given && { arguments: given }),
});

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
