import type { SeedOptions, SubgraphDefinition } from '@pasarela/serve/domain/subgraph-definition';

/** A stored row as it lies in its collection. */
export type Row = { readonly _id: string } & Readonly<Record<string, unknown>>;

/** Gives the rows of a domain's model anew, or the same array where they stay. */
export type Rewrite = (model: string, rows: readonly Row[], definition: SubgraphDefinition) => readonly Row[];

/** A domain whose store is filled as ever and then rewritten through its own models, one rewrite after the other. */
export function rewrittenDomain(definition: SubgraphDefinition, rewrites: readonly Rewrite[]): SubgraphDefinition {
  const { seed } = definition;
  const fill = async (options: SeedOptions): Promise<void> => {
    await seed.fill({ ...options, scale: options.scale * (MORE_RECORDS[definition.name] ?? 1) });
    for (const rewrite of rewrites) await rewriteStore(definition, options.connection, rewrite);
  };
  return { ...definition, seed: { ...seed, fill } };
}

/** A domain with fewer records than others gets more of them, so that every kind of record is there. */
const MORE_RECORDS: Readonly<Record<string, number>> = {
  'panama-repatriation': 4,
  'usa-smuggling-cases': 20,
  'colombia-smuggling-cases': 20,
  'panama-smuggling-cases': 20,
};

async function rewriteStore(
  definition: SubgraphDefinition,
  connection: SeedOptions['connection'],
  rewrite: Rewrite,
): Promise<void> {
  for (const model of definition.seed.models(connection)) {
    const rows = (await model.find().sort({ _id: 1 }).lean()) as unknown as readonly Row[];
    const rewritten = rewrite(model.modelName, rows, definition);
    if (rewritten === rows) continue;
    await model.deleteMany({});
    await model.insertMany([...rewritten], { lean: true });
  }
}
