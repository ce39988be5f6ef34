import { LANGUAGES, type Language } from '@pasarela/schema/localized-text';
import { parsePath } from '@pasarela/schema/questions/answer-path';
import { type CommandTexts, checkLanguageAndUrl, commandOf, readWords } from './command-line';
import { Fault } from './fault';
import { HELP, OPTIONS } from './options';

/** What the user asks for. */
export interface Arguments {
  readonly question?: string | undefined;
  readonly as?: string;
  readonly token?: string;
  readonly tokenFile?: string;
  readonly keyFile?: string;
  readonly purpose?: string;
  readonly case?: string;
  readonly file?: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly why?: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
  readonly csv?: boolean;
  readonly list?: boolean;
  readonly url?: string;
  readonly color: boolean;
  /** The help, when that is all that is asked for. */
  readonly help?: string;
}

type Flags = Omit<Arguments, 'variables' | 'question' | 'help'> & { readonly variables?: string };

/** The language of the answer: the one of --lang, else the terminal's (LC_ALL, LANG), else English. */
export function languageOf(argv: readonly string[], locale = Intl.DateTimeFormat().resolvedOptions().locale): Language {
  const i = argv.findLastIndex((word) => word === '--lang' || word.startsWith('--lang='));
  const fallback = locale.startsWith('es') ? 'es' : 'en';
  if (i < 0) return fallback;
  const named = argv[i]?.includes('=') ? argv[i].slice('--lang='.length) : argv[i + 1];
  return LANGUAGES.find((language) => language === named) ?? fallback;
}

/** Reads the words of the command. Throws a Fault for whatever cannot be meant. */
export function parseArguments(argv: readonly string[], language: Language): Arguments {
  const program = commandOf(textsIn(language), language);
  const help = readWords(program, argv);
  if (help !== undefined) return { help, color: false };
  const { variables, ...flags } = program.opts<Flags>();
  checkFlags({ ...flags, lang: program.opts<{ lang?: string }>().lang, question: program.args[0] });
  return {
    ...flags,
    question: program.args[0],
    ...(variables !== undefined && { variables: parseVariables(variables) }),
  };
}

const textsIn = (language: Language): CommandTexts => ({
  name: 'npm run ask --',
  description: HELP.description[language],
  argument: ['[question]', HELP.question[language]],
  examples: HELP.examples[language],
  options: OPTIONS,
});

const EXCLUSIVE = [
  ['json', 'csv'],
  ['json', 'why'],
  ['csv', 'why'],
  ['csv', 'dryRun'],
  ['question', 'file'],
  ['as', 'token'],
  ['as', 'tokenFile'],
  ['token', 'tokenFile'],
] as const;
type Checked = Omit<Flags, 'color' | 'variables'> & {
  readonly question?: string | undefined;
  readonly lang?: string | undefined;
};

function checkFlags(flags: Checked): void {
  const clash = EXCLUSIVE.find(([one, other]) => flags[one] && flags[other]);
  if (clash) throw new Fault('notTogether', { one: spelled(clash[0]), other: spelled(clash[1]) });
  if (flags.keyFile && !flags.token && !flags.tokenFile) throw new Fault('keyWithoutToken');
  checkLanguageAndUrl(flags.lang, flags.url);
  if (flags.why !== undefined && parsePath(flags.why).length === 0) throw new Fault('badPath');
  if (!flags.list && !flags.question && !flags.file) throw new Fault('noQuestion');
}

const spelled = (flag: string): string =>
  flag === 'question' ? 'NN' : `--${flag.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

function parseVariables(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return value as Readonly<Record<string, unknown>>;
  } catch {
    throw new Fault('badVariables');
  }
  throw new Fault('badVariables');
}
