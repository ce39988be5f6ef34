import { type Config, readConfig } from '@pasarela/gateway/config';
import { type Contract, loadContract } from '@pasarela/schema/contract';
import type { SubgraphDefinition } from '@pasarela/serve/domain/subgraph-definition';
import { Command } from 'commander';
import { ensureDevelopmentKeys } from '../development/development-keys';
import { registerFirstQuestions } from '../development/first-questions';
import { publishFirstRules } from '../development/first-rules';
import { seedProgress } from '../seed/progress';
import { seedDomains } from '../seed/seed-domains';
import { SUBGRAPHS } from '../subgraphs';
import { checkProduction } from './check-production';
import { explainStartFault } from './explain-start-fault';
import { greet } from './greet';
import { pullRules, watchRules } from './open-rules';
import { checkPortFree } from './port';
import { type RunningFederation, runFederation } from './run-federation';
import { runSeparately } from './run-separately';

interface StartFlags {
  readonly separate?: boolean;
  readonly production?: boolean;
  readonly watchRules?: boolean;
}

async function start({ separate = false, production = false, watchRules: watch = false }: StartFlags): Promise<void> {
  const config = readConfig();
  await checkPortFree(config.host, config.port);
  if (separate && watch) throw new Error('--watch-rules runs in one process; leave --separate out.');
  if (production && watch) throw new Error('--production takes signed rules only; leave --watch-rules out.');
  const contract = loadContract();
  if (production) await checkProduction(config, SUBGRAPHS);
  else await prepareDevelopment(config, contract);
  const rulesAddress = { url: config.rulesUrl };
  const run = separate
    ? (definition: SubgraphDefinition) => runSeparately(definition, { rulesUrl: rulesAddress.url, production })
    : undefined;
  const openRules = watch
    ? watchRules(config, contract)
    : pullRules({ config, contract, address: rulesAddress, production });
  const federation = await runFederation({
    definitions: SUBGRAPHS,
    config,
    contract,
    openRules,
    rulesAddress,
    ...(run && { run }),
  });
  const stopping = stopOnSignal(federation);
  if (production) process.stdout.write(`Pasarela is ready: ${federation.gateway.address}\n`);
  else await greet(federation, config).catch((error: unknown) => reportGreeting(error, stopping));
}

async function prepareDevelopment(config: Config, { labels }: Contract): Promise<void> {
  const { dataDirectory, storeAddress, rulesDirectory } = config;
  await ensureDevelopmentKeys(
    dataDirectory,
    SUBGRAPHS.map(({ name }) => name),
  );
  const progress = seedProgress();
  await seedDomains({ definitions: SUBGRAPHS, storeAddress, scale: 1, progress: progress.update }).finally(
    progress.stop,
  );
  const now = new Date();
  await registerFirstQuestions({ storeAddress, now });
  const left = await publishFirstRules({ storeAddress, labels, dataDirectory, rulesDirectory, now });
  for (const owner of left)
    process.stdout.write(
      `The rules of ${owner} in ${rulesDirectory} are not those in force, which an administrator published: npm run rules -- diff, or publish --owner ${owner}\n`,
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
  .option('--watch-rules', 'take the rules from the files in RULES_DIR as they change, unsigned; for writing rules')
  .option('--production', 'refuse development issuers and synthetic data')
  .addHelpText(
    'after',
    '\nSettings: PORT (4000), HOST (127.0.0.1), PUBLIC_URL (the address that clients know, which proofs of bound tokens name; http://HOST:PORT), DATA_DIR (.data), MONGODB_URI (embedded store), RULES_DIR (schema).',
  )
  .action(start)
  .parseAsync()
  .catch((error: unknown) => {
    process.stderr.write(`${explainStartFault(error)}\n`);
    process.exit(1);
  });
