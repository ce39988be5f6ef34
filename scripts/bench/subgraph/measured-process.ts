import { readConfig } from '@pasarela/gateway/config';
import { loadContract } from '@pasarela/schema/contract';
import { watchRules } from '../../start/open-rules';
import { runSubgraph } from '../../start/run-subgraph';
import { MEASURED_DOMAIN } from './measured-domain';

/** What the process tells whenever it is asked. */
export interface MeasuredUsage {
  /** Milliseconds of processor so far, of every thread. */
  readonly cpuMs: number;
  readonly rssMb: number;
}

function usage(): MeasuredUsage {
  const { user, system } = process.cpuUsage();
  return { cpuMs: (user + system) / 1000, rssMb: process.memoryUsage.rss() / 2 ** 20 };
}

/** Runs the subgraph as the product does, on the store, keys and rules that the settings name; says where. */
async function main(): Promise<void> {
  const config = readConfig();
  const contract = loadContract();
  const openRules = watchRules(config, contract);
  const subgraph = await runSubgraph({ definition: MEASURED_DOMAIN, config, contract, openRules });
  process.on('message', () => process.send?.(usage()));
  process.once('disconnect', () => void subgraph.close().finally(() => process.exit()));
  process.send?.({ url: subgraph.url });
}

void main();
