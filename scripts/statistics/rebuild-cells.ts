import { readConfig } from '@pasarela/gateway/config';
import type { Language } from '@pasarela/schema/localized-text';
import { isSeeded } from '@pasarela/serve/domain/seed-domain';
import { rebuildCells } from '@pasarela/serve/statistics/mend-cells';
import { openStore, type Store } from '@pasarela/store/connect';
import { copyProgress } from '../evidence/keeping/copy-progress';
import { databaseOf } from '../start/run-subgraph';
import { type CountedDomain, countedDomains } from './counted-domains';
import { StatisticsFault, say } from './texts';

/** Counts the records of a domain, or of each one, anew, on stores that nobody else has open. */
export async function rebuildAll(domain: string | undefined, language: Language): Promise<string> {
  const lines: string[] = [];
  for (const counted of countedDomains(domain)) lines.push(await rebuildOne(counted, language));
  return lines.join('');
}

async function rebuildOne({ definition, statistics }: CountedDomain, language: Language): Promise<string> {
  const domain = definition.name;
  const store = await openAlone({ definition, statistics });
  const progress = copyProgress(say('counting', language, { domain }));
  try {
    if (!(await isSeeded(definition, store.connection))) throw new StatisticsFault('notSeeded', { domain });
    await rebuildCells(statistics, store.connection, progress.update);
    const records = await statistics.count(store.connection);
    return `${say('rebuilt', language, { domain, records })}\n`;
  } finally {
    progress.stop();
    await store.close();
  }
}

async function openAlone({ definition }: CountedDomain): Promise<Store> {
  try {
    return await openStore({ address: readConfig().storeAddress, database: databaseOf(definition) });
  } catch (error) {
    if (isInUse(error)) throw new StatisticsFault('inUse', { domain: definition.name });
    throw error;
  }
}

/** Whether another process has the store open, whatever the driver wraps that in. */
function isInUse(error: unknown): boolean {
  const { code, message, cause } = (error ?? {}) as { code?: unknown; message?: string; cause?: unknown };
  return (
    code === 'EMBEDDED_IN_USE' ||
    message?.includes('EMBEDDED_IN_USE') === true ||
    (cause !== undefined && isInUse(cause))
  );
}
