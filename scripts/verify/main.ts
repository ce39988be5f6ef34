import { LANGUAGES, type Language } from '@pasarela/schema/localized-text';
import { Command, CommanderError, Option } from 'commander';
import { EXIT, say, VerifyFault } from './texts';
import { type VerifyFlags, verify } from './verify';

const EXIT_CODES = `
Ends with 0 when it is proven, 1 when something is wrong, 2 when it could not be looked at, 3 when it is not proven yet.
Termina con 0 si está probado, 1 si algo está mal, 2 si no se pudo examinar, 3 si aún no está probado.`;

const languageOf = (locale: string): Language => (locale.startsWith('es') ? 'es' : 'en');

const program = new Command('npm run verify --')
  .description(
    'Whether a log of evidence, a receipt or checkpoints are what the log signed. Offline; trusts the key alone.\nSi un registro de evidencia, un recibo o puntos de control son lo que el registro firmó. Sin conexión; solo confía en la clave.',
  )
  .option(
    '--key <file>',
    "the log's public key, pinned; witnesses' keys on further lines / la clave pública del registro",
  )
  .option('--log <folder>', 'the log / el registro')
  .option('--receipt <file>', 'a receipt, or an answer with one / un recibo, o una respuesta que lo contenga')
  .option('--checkpoint <file...>', 'checkpoints that you keep / puntos de control que usted conserva')
  .option(
    '--url <address>',
    'a gateway to have the proof of the receipt from / una pasarela que dé la prueba del recibo',
  )
  .option('--running', 'the log is being written: what is not signed yet is not wrong / el registro está en marcha')
  .addOption(
    new Option('--lang <language>', 'en, es')
      .choices(LANGUAGES)
      .default(languageOf(Intl.DateTimeFormat().resolvedOptions().locale)),
  )
  .addHelpText('after', EXIT_CODES)
  .exitOverride();

async function main(argv: readonly string[]): Promise<void> {
  const { lang, ...flags } = program.parse(argv, { from: 'user' }).opts<VerifyFlags>();
  try {
    const { lines, exitCode } = await verify({ ...flags, lang });
    process.stdout.write(lines.map((line) => `${line}\n`).join(''));
    process.exitCode = exitCode;
  } catch (error) {
    const text = error instanceof VerifyFault ? say(error.text, lang, error.slots) : (error as Error).message;
    process.stderr.write(`${text}\n`);
    process.exitCode = EXIT.failed;
  }
}

main(process.argv.slice(2)).catch((error: Error) => {
  // Commander has said what is wrong with the words, or given the help.
  process.exitCode = error instanceof CommanderError && error.exitCode === 0 ? EXIT.proven : EXIT.failed;
});
