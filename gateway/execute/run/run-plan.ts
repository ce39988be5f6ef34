import type { CompiledStep, EntityFetch, RootFetch } from '../compile/compile-plan';
import { ReplyMismatch } from '../compile/generated-code';
import { mergeData } from '../compile/merge-data';
import { batchObjects, type EntityBatch } from './batch-objects';
import { MOST_PATHS, pathsTo, type ResponsePath } from './error-paths';
import { markFailed } from './failed-members';

/** What is sent to a subgraph. */
export interface FetchRequest {
  readonly subgraph: string;
  /** JSON without its last brace: more members may follow. */
  readonly openBody: string;
  /** Reads the data of a reply that is written just as expected, and needs no check then; undefined for any other. */
  readonly read?: (bytes: Buffer) => object | undefined;
}

/** The data of a reply. */
export interface ReplyData {
  /** Undefined or null when there is none. */
  readonly value: unknown;
  /** Whether it was read as expected: then it was checked. */
  readonly isChecked: boolean;
}

/** What a subgraph answered to one fetch. */
export interface FetchReply<SubgraphError> {
  /** The reply's data. @param willChange whether who asked will change it: then it is theirs alone. */
  data(willChange: boolean): ReplyData;
  readonly errors: readonly SubgraphError[];
}

/** With what a plan runs: how subgraphs are asked, and who hears of what went wrong. */
export interface FetchPort<SubgraphError> {
  readonly variables: Readonly<Record<string, unknown>>;
  send(request: FetchRequest): Promise<FetchReply<SubgraphError>>;
  /**
   * An error of a subgraph, and where in the answer it belongs: nowhere where no object stands for what it names.
   * Undefined where the error's own path says it.
   */
  onError(subgraph: string, error: SubgraphError, paths: readonly ResponsePath[] | undefined): void;
  /** A fetch of which nothing can be used. */
  onFault(subgraph: string, fault: unknown): void;
}

/** The path that a subgraph names in its own reply. */
interface WithPath {
  readonly path?: ResponsePath | undefined;
}

/** Fetches and merges by a compiled plan. Gives the merged data; what could not be had is missing in it. */
export async function runPlan<SubgraphError extends WithPath>(
  step: CompiledStep,
  port: FetchPort<SubgraphError>,
): Promise<object> {
  const root = {};
  await new PlanRun(port, root).run(step);
  return root;
}

const NO_BATCH = { representations: [], typeNames: [] };

class PlanRun<SubgraphError extends WithPath> {
  constructor(
    private readonly port: FetchPort<SubgraphError>,
    private readonly root: object,
  ) {}

  async run(step: CompiledStep): Promise<void> {
    switch (step.kind) {
      case 'SEQUENCE':
        return this.runInOrder(step.steps);
      case 'PARALLEL':
        await Promise.all(step.steps.map((inner) => this.run(inner)));
        return;
      default:
        return this.fetch(step);
    }
  }

  private async runInOrder(steps: readonly CompiledStep[]): Promise<void> {
    for (const step of steps) await this.run(step);
  }

  private async fetch(step: RootFetch | EntityFetch): Promise<void> {
    try {
      await (step.kind === 'ROOT_FETCH' ? this.fetchRoot(step) : this.fetchEntities(step));
    } catch (fault) {
      this.port.onFault(step.subgraph, fault);
    }
  }

  private async fetchRoot(step: RootFetch): Promise<void> {
    const targets = step.find ? new Set(step.find(this.root).objects) : new Set([this.root]);
    if (targets.size === 0) return;
    const reply = await this.send(step, NO_BATCH);
    for (const error of reply.errors) this.tell(step, error, this.rootPaths(step, error, targets));
    const { value: data, isChecked } = reply.data(true);
    if (data === null || data === undefined) return;
    if (!isChecked) step.check(data);
    markFailed(data, reply.errors);
    step.rename?.(data);
    for (const target of targets) mergeData(target, data as object);
  }

  private rootPaths(
    { place }: RootFetch,
    { path }: WithPath,
    targets: ReadonlySet<object>,
  ): ResponsePath[] | undefined {
    return path && pathsTo(targets, this.root, place).map((above) => [...above, ...path]);
  }

  private async fetchEntities(step: EntityFetch): Promise<void> {
    const batch = batchObjects(step, this.root);
    if (batch.representations.length === 0) return;
    const reply = await this.send(step, batch);
    for (const error of reply.errors) this.tell(step, error, this.entityPaths(step, error, batch));
    const { value, isChecked } = reply.data(!step.leavesOnly || reply.errors.length > 0);
    const entities = entitiesOf(value, batch.representations.length);
    if (!isChecked)
      entities?.forEach((entity, index) => {
        step.check(entity, batch.typeNames[index] as string);
      });
    markFailed(value, reply.errors);
    step.rename?.(entities);
    entities?.forEach((entity, index) => {
      if (!entity) return;
      for (const target of batch.targets[index] as object[]) {
        const unknown = batch.unknown.get(target);
        mergeData(target, unknown ? withoutMembers(entity, unknown.map(step.renameKey)) : entity);
      }
    });
  }

  private entityPaths({ place }: EntityFetch, { path }: WithPath, { targets }: EntityBatch): ResponsePath[] {
    const [, index, ...inner] = path ?? [];
    const objects = typeof index === 'number' ? targets[index] : undefined;
    if (!objects) return [];
    return pathsTo(new Set(objects), this.root, place).map((above) => [...above, ...inner]);
  }

  /** An error that stands at more places than are found is told once more, as one that may stand anywhere. */
  private tell(
    { subgraph, renameKey }: RootFetch | EntityFetch,
    error: SubgraphError,
    paths: readonly ResponsePath[] | undefined,
  ): void {
    const own = paths?.map((path) => path.map(renameKey));
    this.port.onError(subgraph, error, own);
    if (paths && paths.length >= MOST_PATHS) this.port.onError(subgraph, error, []);
  }

  private send(
    step: RootFetch | EntityFetch,
    { representations, typeNames }: Pick<EntityBatch, 'representations' | 'typeNames'>,
  ): Promise<FetchReply<SubgraphError>> {
    const variables = step.variableNames.flatMap((name) => this.variable(name));
    const batch = step.kind === 'ENTITY_FETCH' ? [`"representations":[${representations.join(',')}]`] : [];
    const openBody = step.start + [...batch, ...variables].join(',') + step.end;
    return this.port.send({ subgraph: step.subgraph, openBody, read: (bytes) => step.read(bytes, typeNames) });
  }

  private variable(name: string): string[] {
    const text = Object.hasOwn(this.port.variables, name) ? JSON.stringify(this.port.variables[name]) : undefined;
    return text === undefined ? [] : [`${JSON.stringify(name)}:${text}`];
  }
}

const withoutMembers = (object: object, keys: ReadonlyArray<string | number>): object => ({
  ...object,
  ...Object.fromEntries(keys.map((key) => [key, undefined])),
});

/** The entities of a reply, as many as were asked about; undefined when the reply has no data. */
function entitiesOf(data: unknown, count: number): ReadonlyArray<object | null> | undefined {
  if (data === null || data === undefined) return undefined;
  const { _entities: entities, ...more } = data as { readonly _entities?: unknown };
  if (!Array.isArray(entities) || entities.length !== count || Object.keys(more).length > 0) throw new ReplyMismatch();
  return entities;
}
