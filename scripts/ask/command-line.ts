import { LANGUAGES, type Language } from '@pasarela/schema/localized-text';
import { Command, CommanderError } from 'commander';
import { Fault, type FaultName } from './fault';
import { HELP, type OPTIONS } from './options';

/** What a command of `ask` is called, and what its help says. */
export interface CommandTexts {
  readonly name: string;
  readonly description: string;
  readonly argument: readonly [form: string, meaning: string];
  readonly examples: string;
  readonly options: readonly (typeof OPTIONS)[number][];
}

/** A command that writes nothing and ends nothing by itself. */
export function commandOf(
  { name, description, argument, examples, options }: CommandTexts,
  language: Language,
): Command {
  const headings: Readonly<Record<string, string>> = HELP.headings[language];
  const program = new Command(name)
    .description(description)
    .argument(...argument)
    .helpOption('--help', HELP.help[language])
    .addHelpText('after', examples)
    .configureHelp({ styleTitle: (title) => headings[title] ?? title })
    .configureOutput({ writeOut: () => undefined, writeErr: () => undefined })
    .exitOverride();
  for (const option of options) program.option(option.flags, option[language]);
  return program;
}

const FAULTS: Readonly<Record<string, FaultName>> = {
  'commander.unknownOption': 'unknownOption',
  'commander.optionMissingArgument': 'missingArgument',
  'commander.excessArguments': 'tooMany',
};

/** Reads words. Returns the whole help where that is all that is asked for. @throws Fault for whatever cannot be meant */
export function readWords(program: Command, argv: readonly string[]): string | undefined {
  try {
    program.parse(argv, { from: 'user' });
    return undefined;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.code === 'commander.helpDisplayed') return helpOf(program);
    throw new Fault(FAULTS[error.code] ?? 'noQuestion', { name: error.message.match(/'([^']*)'/)?.[1] ?? '' });
  }
}

/** @throws Fault for a language that is not spoken and an address that is none */
export function checkLanguageAndUrl(lang: string | undefined, url: string | undefined): void {
  if (lang !== undefined && !LANGUAGES.some((language) => language === lang))
    throw new Fault('badLanguage', { name: lang });
  if (url !== undefined && !/^https?:$/.test(URL.parse(url)?.protocol ?? '')) throw new Fault('badUrl', { name: url });
}

/** The whole help, with its examples. */
function helpOf(program: Command): string {
  let text = '';
  program.configureOutput({ writeOut: (part) => (text += part) }).outputHelp();
  return text;
}
