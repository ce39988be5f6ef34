import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { ensureDevelopmentKeys } from '../../development/development-keys';
import { findCores } from '../gateways/cores';
import { describeMachine } from '../gateways/machine';
import { keepReport } from '../report-files';
import { readGrowthOptions } from './growth-options';
import { distinctPoints } from './growth-point';
import { entityRatioOf, type GrowthReport, markdownText, oneMoreOf, terminalText } from './growth-report';
import { GrowthRun } from './growth-run';
import { subgraphNames } from './growth-schema';

/** Measures how the product's gateway grows, one dimension at a time, and writes the report. */
export async function benchGrowth(words: readonly string[]): Promise<void> {
  const options = readGrowthOptions(words);
  const machine = describeMachine(new Date());
  const cores = findCores();
  const directory = mkdtempSync(path.join(tmpdir(), 'pasarela-bench-'));
  const keysDirectory = path.join(directory, 'made-keys');
  mkdirSync(keysDirectory);
  const most = Math.max(...distinctPoints(options.growths).map(({ subgraphs }) => subgraphs));
  await ensureDevelopmentKeys(keysDirectory, subgraphNames(most));
  const run = await GrowthRun.open({ ...options, cores, directory, keysDirectory });
  const clear = async () => {
    await run.close();
    rmSync(directory, { recursive: true, force: true });
  };
  const stop = () => void clear().finally(() => process.exit(130));
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    const result = await run.measure();
    const report: GrowthReport = {
      machine,
      loadAfter: loadavg()[0] as number,
      pinned: cores.pinned,
      seconds: options.seconds,
      growths: options.growths,
      ...result,
      entityRatio: entityRatioOf(result.points),
      oneMore: oneMoreOf(result.points),
    };
    keepReport('growth', { markdown: markdownText(report), figures: report });
    process.stdout.write(terminalText(report));
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
    await clear();
  }
}
