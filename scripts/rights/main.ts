import { Command } from 'commander';
import { languageOf } from '../ask/arguments';
import { RIGHTS_DOMAINS } from './rights-domain';
import type { RightsFlags } from './rights-flags';

// What a command needs is loaded when it is called.
const office = () => require('./office') as typeof import('./office');
const recipient = () => require('./recipient') as typeof import('./recipient');

const program = new Command('npm run rights --').description(
  'Answers people about their own data: cases, letters, corrections.\nResponde a las personas sobre sus propios datos: casos, cartas, correcciones.',
);
const language = languageOf(process.argv);

const command = (name: string, description: string) =>
  program
    .command(name)
    .description(description)
    .option('--domain <name>', `whose records: ${RIGHTS_DOMAINS.join(', ')}`)
    .option('--as <persona>', 'who: dpo.pan, administrator.col ...')
    .option('--token-file <file>', 'a file with a token, instead of --as')
    .option('--purpose <purpose>', 'for what; DATA_SUBJECT_RIGHTS unless said otherwise')
    .option('--url <address>', 'the gateway')
    .option('--lang <language>', 'en or es');
const changing = (name: string, description: string) =>
  command(`${name} <case>`, description).option('--case-version <number>', 'the version of the case that you read');

command('open', 'opens a case for what a person asked / abre un caso por lo que pidió una persona')
  .option(
    '--kind <kind>',
    'ACCESS, RECTIFICATION ... (PAN); CONSULTA, RECLAMO (COL); ACCESS, AMENDMENT, REVIEW, REDRESS (USA)',
  )
  .option('--record <id>', "the owner's internal id of the record")
  .option('--no-record', 'nothing was found about the person, who is answered all the same')
  .option('--received <day>', 'when it came in (2026-01-15)')
  .action(async (flags: RightsFlags) => print(await office().openCase(flags, language)));
command('list', 'open cases, the overdue first / casos abiertos, primero los vencidos')
  .option('--within <days>', 'only those that end within so many days')
  .action(async (flags: RightsFlags) => print(await office().listCases(flags, language)));
command(
  'collect <case>',
  'what is held and who received it, as a letter / qué se conserva y quién lo recibió, como carta',
)
  .option('--html', 'a page')
  .option('--json', 'for portability')
  .option('--csv', 'a table')
  .option('--office', 'all that was collected, for the office alone')
  .action(async (id: string, flags: RightsFlags) => print(await office().collect(id, flags, language)));
for (const [verb, description] of [
  ['confirm', 'notes that the person was told that the request came in / anota que se acusó recibo'],
  ['extend', 'puts the answer off, once / prorroga la respuesta, una vez'],
  ['answer', 'closes a case as answered / cierra un caso como respondido'],
  ['refuse', 'closes a case as refused / cierra un caso como rechazado'],
] as const)
  changing(verb, description)
    .option('--note <text>', 'what is noted; of an extension the person is told it')
    .option('--ground <ground>', 'for a refusal: which reason of the law the person is told')
    .action(async (id: string, flags: RightsFlags) => print(await office().changeCase(verb, id, { flags, language })));
changing('correct', 'records a correction or an erasure / registra una corrección o una supresión')
  .option('--what <what>', 'CORRECTED or ERASED')
  .action(async (id: string, flags: RightsFlags) => print(await office().correct(id, flags, language)));
command('superseded', 'what you received and is superseded / lo que recibió y fue sustituido')
  .option('--after <cursor>', 'only what follows')
  .option('--json', 'as JSON')
  .action(async (flags: RightsFlags) => print(await recipient().listSuperseded(flags, language)));
command('acknowledge <day>', 'says that you heard a batch / dice que recibió un lote').action(
  async (day: string, flags: RightsFlags) => print(await recipient().acknowledge(day, flags, language)),
);

function print(text: string): void {
  process.stdout.write(text);
}

program.parseAsync().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
