import { loadavg } from 'node:os';
import { colombiaRegularization } from '@pasarela/colombia-regularization/index';
import { PERMITS_AT_SCALE_1 } from '@pasarela/colombia-regularization/seed-synthetic-permits';
import { loadContract } from '@pasarela/schema/contract';
import { openStore } from '@pasarela/store/connect';
import Table from 'cli-table3';
import { ensureDevelopmentKeys } from '../development/development-keys';
import { publishFirstRules } from '../development/first-rules';
import { seedProgress } from '../seed/progress';
import { seedDomains } from '../seed/seed-domains';
import { databaseOf } from '../start/run-subgraph';
import { SUBGRAPHS } from '../subgraphs';
import { BenchFederation, benchConfig } from './bench-federation';
import { measureCellWrites } from './cell-writes';
import { askTables } from './table-questions';
import { inTemporaryFolder } from './temporary-folder';

const SHARES = [0.5, 0.95] as const;

/** How many holders of permits, and applicants, the tables count; the default seed's unless given. */
export interface StatisticsOptions {
  readonly people?: number;
}

/** Measures questions to tables of counts over HTTP, and what a write costs that changes their cells. */
export async function benchStatistics({ people = PERMITS_AT_SCALE_1 }: StatisticsOptions): Promise<void> {
  await inTemporaryFolder(async ({ folder }) => {
    await seed(folder, people);
    process.stdout.write(`${people.toLocaleString('en')} SYNTHETIC persons are counted; load average ${load()}.\n`);
    process.stdout.write(`${await writesTable(folder)}\n`);
    process.stdout.write(`${await questionsTable(folder)}\n`);
  });
}

/** A federation of the default seed but for the domain whose tables are asked. */
async function seed(dataDirectory: string, people: number): Promise<void> {
  const { storeAddress, rulesDirectory } = benchConfig(dataDirectory);
  const names = SUBGRAPHS.map(({ name }) => name);
  await ensureDevelopmentKeys(dataDirectory, names);
  const progress = seedProgress();
  const seeding = { storeAddress, progress: progress.update };
  const scale = people / PERMITS_AT_SCALE_1;
  try {
    await seedDomains({ ...seeding, definitions: [colombiaRegularization], scale });
    await seedDomains({ ...seeding, definitions: SUBGRAPHS, scale: 1 });
  } finally {
    progress.stop();
  }
  const { labels } = loadContract();
  await publishFirstRules({ storeAddress, labels, dataDirectory, rulesDirectory, now: new Date() });
}

async function writesTable(dataDirectory: string): Promise<string> {
  const address = benchConfig(dataDirectory).storeAddress;
  const store = await openStore({ address, database: databaseOf(colombiaRegularization) });
  try {
    const table = tableOf(['a permit moves to another stage', 'p50 µs', 'p95 µs', 'processor p50', 'processor p95']);
    for (const { what, waited, processor } of await measureCellWrites(store.connection))
      table.push([
        what,
        ...[waited, processor].flatMap((values) => SHARES.map((share) => Math.round(quantile(values, share)))),
      ]);
    return table.toString();
  } finally {
    await store.close();
  }
}

async function questionsTable(dataDirectory: string): Promise<string> {
  const federation = await BenchFederation.start(dataDirectory);
  try {
    const table = tableOf(['table question', 'rows', 'p50 ms', 'p95 ms', 'processor ms']);
    for (const { what, rows, milliseconds, processor } of await askTables({
      url: federation.url,
      dataDirectory,
      cpu: () => federation.cpu(),
    }))
      table.push([
        what,
        rows,
        ...SHARES.map((share) => quantile(milliseconds, share).toFixed(1)),
        processor.toFixed(1),
      ]);
    return `${table.toString()}\nOver HTTP through the gateway, with evidence, one after the other; gateway and subgraphs in one process. Load average ${load()}.`;
  } finally {
    await federation.close();
  }
}

const tableOf = (head: string[]) =>
  new Table({
    head,
    style: { head: [], border: [] },
    colAligns: ['left', ...head.slice(1).map(() => 'right' as const)],
  });

/** The value under which a share of the values lies. */
const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] as number;

/** How busy this machine is, over the last minute. */
const load = (): string => (loadavg()[0] as number).toFixed(1);
