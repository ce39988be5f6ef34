import { STAGES } from '@pasarela/schema/disclosure-control/release/make-release';
import { measureRisk } from '@pasarela/schema/disclosure-control/risk/measure-risk';
import { measureUtility } from '@pasarela/schema/disclosure-control/risk/measure-utility';
import { printRisk, printUtility } from '@pasarela/schema/disclosure-control/risk/print-risk';
import Table from 'cli-table3';
import { seedProgress } from '../seed/progress';
import { seedDomains } from '../seed/seed-domains';
import { SUBGRAPHS } from '../subgraphs';
import { benchConfig } from './bench-federation';
import { type PublishedShare, publishedShares } from './default-tables';
import { inTemporaryFolder } from './temporary-folder';

/** Simulated years that the attackers learn from, and that they play in; 72 games a year. */
const [LEARNING_YEARS, YEARS, UTILITY_YEARS] = [80, 120, 40];
const SEED = 1;
const HEAD = [
  'domain',
  'table',
  'cells',
  'suppressed alone',
  'to hide them',
  'suppressed',
  'threshold or over',
  'of those published',
  'mean absolute error',
];

/** Measures what releases leave of the default tables, how near they are to the live counts, and what attackers gain. */
export async function benchDisclosure(): Promise<void> {
  process.stdout.write(`${await sharesTable()}\n`);
  const utility = await measureUtility({ stages: STAGES, years: UTILITY_YEARS, seed: SEED });
  process.stdout.write(`\n${printUtility(utility)}\n`);
  process.stderr.write('Attackers learn and play; this takes some minutes.\n');
  const risk = await measureRisk({ stages: STAGES, years: YEARS, learningYears: LEARNING_YEARS, seed: SEED });
  process.stdout.write(`\n${printRisk(risk)}\n`);
}

const sharesTable = (): Promise<string> => inTemporaryFolder(({ folder }) => sharesIn(folder));

async function sharesIn(folder: string): Promise<string> {
  const progress = seedProgress();
  try {
    const { storeAddress } = benchConfig(folder);
    const definitions = SUBGRAPHS.filter(({ statistics }) => statistics);
    await seedDomains({ definitions, storeAddress, scale: 1, progress: progress.update });
    progress.stop();
    const table = new Table({ head: HEAD, style: { head: [], border: [] } });
    for (const share of await publishedShares(definitions, storeAddress)) table.push(rowOf(share));
    return table.toString();
  } finally {
    progress.stop();
  }
}

const rowOf = (share: PublishedShare) => [
  share.domain,
  share.table,
  share.cells,
  share.primary,
  share.complementary,
  percent(share.primary + share.complementary, share.cells),
  share.overThreshold,
  percent(share.published, share.overThreshold),
  share.meanAbsoluteError.toFixed(2),
];

const percent = (part: number, whole: number): string =>
  whole === 0 ? 'none' : `${((100 * part) / whole).toFixed(1)} %`;
