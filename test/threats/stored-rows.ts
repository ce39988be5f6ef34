import { readConfig } from '@pasarela/gateway/config';
import { seedDomains } from '@pasarela/scripts/seed/seed-domains';
import { SUBGRAPHS } from '@pasarela/scripts/subgraphs';
import type { SubgraphDefinition } from '@pasarela/serve/domain/subgraph-definition';
import type { Stage } from './attack';

/** A row as its owner stores it. */
export type StoredRow = { readonly _id: string } & Readonly<Record<string, unknown>>;
/** A collection of a domain's store. */
export type StoredModel = ReturnType<SubgraphDefinition['seed']['models']>[number];

/** A collection of a domain of the product, and which. */
export interface CollectionName {
  readonly subgraph: string;
  readonly model: string;
}

/**
 * Lets an attack change what an owner stores, behind the owner's back, through the door by which stores are
 * filled; then puts all rows back as they were.
 */
export async function withStoredRows(
  stage: Stage,
  { subgraph, model: name }: CollectionName,
  act: (model: StoredModel, rows: readonly StoredRow[]) => Promise<void>,
): Promise<void> {
  const definition = SUBGRAPHS.find((domain) => domain.name === subgraph) as SubgraphDefinition;
  let failure: unknown;
  const fill: SubgraphDefinition['seed']['fill'] = async ({ connection }) => {
    const model = definition.seed.models(connection).find(({ modelName }) => modelName === name) as StoredModel;
    const rows: readonly StoredRow[] = await model.find().lean();
    // A seed that fails would leave the store without its mark.
    await act(model, rows).catch((error: unknown) => {
      failure = error;
    });
    await model.deleteMany({});
    await model.insertMany([...rows], { lean: true });
  };
  const { storeAddress } = readConfig({ DATA_DIR: stage.dataDirectory });
  const definitions = [{ ...definition, seed: { ...definition.seed, models: () => [], fill } }];
  await seedDomains({ definitions, storeAddress, scale: 1, again: true, progress: () => undefined });
  if (failure !== undefined) throw failure;
}
