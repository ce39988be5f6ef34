import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { ensureDevelopmentKeys } from '../../development/development-keys';
import { inTemporaryFolder } from '../temporary-folder';
import { BENCH_USAGE, readBenchOptions } from './bench-options';
import { BenchmarkRun } from './benchmark-run';
import { SUBGRAPH_NAMES } from './benchmark-schema';
import { chooseRows } from './choose-rows';
import { findCores } from './cores';
import { installPeers } from './install-peers';
import { describeMachine } from './machine';
import { writeReport } from './write-report';

/** Measures gateways side by side, ours among them, and writes the report. */
export async function benchGateways(words: readonly string[]): Promise<void> {
  const options = readBenchOptions(words);
  if (options.help) return void process.stdout.write(`${BENCH_USAGE}\n`);
  const rows = chooseRows(options.rows);
  if (rows.some(({ peer }) => peer)) installPeers();
  const machine = describeMachine(new Date());
  const result = await inTemporaryFolder(async ({ folder: directory, closeFirst }) => {
    const keysDirectory = path.join(directory, 'made-keys');
    mkdirSync(keysDirectory);
    await ensureDevelopmentKeys(keysDirectory, SUBGRAPH_NAMES);
    const run = await BenchmarkRun.open({ rows, options, cores: findCores(), directory, keysDirectory });
    closeFirst(() => run.close());
    return run.measure();
  });
  writeReport(result, machine);
}
