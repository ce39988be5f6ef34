import { LANGUAGES } from '@pasarela/schema/localized-text';
import { Command, Option } from 'commander';
import { languageOf } from '../ask/arguments';
import { rebuildAll } from './rebuild-cells';
import { lineOf } from './texts';

// INVARIANT: what is kept is readable by this user alone.
process.umask(0o077);

const language = languageOf(process.argv);

const program = new Command('npm run cells --').description(
  'Cells of tables of counts, which records keep up as they are written.\nCeldas de tablas de recuentos, que los registros mantienen al escribirse.',
);

program
  .command('rebuild')
  .description(
    'counts every record anew, on a federation that is stopped / cuenta de nuevo todos los registros, con la federación detenida',
  )
  .option('--domain <domain>', 'one domain alone / un solo dominio')
  .addOption(new Option('--lang <language>', 'en, es').choices(LANGUAGES).default(language))
  .action(async ({ domain }: { readonly domain?: string }) => {
    process.stdout.write(await rebuildAll(domain, language));
  });

program.parseAsync().catch((error: Error) => {
  process.stderr.write(lineOf(error, language));
  process.exitCode = 1;
});
