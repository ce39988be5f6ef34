import { readConfig } from '@pasarela/gateway/config';
import { loadContract } from '@pasarela/schema/contract';
import { Command } from 'commander';
import { ensureDevelopmentKeys } from '../development/development-keys';
import { seedProgress } from '../seed/progress';
import { seedDomains } from '../seed/seed-domains';
import { SUBGRAPHS } from '../subgraphs';
import { checkProduction } from './check-production';
import { explainStartFault } from './explain-start-fault';
import { greet } from './greet';
import { watchRules } from './open-rules';
import { checkPortFree } from './port';
import { type RunningFederation, runFederation } from './run-federation';
import { runSeparately } from './run-separately';

interface StartFlags {
  readonly separate?: boolean;
  readonly production?: boolean;
}

async function start({ separate = false, production = false }: StartFlags): Promise<void> {
  const config = readConfig();
  await checkPortFree(config.host, config.port);
  if (production) await checkProduction(config, SUBGRAPHS);
  else await prepareDevelopment(config);
  const contract = loadContract();
  const run = separate ? runSeparately : undefined;
  const federation = await runFederation({
    definitions: SUBGRAPHS,
    config,
    contract,
    openRules: watchRules(config, contract),
    ...(run && { run }),
  });
  const stopping = stopOnSignal(federation);
  if (production) process.stdout.write(`Pasarela is ready: ${federation.gateway.url}/graphql\n`);
  else await greet(federation, config).catch((error: unknown) => reportGreeting(error, stopping));
}

async function prepareDevelopment({ dataDirectory, storeAddress }: ReturnType<typeof readConfig>): Promise<void> {
  await ensureDevelopmentKeys(
    dataDirectory,
    SUBGRAPHS.map(({ name }) => name),
  );
  const progress = seedProgress();
  await seedDomains({ definitions: SUBGRAPHS, storeAddress, scale: 1, progress: progress.update }).finally(
    progress.stop,
  );
}

/** How long a stop may take before the process ends without waiting for what still hangs. */
const STOP_WITHIN_MS = 1000;

/** Stops everything at the first signal. Returns what tells whether it came. */
function stopOnSignal(federation: RunningFederation): AbortSignal {
  const stopping = new AbortController();
  const stop = () => {
    stopping.abort();
    setTimeout(() => process.exit(0), STOP_WITHIN_MS).unref();
    federation.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  return stopping.signal;
}

/** A greeting that fails does not stop what serves; one that a stop cuts off is no failure. */
function reportGreeting(error: unknown, stopping: AbortSignal): void {
  if (!stopping.aborted) process.stderr.write(`${explainStartFault(error)}\n`);
}

new Command('npm start --')
  .description(
    'Runs the gateway and every subgraph; the first time it makes development keys and synthetic records.\nInicia la pasarela y todos los subgrafos; la primera vez crea claves de desarrollo y registros sintéticos.',
  )
  .option('--separate', 'a process for each subgraph')
  .option('--production', 'refuse development issuers and synthetic data')
  .addHelpText(
    'after',
    '\nSettings: PORT (4000), HOST (127.0.0.1), DATA_DIR (.data), MONGODB_URI (embedded store), RULES_DIR (schema).',
  )
  .action(start)
  .parseAsync()
  .catch((error: unknown) => {
    process.stderr.write(`${explainStartFault(error)}\n`);
    process.exit(1);
  });
