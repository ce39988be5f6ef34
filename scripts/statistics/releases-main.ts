import { LANGUAGES } from '@pasarela/schema/localized-text';
import { Command, Option } from 'commander';
import { languageOf } from '../ask/arguments';
import { listReleases, makeReleases, type ReleaseFlags } from './releases';
import { lineOf } from './texts';

const language = languageOf(process.argv);

const program = new Command('npm run releases --').description(
  'Releases of tables of counts: what other parties are told.\nPublicaciones de tablas de recuentos: lo que se da a las otras partes.',
);

const command = (name: string, description: string) =>
  program
    .command(name)
    .description(description)
    .option('--domain <domain>', 'one domain alone / un solo dominio')
    .option('--table <table>', 'one table alone / una sola tabla')
    .option('--as <persona>', 'who asks: administrator.col, analyst.pan ... / quién pregunta')
    .option('--token-file <file>', 'a file with a token, instead of --as / un archivo con un token')
    .option('--purpose <purpose>', 'POLICY_ADMINISTRATION, STATISTICS')
    .option('--url <address>', 'the gateway / la pasarela')
    .addOption(new Option('--lang <language>', 'en, es').choices(LANGUAGES).default(language));

command('list', 'those that are in force / las vigentes')
  .option('--earlier <number>', 'and so many earlier ones of each table / y tantas anteriores de cada tabla')
  .action(async (flags: ReleaseFlags) => print(await listReleases(flags, language)));
command(
  'make',
  "makes the next one now, as the owner's administrator / hace la siguiente ahora, como administración del titular",
).action(async (flags: ReleaseFlags) => print(await makeReleases(flags, language)));

function print(text: string): void {
  process.stdout.write(text);
}

program.parseAsync().catch((error: Error) => {
  process.stderr.write(lineOf(error, language));
  process.exitCode = 1;
});
