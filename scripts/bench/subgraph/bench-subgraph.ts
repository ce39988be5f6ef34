import { mkdirSync } from 'node:fs';
import { loadavg } from 'node:os';
import path from 'node:path';
import { PERMITS_AT_SCALE_1 } from '@pasarela/colombia-regularization/seed-synthetic-permits';
import { readConfig } from '@pasarela/gateway/config';
import { GATEWAY_NAME } from '@pasarela/gateway/gateway-name';
import { loadContract } from '@pasarela/schema/contract';
import { ensureDevelopmentKeys } from '../../development/development-keys';
import { seedProgress } from '../../seed/progress';
import { seedDomains } from '../../seed/seed-domains';
import { watchRules } from '../../start/open-rules';
import { describeMachine } from '../gateways/machine';
import { keepReport } from '../report-files';
import { inTemporaryFolder } from '../temporary-folder';
import { GatewaySender } from './gateway-sender';
import { knownPermits } from './known-permits';
import { measureQuestions } from './measure-questions';
import { MeasuredChild, type MeasuredPlace } from './measured-child';
import { dropMeasured, MEASURED_DOMAIN } from './measured-domain';
import { subgraphQuestions } from './subgraph-questions';
import { type MeasuredStore, markdownText, type SubgraphReport, terminalText } from './subgraph-report';

/** As many permits unless said otherwise: a run of few minutes. */
export const DEFAULT_PEOPLE = 200_000;
const ROUNDS = 3;
/** As many as the largest batch has. */
const KNOWN = 1_000;

/** How many permits are stored. */
export interface SubgraphBenchOptions {
  readonly people?: number;
}

/** Measures the product's own subgraph over its own store, and over MongoDB where `MONGODB_URI` names one. */
export async function benchSubgraph({ people = DEFAULT_PEOPLE }: SubgraphBenchOptions): Promise<void> {
  const machine = describeMachine(new Date());
  // biome-ignore lint/style/noProcessEnv: the one setting that says whether there is a MongoDB to measure.
  const { MONGODB_URI: mongodb } = process.env;
  const stores = await inTemporaryFolder(async ({ folder }) => {
    // First of all, so that one that does not answer is told at once; and nothing is left of a run that was broken off.
    if (mongodb) await dropMeasured(mongodb);
    const embedded = await measureStore({ dataDirectory: path.join(folder, 'embedded') }, people);
    if (!mongodb) return [embedded];
    return [embedded, await measureMongo({ dataDirectory: path.join(folder, 'mongodb'), mongodb }, people)];
  });
  const report: SubgraphReport = { machine, loadAfter: loadavg()[0] as number, people, rounds: ROUNDS, stores };
  keepReport('subgraph', { markdown: markdownText(report), figures: report });
  process.stdout.write(terminalText(report));
}

/** Leaves nothing of what it stored there. */
const measureMongo = (place: MeasuredPlace & { readonly mongodb: string }, people: number): Promise<MeasuredStore> =>
  measureStore(place, people).finally(() => dropMeasured(place.mongodb));

async function measureStore(place: MeasuredPlace, people: number): Promise<MeasuredStore> {
  mkdirSync(place.dataDirectory);
  const seedSeconds = await seed(place, people);
  const started = performance.now();
  const child = await MeasuredChild.start(place);
  const startSeconds = (performance.now() - started) / 1000;
  try {
    const answers = await askAll(child, place, people);
    const { rssMb } = await child.usage();
    return { store: place.mongodb ? 'MongoDB' : 'embedded', seedSeconds, startSeconds, rssMb, answers };
  } finally {
    await child.close();
  }
}

const configOf = ({ dataDirectory, mongodb }: MeasuredPlace) =>
  readConfig({ DATA_DIR: dataDirectory, ...(mongodb && { MONGODB_URI: mongodb }) });

async function seed(place: MeasuredPlace, people: number): Promise<number> {
  await ensureDevelopmentKeys(place.dataDirectory, [MEASURED_DOMAIN.name]);
  const started = performance.now();
  const progress = seedProgress();
  try {
    await seedDomains({
      definitions: [MEASURED_DOMAIN],
      storeAddress: configOf(place).storeAddress,
      scale: people / PERMITS_AT_SCALE_1,
      progress: progress.update,
    });
  } finally {
    progress.stop();
  }
  return (performance.now() - started) / 1000;
}

async function askAll(child: MeasuredChild, place: MeasuredPlace, people: number) {
  const warn = (details: object, message: string) => process.stderr.write(`${message}: ${JSON.stringify(details)}\n`);
  const rules = await watchRules(configOf(place), loadContract())({ name: GATEWAY_NAME, warn });
  const { dataDirectory } = place;
  const sender = GatewaySender.open({ url: child.url, dataDirectory, ruleSetVersion: rules.current().version });
  try {
    const questions = subgraphQuestions(await knownPermits(sender, KNOWN), people);
    return await measureQuestions(questions, { sender, child, rounds: ROUNDS });
  } finally {
    await sender.close();
    rules.close();
  }
}
