import type { Language } from '@pasarela/schema/localized-text';
import { type CommandTexts, checkLanguageAndUrl, commandOf, readWords } from '../command-line';
import { Fault } from '../fault';
import { OPTIONS } from '../options';
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
  const program = commandOf(textsIn(language), language);
  const help = readWords(program, argv);
  if (help !== undefined) return { questions: [], schedule: { kind: 'ONCE' }, help };
  const { every, at, lang, ...flags } = program.opts<Flags>();
  checkFlags({ ...flags, every, at, lang });
  return { ...flags, questions: program.args, schedule: scheduleOf(every, at) };
}

const textsIn = (language: Language): CommandTexts => ({
  name: 'npm run ask -- watch',
  description: WATCH_HELP.description[language],
  argument: ['[question...]', WATCH_HELP.questions[language]],
  examples: WATCH_HELP.examples[language],
  options: [...WATCH_OPTIONS, ...OPTIONS.filter(({ flags }) => TAKEN_OVER.includes(flags.split(' ')[0] ?? ''))],
});

function checkFlags({ every, at, as, tokenFile, keyFile, lang, url }: Flags): void {
  if (every !== undefined && at !== undefined) throw new Fault('notTogether', { one: '--every', other: '--at' });
  if (as && tokenFile) throw new Fault('notTogether', { one: '--as', other: '--token-file' });
  if (keyFile && !tokenFile) throw new Fault('keyWithoutToken');
  checkLanguageAndUrl(lang, url);
}

function scheduleOf(every: string | undefined, at: string | undefined): Schedule {
  if (every === undefined && at === undefined) return { kind: 'ONCE' };
  const schedule = every === undefined ? readTimes(at as string) : readEvery(every);
  if (!schedule) throw new Fault('badSchedule', { name: every ?? at ?? '' });
  return schedule;
}
