import { readConfig } from '@pasarela/gateway/config';
import { LANGUAGES, type Language } from '@pasarela/schema/localized-text';
import { type Command, Option } from 'commander';
import { backup } from './backup';
import type { BackupFlags, RestoreFlags, RetainFlags, Told } from './keeping-flags';
import { restore } from './restore';
import { retain } from './retain';

/** Adds the commands about the files of a log: what is kept of it, copies, and putting a copy in place. */
export function addKeepingCommands(program: Command, language: Language): void {
  const command = (name: string, description: string) =>
    program
      .command(name)
      .description(description)
      .requiredOption('--log <folder>', 'DATA_DIR/evidence/NAME')
      .addOption(new Option('--lang <language>', 'en, es').choices(LANGUAGES).default(language));
  command(
    'retain',
    'drop leaves older than the retention, keep their hashes; the process must be stopped / eliminar hojas más antiguas que el plazo y conservar sus hashes; con el proceso detenido',
  )
    .option('--before <date>', 'leaves older than this day / hojas anteriores a este día')
    .option('--keep <days>', 'leaves older than so many days / hojas de más de tantos días')
    .option('--by <name>', 'the official who orders it / quien lo ordena')
    .option('--rule <text>', 'under which rule / según qué norma')
    .option('--dry-run', 'say what would go, and change nothing / decir qué se eliminaría, sin cambiar nada')
    .addHelpText('after', MINIMUM)
    .action(async (flags: RetainFlags) =>
      print(await retain(flags, { now: new Date(), minimum: readConfig().evidenceMinimumRetention })),
    );
  command(
    'backup',
    'copy the log, while it is written too, and verify the copy / copiar el registro y verificar la copia',
  )
    .requiredOption('--to <folder>', 'a folder that does not exist yet / una carpeta que aún no existe')
    .action(async (flags: BackupFlags) => print(await backup(flags)));
  command(
    'restore',
    'put a copy in place; an older one only openly / poner una copia en su lugar; una anterior, solo abiertamente',
  )
    .requiredOption('--from <folder>', 'the copy / la copia')
    .option('--checkpoint <file...>', 'checkpoints that partners keep / puntos de control que conservan los socios')
    .option(
      '--accept-loss',
      'go on from an older copy, with a new key / continuar desde una copia anterior, con clave nueva',
    )
    .option('--by <name>', 'who accepts the loss / quien acepta la pérdida')
    .option('--reason <text>', 'why / por qué')
    .action(async (flags: RestoreFlags) => print(await restore(flags, new Date())));
}

const MINIMUM = `
No leaf younger than EVIDENCE_MIN_RETENTION (P10Y) is dropped. What is dropped stands in the log: which leaves, who, when, under which rule.
No se elimina ninguna hoja más reciente que EVIDENCE_MIN_RETENTION (P10Y). Lo eliminado consta en el registro: qué hojas, quién, cuándo, según qué norma.`;

const print = (lines: Told): void => void process.stdout.write(lines.map((line) => `${line}\n`).join(''));
