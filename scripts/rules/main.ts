import { readConfig } from '@pasarela/gateway/config';
import { schemaDirectory } from '@pasarela/schema/package-directory';
import { Command } from 'commander';
import { accessCommands } from './access-commands';
import type { RuleFlags } from './options';

// Each command loads what it needs: who explains a rule does not wait for what publishes one.
const administration = () => require('./administration') as typeof import('./administration');
const explanation = () => require('./explain') as typeof import('./explain');
const revocation = () => require('./revoke') as typeof import('./revoke');
const keys = () => require('./rotate-key') as typeof import('./rotate-key');
const savedQuestions = () => require('./questions') as typeof import('./questions');

const program = new Command('npm run rules --').description(
  'Rules as files: what is wrong with them, what they would do, and how they come into force.\nReglas como archivos: qué está mal en ellas, qué harían y cómo entran en vigor.',
);

/** In production there are no personas. */
const TOKEN_FILE = "a file with an administrator's token, instead of --as";

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
  (flags: RuleFlags) => print((require('./check') as typeof import('./check')).check(flags)),
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
  .option('--token-file <file>', TOKEN_FILE)
  .action(async (flags: RuleFlags) => print(await administration().publish(flags)));
command('approve <draft>', 'approves what somebody else wrote / aprueba lo que escribió otra persona')
  .option('--as <persona>', 'a second administrator of the same owner')
  .option('--hash <hash>', 'the change as you saw it')
  .option('--url <address>', 'the gateway')
  .option('--token-file <file>', TOKEN_FILE)
  .action(async (id: string, flags: RuleFlags) => print(await administration().approve(id, flags)));
command('sign <draft>', 'adds a signature to what several have to sign / añade una firma a lo que deben firmar varios')
  .option('--as <persona>', 'an administrator of the party that signs')
  .option('--key <file>', "the party's private root key (JWK); in development those of this machine")
  .option('--url <address>', 'the gateway')
  .option('--token-file <file>', TOKEN_FILE)
  .action(async (id: string, flags: RuleFlags) => print(await administration().sign(id, flags)));
command('rotate-key', 'gives your party another root key / da a su parte otra clave raíz')
  .option('--as <persona>', 'an administrator')
  .option('--key <file>', 'the old private root key (JWK); in development the one of this machine')
  .option('--new-key <file>', 'where the new one is kept; made if it is not there')
  .option('--lost', 'the old key is lost: more than half of the other parties sign instead')
  .option('--url <address>', 'the gateway')
  .action(async (flags: RuleFlags) => print(await keys().rotateKey(flags)));
command('sign-key', "signs another party's new root key / firma la nueva clave raíz de otra parte")
  .option('--party <code>', 'whose key it is')
  .option('--thumbprint <text>', 'of the new key, as its party read it to you')
  .option('--as <persona>', 'an administrator')
  .option('--key <file>', "your party's private root key (JWK); in development the one of this machine")
  .option('--url <address>', 'the gateway')
  .action(async (flags: RuleFlags) => print(await keys().signKeyChange(flags)));
for (const [name, description] of [
  ['revoke', 'a person, a key or an agreement of your party, in force at once / revoca una persona, clave o acuerdo'],
  ['restore', 'what was revoked; a second person approves it / restituye lo revocado, con una segunda persona'],
] as const)
  command(name, description)
    .option('--person <name>', 'an official or service, as tokens name them (sub)')
    .option('--tokens-before <instant>', 'with --person: only tokens issued before; now, or an instant in ISO 8601')
    .option('--issuer <address>', 'with --issuer-key: whose key (iss)')
    .option('--issuer-key <name>', 'a key of an issuer, as tokens name it (kid)')
    .option('--agreement <id>', 'an agreement of your party')
    .option('--as <persona>', 'an administrator')
    .option('--note <text>', 'what it is for')
    .option('--key <file>', "the owner's private root key (JWK); in development the one of this machine")
    .option('--url <address>', 'the gateway')
    .action(async (flags: RuleFlags) => print(await revocation()[name](flags)));
command('pull', 'writes the rules in force as files / escribe como archivos las reglas en vigor')
  .requiredOption('--into <folder>', 'an empty folder')
  .option('--as <persona>', 'an administrator')
  .option('--url <address>', 'the gateway')
  .option('--token-file <file>', TOKEN_FILE)
  .action(async (flags: RuleFlags) => print(await administration().pull(flags)));
command('rollback', 'brings an earlier publication back as a new one / recupera una publicación anterior como nueva')
  .option('--owner <party>', 'whose')
  .option('--to <number>', 'the number of the publication')
  .option('--as <persona>', 'an administrator')
  .option('--note <text>', 'what it is for')
  .option('--key <file>', "the owner's private root key (JWK); in development the one of this machine")
  .option('--url <address>', 'the gateway')
  .action(async (flags: RuleFlags) =>
    print(await (require('./roll-back') as typeof import('./roll-back')).rollBack(flags)),
  );
const questions = program
  .command('questions')
  .description('what your party asks again and again / lo que su parte pregunta una y otra vez');
questions
  .command('save <folder>')
  .description('registers its questions (07.graphql with 07.yaml) / registra sus preguntas')
  .option('--as <persona>', 'an administrator')
  .option('--roles <roles>', 'who asks them, like ANALYST,DASHBOARD; the roles of askedBy unless said otherwise')
  .option('--agency <agency>', 'which agency asks them; every one unless said otherwise')
  .option('--url <address>', 'the gateway')
  .action(async (folder: string, flags: RuleFlags) => print(await savedQuestions().saveQuestions(folder, flags)));
questions
  .command('list')
  .description('those of your party, and how many others have / las de su parte, y cuántas tienen otras')
  .option('--as <persona>', 'an administrator')
  .option('--url <address>', 'the gateway')
  .action(async (flags: RuleFlags) => print(await savedQuestions().listSavedQuestions(flags)));
command('drafts', 'what is not published yet / lo que aún no se publica')
  .option('--as <persona>', 'an administrator')
  .option('--url <address>', 'the gateway')
  .option('--token-file <file>', TOKEN_FILE)
  .action(async (flags: RuleFlags) => print(await administration().drafts(flags)));

accessCommands(command, print);

function print(text: string): void {
  process.stdout.write(text);
}

program.parseAsync().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
