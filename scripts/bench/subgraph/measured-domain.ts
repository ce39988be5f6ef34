import { colombiaRegularization } from '@pasarela/colombia-regularization/index';
import type { SubgraphDefinition } from '@pasarela/serve/domain/subgraph-definition';
import { openStore } from '@pasarela/store/connect';
import { databaseOf, disclosuresOf, saltsOf } from '../../start/run-subgraph';

/**
 * The domain that is measured: the product's own, with permits and tables of counts.
 * INVARIANT: under a name of its own, and so in databases of its own: a MongoDB that is measured may hold the product's.
 */
export const MEASURED_DOMAIN: SubgraphDefinition = {
  ...colombiaRegularization,
  name: `bench-${colombiaRegularization.name}`,
};

/** Deletes the databases of the domain that is measured, and no others. */
export async function dropMeasured(address: string): Promise<void> {
  for (const database of [databaseOf, saltsOf, disclosuresOf].map((name) => name(MEASURED_DOMAIN))) {
    const store = await openStore({ address, database });
    await store.connection.dropDatabase().finally(() => store.close());
  }
}
