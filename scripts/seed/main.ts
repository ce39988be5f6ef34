import { readConfig } from '@pasarela/gateway/config';
import { Command, InvalidArgumentError } from 'commander';
import { SUBGRAPHS } from '../subgraphs';
import { seedProgress } from './progress';
import { seedDomains } from './seed-domains';

function positive(text: string): number {
  const scale = Number(text);
  if (!(scale > 0 && scale <= 1000)) throw new InvalidArgumentError('The scale is a number above 0, at most 1000.');
  return scale;
}

// INVARIANT: what is kept (records, keys, logs) is readable by this user alone.
process.umask(0o077);

new Command('npm run seed --')
  .description(
    'Fills the stores anew: published figures, and SYNTHETIC records (scale 1: 20,000 permits, 20,000 crossing records, 5,000 entries of return manifests, 500 cases).\nLlena de nuevo los almacenes: cifras publicadas y registros SINTÉTICOS.',
  )
  .option(
    '--scale <number>',
    'how many times the default number of synthetic records; 50 makes a million people',
    positive,
    1,
  )
  .action(async ({ scale }: { scale: number }) => {
    const progress = seedProgress();
    const { storeAddress } = readConfig();
    const seeded = await seedDomains({
      definitions: SUBGRAPHS,
      storeAddress,
      scale,
      again: true,
      progress: progress.update,
    }).finally(progress.stop);
    process.stdout.write(`Seeded ${seeded.join(', ')}.\n`);
  })
  .parseAsync()
  .catch((error: Error) => {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  });
