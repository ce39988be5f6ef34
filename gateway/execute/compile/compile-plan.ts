import type { FetchNode, PlanNode, QueryPlan, SubscriptionNode } from '@apollo/query-planner';
import { type GraphQLSchema, Kind, type OperationDefinitionNode, parse } from 'graphql';
import { type CheckData, type CheckEntity, compileCheck, compileEntityCheck } from './check-reply';
import { compileDependents, type DependentFields } from './dependent-fields';
import { compileFind, type FindObjects, placeText, type ResponsePlace } from './find-objects';
import { compileEntitiesRead, compileRead, type ReadReply } from './read-reply';
import { compileKeyRenaming, compileRenaming, type RenameKey, type RenameMembers } from './rename-members';
import { unsupportedPlan } from './unsupported-plan';
import { compileRepresentations, type Representations } from './write-representation';

/** A plan that is ready to run. */
export type CompiledStep = CompiledSteps | RootFetch | EntityFetch;

/** Steps one after the other, or side by side. */
export interface CompiledSteps {
  readonly kind: 'SEQUENCE' | 'PARALLEL';
  readonly steps: readonly CompiledStep[];
}

/** What every fetch sends: the body's text around the values of its variables. */
export interface RequestTemplate {
  readonly subgraph: string;
  /** `{"query":"...","variables":{` */
  readonly start: string;
  readonly variableNames: readonly string[];
  /** `}` and the operation's name; the body's own end is left open. */
  readonly end: string;
}

/** How the reply to a fetch is read. */
interface ReadTemplate extends RequestTemplate {
  /** Where it is written as expected. */
  readonly read: ReadReply;
  readonly rename: RenameMembers | undefined;
  readonly renameKey: RenameKey;
}

/** A fetch of root fields; where it stands below the root, its data goes into each object there. */
export interface RootFetch extends ReadTemplate {
  readonly kind: 'ROOT_FETCH';
  readonly check: CheckData;
  readonly place: ResponsePlace;
  readonly find: FindObjects | undefined;
}

/** A fetch that completes objects of which a part is known. */
export interface EntityFetch extends ReadTemplate {
  readonly kind: 'ENTITY_FETCH';
  readonly check: CheckEntity;
  readonly place: ResponsePlace;
  readonly find: FindObjects;
  readonly represent: Representations;
  readonly dependents: DependentFields;
  /** Whether it brings no objects: what it brought is copied, and stays as it is. */
  readonly leavesOnly: boolean;
}

/** The schemas that plans are compiled with. */
export interface PlanSchemas {
  readonly supergraphSchema: GraphQLSchema;
  /** Each subgraph's own, against which its replies are checked. */
  readonly subgraphSchemas: ReadonlyMap<string, GraphQLSchema>;
}

/** Makes a plan ready to run. @throws UnsupportedPlan. */
export function compilePlan(plan: QueryPlan, schemas: PlanSchemas): CompiledStep {
  if (!plan.node) return { kind: 'SEQUENCE', steps: [] };
  const completed = new Set(completedPlaces(plan.node).map(placeText));
  return new PlanCompiler(schemas, completed).step(plan.node, []);
}

const NO_PLACES: ReadonlySet<string> = new Set();

type AnyNode = PlanNode | SubscriptionNode;

/** The places at which objects are completed: there equal ones become one. */
function completedPlaces(node: AnyNode, above: ResponsePlace = []): ResponsePlace[] {
  if (node.kind === 'Flatten') {
    const place = [...above, ...node.path.map(String)];
    return [place, ...completedPlaces(node.node, place)];
  }
  return 'nodes' in node ? node.nodes.flatMap((inner) => completedPlaces(inner, above)) : [];
}

class PlanCompiler {
  constructor(
    private readonly schemas: PlanSchemas,
    private readonly completed: ReadonlySet<string>,
  ) {}

  step(node: AnyNode, place: ResponsePlace): CompiledStep {
    switch (node.kind) {
      case 'Sequence':
        return { kind: 'SEQUENCE', steps: node.nodes.map((inner) => this.step(inner, place)) };
      case 'Parallel':
        return { kind: 'PARALLEL', steps: node.nodes.map((inner) => this.step(inner, place)) };
      case 'Flatten':
        return this.step(node.node, [...place, ...node.path.map(String)]);
      case 'Fetch':
        return this.fetch(node, place);
      default:
        throw unsupportedPlan(`a step of the kind ${node.kind}`);
    }
  }

  private fetch(node: FetchNode, place: ResponsePlace): RootFetch | EntityFetch {
    if (node.contextRewrites?.length) throw unsupportedPlan('values from a context');
    const schema = this.schemas.subgraphSchemas.get(node.serviceName);
    if (!schema) throw unsupportedPlan(`a fetch from ${node.serviceName}`);
    const common = {
      ...requestTemplate(node),
      place,
      rename: compileRenaming(node.outputRewrites ?? [], this.schemas.supergraphSchema),
      renameKey: compileKeyRenaming(node.outputRewrites ?? []),
    };
    const find = place.length > 0 ? compileFind(place, this.completed) : undefined;
    const operation = parsedOperation(node.operation);
    // Members are renamed in each object once: so none may be several.
    const read = { operation, schema, place, shared: common.rename ? NO_PLACES : this.completed };
    if (!node.requires || !find)
      return {
        ...common,
        kind: 'ROOT_FETCH',
        check: compileCheck(operation, schema),
        read: compileRead(read),
        find,
      };
    const check = compileEntityCheck(operation, schema);
    const leavesOnly = !common.rename && bringsLeavesOnly(operation);
    const represent = this.representations(node);
    const dependents = compileDependents(operation, schema);
    const entityFetch = { check, read: compileEntitiesRead(read), find, represent, dependents, leavesOnly };
    return { ...common, kind: 'ENTITY_FETCH', ...entityFetch };
  }

  private representations({ requires, inputRewrites }: FetchNode): Representations {
    const { supergraphSchema: schema } = this.schemas;
    return compileRepresentations({ selections: requires ?? [], rewrites: inputRewrites ?? [], schema });
  }
}

/** Whether nothing but leaves is selected of entities. */
function bringsLeavesOnly({ selectionSet }: OperationDefinitionNode): boolean {
  const [entities] = selectionSet.selections;
  const selected = (entities && 'selectionSet' in entities && entities.selectionSet?.selections) || [];
  return selected.every(
    (selection) =>
      selection.kind === Kind.INLINE_FRAGMENT &&
      selection.selectionSet.selections.every((inner) => inner.kind === Kind.FIELD && !inner.selectionSet),
  );
}

function requestTemplate({ serviceName, operation, operationName, variableUsages }: FetchNode): RequestTemplate {
  return {
    subgraph: serviceName,
    start: `{"query":${JSON.stringify(operation)},"variables":{`,
    variableNames: (variableUsages ?? []).filter((name) => name !== 'representations'),
    end: operationName ? `},"operationName":${JSON.stringify(operationName)}` : '}',
  };
}

function parsedOperation(text: string): OperationDefinitionNode {
  const operation = parse(text, { noLocation: true }).definitions.find(
    (node) => node.kind === Kind.OPERATION_DEFINITION,
  );
  if (!operation) throw unsupportedPlan('a fetch without an operation');
  return operation;
}
