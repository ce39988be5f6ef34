import { LANGUAGES } from '@pasarela/schema/localized-text';
import { Command, Option } from 'commander';
import { languageOf } from '../ask/arguments';
import { Fault } from '../ask/fault';
import { addKeepingCommands } from './keeping/commands';
import type { KeepingFlags } from './keeping/keeping-flags';
import { KeepingFault } from './keeping/texts';
import { unfinished } from './keeping/unfinished';
import { letter } from './letter';
import { disclosures, recipients, totals } from './list-evidence';
import { type EvidenceFlags, formOf } from './options';
import type { Report } from './sheet';
import { EvidenceFault, say } from './texts';
import { writeReport } from './write-report';

const language = languageOf(process.argv);

const program = new Command('npm run evidence --').description(
  "What left a domain, to whom, and what was refused, from its owner's own log.\nQué salió de un dominio, a quién y qué se negó, del registro de su propio titular.",
);

/** A command with the options that all share. */
const asking = (name: string, description: string) =>
  program
    .command(name)
    .description(description)
    .option('--as <persona>', 'auditor.pan, dpo.pan, administrator.pan ... / quién pregunta')
    .option('--token-file <file>', 'a file with a token, instead of --as / un archivo con un token')
    .option('--url <address>', 'the gateway / la pasarela')
    .option('--purpose <purpose>', 'AUDIT, POLICY_ADMINISTRATION')
    .option('--csv', 'as CSV / como CSV')
    .option('--html', 'as one HTML page / como una página HTML')
    .addOption(new Option('--lang <language>', 'en, es').choices(LANGUAGES).default(language));
const command = (name: string, description: string) =>
  asking(name, description).requiredOption('--domain <domain>', 'panama-darien-flow ... / el dominio');
const narrowed = (name: string, description: string) =>
  command(name, description)
    .option('--party <party>', 'who received it / quién lo recibió')
    .option('--field <field>', 'Type.field')
    .option('--from <day>', 'from when on / desde')
    .option('--to <day>', 'until when, itself not within / hasta, sin incluirlo');

asking('letter', 'the month in one document / el mes en un documento')
  .requiredOption('--month <month>', '2026-11')
  .option('--domain <domain>', 'one domain alone, else all / un solo dominio; si no, todos')
  .option('--party <party>', 'whose letter, with --token-file / de quién es la carta, con --token-file')
  .action((flags) => print(flags, () => letter(flags)));
narrowed('disclosures', 'the answers one by one / las respuestas una por una')
  .option('--for-purpose <purpose>', 'for what they were asked / con qué finalidad se pidieron')
  .option('--agreement <agreement>', 'OWNER:ID')
  .option('--rule-set-version <version>', 'the version of the rules / la versión de las reglas')
  .action((flags) => print(flags, () => disclosures(flags)));
command('recipients <type> <id>', "who received a record, by the owner's own id / quién recibió un registro").action(
  (type: string, id: string, flags: EvidenceFlags) => print(flags, () => recipients(type, id, flags)),
);
narrowed('totals', 'what left by day and field / lo que salió por día y campo').action((flags) =>
  print(flags, () => totals(flags)),
);

program
  .command('unfinished')
  .description('changes that were begun and of which no outcome is known / cambios iniciados cuyo resultado no consta')
  .requiredOption('--log <folder>', 'DATA_DIR/evidence/NAME')
  .option('--csv', 'as CSV / como CSV')
  .option('--html', 'as one HTML page / como una página HTML')
  .addOption(new Option('--lang <language>', 'en, es').choices(LANGUAGES).default(language))
  .action((flags: KeepingFlags & PrintFlags) => print(flags, () => unfinished(flags)));
addKeepingCommands(program, language);

type PrintFlags = Pick<EvidenceFlags, 'lang' | 'csv' | 'html'>;

async function print(flags: PrintFlags, report: () => Promise<Report>): Promise<void> {
  const form = formOf(flags);
  process.stdout.write(writeReport(await report(), form, flags.lang));
}

program.parseAsync(process.argv).catch((error: Error) => {
  process.stderr.write(`${textOf(error)}\n`);
  process.exitCode = 1;
});

function textOf(error: Error): string {
  if (error instanceof KeepingFault) return error.line(language);
  if (error instanceof EvidenceFault) return say(error.text, language, error.slots);
  return error instanceof Fault ? error.line(language) : error.message;
}
