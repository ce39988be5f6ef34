import { LANGUAGES, type Language } from '@pasarela/schema/localized-text';
import { Command, CommanderError, Option } from 'commander';
import { keepNewest } from './keep';
import { readKeys } from './read-given';
import { EXIT, say, VerifyFault } from './texts';
import { type Verdict, type VerifyFlags, verify } from './verify';

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
    '--former-key <file>',
    'with --log: the key of the log that it goes on from; checkpoints may be signed by it / la clave del registro que continúa',
  )
  .option(
    '--url <address>',
    'a gateway to have the proof of the receipt from / una pasarela que dé la prueba del recibo',
  )
  .option(
    '--keep <folder>',
    'keep the newest checkpoint that --url gives, once it goes on from those kept / conserva el punto de control más reciente',
  )
  .option('--every <seconds>', 'with --keep: how often / con --keep: cada cuánto', '60')
  .option('--once', 'with --keep: one time and no more / con --keep: una sola vez')
  .option('--running', 'the log is being written: what is not signed yet is not wrong / el registro está en marcha')
  .addOption(
    new Option('--lang <language>', 'en, es')
      .choices(LANGUAGES)
      .default(languageOf(Intl.DateTimeFormat().resolvedOptions().locale)),
  )
  .addHelpText('after', EXIT_CODES)
  .exitOverride();

interface MainFlags extends VerifyFlags {
  readonly keep?: string;
  readonly every: string;
  readonly once?: boolean;
}

async function main(argv: readonly string[]): Promise<void> {
  const flags = program.parse(argv, { from: 'user' }).opts<MainFlags>();
  if (flags.keep === undefined) await print(() => verify(flags), flags.lang);
  else await keepOn(flags);
}

/** Keeps checkpoints until the log contradicts itself. One that cannot be had is asked for again. */
async function keepOn({ keep: folder, key, url, lang, once, every }: MainFlags): Promise<void> {
  const keepNow = async () => {
    if (!key || !url || !folder || !(Number(every) >= 1)) throw new VerifyFault('usage');
    return keepNewest({ keys: readKeys(key), url, folder, language: lang });
  };
  for (;;) {
    await print(keepNow, lang);
    if (once || process.exitCode === EXIT.wrong || !url || !key) return;
    await new Promise((resolve) => setTimeout(resolve, Number(every) * 1000));
  }
}

async function print(look: () => Promise<Verdict>, lang: MainFlags['lang']): Promise<void> {
  try {
    const { lines, exitCode } = await look();
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
