import { LANGUAGES, type Language } from '@pasarela/schema/localized-text';
import { Command, CommanderError } from 'commander';
import { Fault, type FaultName } from '../fault';
import { HELP, OPTIONS } from '../options';
import { readEvery, readTimes, type Schedule } from './schedule';
import { WATCH_HELP, WATCH_OPTIONS } from './watch-options';

/** What is watched, by whom, and when. */
export interface WatchArguments {
  /** Numbers of saved questions; all of them when there are none. */
  readonly questions: readonly string[];
  readonly schedule: Schedule;
  readonly as?: string;
  readonly tokenFile?: string;
  readonly keyFile?: string;
  readonly purpose?: string;
  readonly case?: string;
  readonly json?: boolean;
  readonly url?: string;
  /** The help, when that is all that is asked for. */
  readonly help?: string;
}

type Flags = Omit<WatchArguments, 'questions' | 'schedule' | 'help'> & {
  readonly every?: string;
  readonly at?: string;
  readonly lang?: string;
};

const TAKEN_OVER = ['--as', '--token-file', '--key-file', '--purpose', '--case', '--json', '--lang', '--url'];

/** Reads the words after `watch`. @throws Fault for whatever cannot be meant */
export function parseWatchArguments(argv: readonly string[], language: Language): WatchArguments {
  const program = programIn(language);
  try {
    program.parse(argv, { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) return outcomeOf(error, program);
    throw error;
  }
  const { every, at, lang, ...flags } = program.opts<Flags>();
  checkFlags({ ...flags, every, at, lang });
  return { ...flags, questions: program.args, schedule: scheduleOf(every, at) };
}

function programIn(language: Language): Command {
  const headings: Readonly<Record<string, string>> = HELP.headings[language];
  const program = new Command('npm run ask -- watch')
    .description(WATCH_HELP.description[language])
    .argument('[question...]', WATCH_HELP.questions[language])
    .helpOption('--help', HELP.help[language])
    .addHelpText('after', WATCH_HELP.examples[language])
    .configureHelp({ styleTitle: (title) => headings[title] ?? title })
    .configureOutput({ writeOut: () => undefined, writeErr: () => undefined })
    .exitOverride();
  const options = [...WATCH_OPTIONS, ...OPTIONS.filter(({ flags }) => TAKEN_OVER.includes(flags.split(' ')[0] ?? ''))];
  for (const option of options) program.option(option.flags, option[language]);
  return program;
}

const FAULTS: Readonly<Record<string, FaultName>> = {
  'commander.unknownOption': 'unknownOption',
  'commander.optionMissingArgument': 'missingArgument',
};

function outcomeOf({ code, message }: CommanderError, program: Command): WatchArguments {
  if (code !== 'commander.helpDisplayed')
    throw new Fault(FAULTS[code] ?? 'noQuestion', { name: message.match(/'([^']*)'/)?.[1] ?? '' });
  let help = '';
  program.configureOutput({ writeOut: (part) => (help += part) }).outputHelp();
  return { questions: [], schedule: { kind: 'ONCE' }, help };
}

function checkFlags({ every, at, as, tokenFile, keyFile, lang, url }: Flags): void {
  if (every !== undefined && at !== undefined) throw new Fault('notTogether', { one: '--every', other: '--at' });
  if (as && tokenFile) throw new Fault('notTogether', { one: '--as', other: '--token-file' });
  if (keyFile && !tokenFile) throw new Fault('keyWithoutToken');
  if (lang !== undefined && !LANGUAGES.some((language) => language === lang))
    throw new Fault('badLanguage', { name: lang });
  if (url !== undefined && !/^https?:$/.test(URL.parse(url)?.protocol ?? '')) throw new Fault('badUrl', { name: url });
}

function scheduleOf(every: string | undefined, at: string | undefined): Schedule {
  if (every === undefined && at === undefined) return { kind: 'ONCE' };
  const schedule = every === undefined ? readTimes(at as string) : readEvery(every);
  if (!schedule) throw new Fault('badSchedule', { name: every ?? at ?? '' });
  return schedule;
}
