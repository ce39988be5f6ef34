import { readConfig } from '@pasarela/gateway/config';
import { loadContract } from '@pasarela/schema/contract';
import { SUBGRAPHS } from '../subgraphs';
import { explainStartFault } from './explain-start-fault';
import { pullRules } from './open-rules';
import type { SubgraphMessage } from './run-separately';
import { runSubgraph } from './run-subgraph';

/** How long a stop may take before the process ends without waiting for what still hangs. */
const STOP_WITHIN_MS = 800;

const tell = (message: SubgraphMessage) => process.send?.(message);

async function main(name: string | undefined, rulesUrl = '', mode = 'development'): Promise<void> {
  const definition = SUBGRAPHS.find((candidate) => candidate.name === name);
  if (!definition) throw new Error(`There is no subgraph ${name}.`);
  const config = readConfig();
  const contract = loadContract();
  const subgraph = await runSubgraph({
    definition,
    config,
    contract,
    openRules: pullRules({ config, contract, address: { url: rulesUrl }, production: mode === 'production' }),
  });
  // The parent says when to stop by closing the channel, also when it is killed. A signal to the group is the parent's to handle.
  process.once('disconnect', () => {
    setTimeout(() => process.exit(0), STOP_WITHIN_MS).unref();
    void subgraph.close().finally(() => process.exit(0));
  });
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => undefined);
  tell({ url: subgraph.url, serviceUrl: subgraph.serviceUrl });
}

// INVARIANT: what is kept (records, logs) is readable by this user alone.
process.umask(0o077);
main(...(process.argv.slice(2) as [string?, string?, string?])).catch((error: unknown) => {
  tell({ fault: explainStartFault(error) });
  process.exitCode = 1;
  process.disconnect?.();
});
