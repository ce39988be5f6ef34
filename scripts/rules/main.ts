import { readConfig } from '@pasarela/gateway/config';
import { schemaDirectory } from '@pasarela/schema/package-directory';
import { Command } from 'commander';
import { accessCommands } from './access-commands';
import type { RuleFlags } from './options';

// Each command loads what it needs: who explains a rule does not wait for what publishes one.
const administration = () => require('./administration') as typeof import('./administration');
const explanation = () => require('./explain') as typeof import('./explain');
const options = () => require('./options') as typeof import('./options');

const program = new Command('npm run rules --').description(
  'Rules as files: what is wrong with them, what they would do, and how they come into force.\nReglas como archivos: qué está mal en ellas, qué harían y cómo entran en vigor.',
);

/** A command with the options that all share. */
const command = (name: string, description: string) =>
  program
    .command(name)
    .description(description)
    .option('--dir <folder>', 'the folder of rules', readConfig().rulesDirectory);
const asking = (name: string, description: string) =>
  command(name, description)
    .option('--as <persona>', 'who: analyst.col, administrator.pan ...')
    .option('--purpose <purpose>', 'for what; the first that they hold unless said otherwise')
    .option('--at <day>', 'when; today unless said otherwise')
    .option('--case', 'naming a case')
    .option('--opened <agreement...>', 'after break-glass of these, as OWNER:ID');

command('check', 'says what is wrong, with file and line / dice qué está mal, con archivo y línea').action(
  (flags: RuleFlags) => print(options().check(flags)),
);
command('diff', 'who gains and who loses what, compared with another folder / quién gana y quién pierde qué')
  .option('--against <folder>', 'what stood before', schemaDirectory)
  .option('--at <day>', 'when; today unless said otherwise')
  .action((flags: RuleFlags) => print((require('./diff') as typeof import('./diff')).diff(flags)));
asking('explain <field>', 'every rule on a field, and the sum / cada regla sobre un campo, y la suma').action(
  (field: string, flags: RuleFlags) => print(explanation().explain(field, flags)),
);
asking('simulate', 'what the gateway would decide on a query / qué decidiría la pasarela sobre una consulta')
  .option('--file <file>', 'the query (.graphql)')
  .action((flags: RuleFlags) => print(explanation().simulate(flags)));
command('publish', "brings an owner's files into force / pone en vigor los archivos de un titular")
  .option('--owner <party>', 'whose')
  .option('--as <persona>', 'an administrator')
  .option('--note <text>', 'what it is for')
  .option('--draft <id>', 'a draft that was approved, instead of files')
  .option('--key <file>', "the owner's private root key (JWK); in development the one of this machine")
  .option('--url <address>', 'the gateway')
  .action(async (flags: RuleFlags) => print(await administration().publish(flags)));
command('approve <draft>', 'approves what somebody else wrote / aprueba lo que escribió otra persona')
  .option('--as <persona>', 'a second administrator of the same owner')
  .option('--hash <hash>', 'the change as you saw it')
  .option('--url <address>', 'the gateway')
  .action(async (id: string, flags: RuleFlags) => print(await administration().approve(id, flags)));
command('pull', 'writes the rules in force as files / escribe como archivos las reglas en vigor')
  .requiredOption('--into <folder>', 'an empty folder')
  .option('--as <persona>', 'an administrator')
  .option('--url <address>', 'the gateway')
  .action(async (flags: RuleFlags) => print(await administration().pull(flags)));
command('drafts', 'what is not published yet / lo que aún no se publica')
  .option('--as <persona>', 'an administrator')
  .option('--url <address>', 'the gateway')
  .action(async (flags: RuleFlags) => print(await administration().drafts(flags)));

accessCommands(command, print);

function print(text: string): void {
  process.stdout.write(text);
}

program.parseAsync().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
