import { Command } from 'commander';
import { languageOf } from '../ask/arguments';
import type { IdentityFlags } from './identity-flags';

// What a command needs is loaded when it is called.
const desk = () => require('./check-document') as typeof import('./check-document');
const hits = () => require('./answer-hits') as typeof import('./answer-hits');

const language = languageOf(process.argv);
const program = new Command('npm run identity --').description(
  'Checks identities with other parties: tokens instead of names, a case for each check, details after both parties approved.\nVerifica identidades con otras partes: claves en vez de nombres, un caso por verificación, detalles tras la aprobación de ambas.',
);

const command = (name: string, description: string) =>
  program
    .command(name)
    .description(description)
    .option('--as <persona>', 'who: border.usa, administrator.pan ...')
    .option('--token-file <file>', 'a file with a token, instead of --as')
    .option('--case <reference>', 'the case that the check serves')
    .option('--url <address>', 'the gateway')
    .option('--lang <language>', 'en or es');

command('check', 'asks a party about the holder of a document / consulta a una parte por quien porta un documento')
  .option('--document <file>', 'the lines of the machine-readable zone; - reads what is typed in')
  .option('--asked <party>', 'COL, PAN or USA')
  .option('--key <file>', 'the key that the two parties share')
  .option('--party <party>', 'your party, with --token-file')
  .action(async (flags: IdentityFlags) => print(await desk().checkDocument(flags, language)));
command('reply <ticket>', 'fetches the reply / obtiene la respuesta').action(
  async (ticket: string, flags: IdentityFlags) => print(await desk().replyTo(ticket, flags, language)),
);
command('inbox', 'hits that wait for your party / coincidencias que esperan a su parte').action(
  async (flags: IdentityFlags) => print(await hits().hitsInbox(flags, language)),
);
command('approve <hit>', 'approves a hit for your party / aprueba una coincidencia por su parte')
  .option('--hit-version <number>', 'the version that you read')
  .option('--details <file>', 'what the asked party gives, as JSON')
  .action(async (hit: string, flags: IdentityFlags) => print(await hits().approveHit(hit, flags, language)));
command('decline <hit>', 'declines a hit / declina una coincidencia').action(
  async (hit: string, flags: IdentityFlags) => print(await hits().declineHit(hit, flags, language)),
);
command('details <hit>', 'what the asked party gave, once both approved / lo que la parte consultada entregó')
  .option('--fields <fields>', 'only what the case needs: documentStatus,documentExpiresOn')
  .action(async (hit: string, flags: IdentityFlags) => print(await hits().hitDetails(hit, flags, language)));

function print(text: string): void {
  process.stdout.write(text);
}

program.parseAsync().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
