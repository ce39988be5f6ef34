import { mkdirSync } from 'node:fs';
import { loadavg } from 'node:os';
import path from 'node:path';
import { ensureDevelopmentKeys } from '../../development/development-keys';
import { findCores } from '../gateways/cores';
import { describeMachine } from '../gateways/machine';
import { keepReport } from '../report-files';
import { inTemporaryFolder, type TemporaryFolder } from '../temporary-folder';
import { type GrowthOptions, readGrowthOptions } from './growth-options';
import { distinctPoints } from './growth-point';
import { entityRatioOf, type GrowthReport, markdownText, oneMoreOf, terminalText } from './growth-report';
import { GrowthRun } from './growth-run';
import { subgraphNames } from './growth-schema';

/** Measures how the product's gateway grows, one dimension at a time, and writes the report. */
export async function benchGrowth(words: readonly string[]): Promise<void> {
  const options = readGrowthOptions(words);
  const report = await inTemporaryFolder((place) => measureGrowth(options, place));
  keepReport('growth', { markdown: markdownText(report), figures: report });
  process.stdout.write(terminalText(report));
}

async function measureGrowth(
  options: GrowthOptions,
  { folder: directory, closeFirst }: TemporaryFolder,
): Promise<GrowthReport> {
  const machine = describeMachine(new Date());
  const cores = findCores();
  const keysDirectory = path.join(directory, 'made-keys');
  mkdirSync(keysDirectory);
  const most = Math.max(...distinctPoints(options.growths).map(({ subgraphs }) => subgraphs));
  await ensureDevelopmentKeys(keysDirectory, subgraphNames(most));
  const run = await GrowthRun.open({ ...options, cores, directory, keysDirectory });
  closeFirst(() => run.close());
  const result = await run.measure();
  return {
    machine,
    loadAfter: loadavg()[0] as number,
    pinned: cores.pinned,
    seconds: options.seconds,
    growths: options.growths,
    ...result,
    entityRatio: entityRatioOf(result.points),
    oneMore: oneMoreOf(result.points),
  };
}
