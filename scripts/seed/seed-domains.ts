import { isOutdated, isSeeded, seedDomain } from '@pasarela/serve/domain/seed-domain';
import type { SubgraphDefinition } from '@pasarela/serve/domain/subgraph-definition';
import { openStore } from '@pasarela/store/connect';
import { databaseOf } from '../start/run-subgraph';

/** What is seeded, where, and who is told of the progress. */
export interface SeedDomainsOptions {
  readonly definitions: readonly SubgraphDefinition[];
  readonly storeAddress: string;
  readonly scale: number;
  /** Seed also what is seeded already. */
  readonly again?: boolean;
  readonly progress: (domain: string, done: number, total: number) => void;
}

/** Seeds the domains that are not seeded yet, one after the other; says which it seeded. */
export async function seedDomains({
  definitions,
  storeAddress,
  scale,
  again = false,
  progress,
}: SeedDomainsOptions): Promise<string[]> {
  const seeded: string[] = [];
  for (const definition of definitions) {
    const store = await openStore({ address: storeAddress, database: databaseOf(definition) });
    try {
      const { connection } = store;
      if (!again && (await isSeeded(definition, connection))) continue;
      if (!again && (await isOutdated(definition, connection))) throw new Error(outdated(definition));
      await seedDomain(definition, {
        connection,
        scale,
        progress: (done, total) => progress(definition.name, done, total),
      });
      seeded.push(definition.name);
    } finally {
      await store.close();
    }
  }
  return seeded;
}

/** INVARIANT: a start never empties a store that was filled whole; what was written since would be lost. */
const outdated = ({ name }: SubgraphDefinition): string =>
  `The store of ${name} was filled by another version. "npm run seed" fills it anew and loses what was written since; or choose another DATA_DIR.`;
