import { readConfig } from '@pasarela/gateway/config';
import { localGateway } from '@pasarela/gateway/public-address';
import type { Language } from '@pasarela/schema/localized-text';
import { PERSONAS } from '../development/personas';
import { credentialsFor } from '../development/token';
import { languageOf, parseArguments } from './arguments';
import { ask } from './ask';
import type { AskTools } from './ask-tools';
import { EXIT, Fault } from './fault';
import { waitUntil } from './watch/wait-until';
import { watch } from './watch/watch';
import { parseWatchArguments } from './watch/watch-arguments';

/** Long enough for one question, too short to be worth keeping. */
const TOKEN_SECONDS = 300;

async function main(argv: readonly string[]): Promise<void> {
  const language = languageOf(argv);
  try {
    if (argv[0] === 'watch') return await runWatch(argv.slice(1), language);
    const flags = parseArguments(argv, language);
    const terminal = process.stdout.isTTY === true && process.stderr.isTTY === true;
    const coloured = flags.color && terminal && process.stdout.hasColors();
    const {
      output,
      aside = '',
      exitCode,
    } = await ask(flags, { ...TOOLS, questionsDirectory: ownQuestions(), language, coloured });
    process.stdout.write(output);
    process.stderr.write(aside);
    process.exitCode = exitCode;
  } catch (error) {
    process.stderr.write(`${error instanceof Fault ? error.line(language) : (error as Error).message}\n`);
    process.exitCode = error instanceof Fault ? error.exitCode : EXIT.failed;
  }
}

/** Asks on a schedule until it is stopped; a stop ends the waiting, not a question that is under way. */
async function runWatch(argv: readonly string[], language: Language): Promise<void> {
  const flags = parseWatchArguments(argv, language);
  if (flags.help !== undefined) return void process.stdout.write(flags.help);
  const stopped = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopped.abort());
  process.exitCode = await watch(flags, {
    ...TOOLS,
    language,
    questionsDirectory: ownQuestions(),
    dataDirectory: readConfig().dataDirectory,
    now: () => new Date(),
    waitUntil: (time) => waitUntil(time, stopped.signal),
    print: (text) => process.stdout.write(text),
    aside: (text) => process.stderr.write(text),
  });
}

/** The operator's own folder of questions, if one is set. */
const ownQuestions = (): string | undefined => readConfig().questionsDirectory || undefined;

const TOOLS: Pick<AskTools, 'gateway' | 'credentialsFor'> = {
  gateway: () => localGateway(readConfig()),
  credentialsFor: async (persona) => {
    if (!PERSONAS.has(persona)) throw new Fault('unknownPersona', { name: persona });
    return credentialsFor(persona, { dataDirectory: readConfig().dataDirectory, lifetimeSeconds: TOKEN_SECONDS });
  },
};

// Whoever reads only the first lines (head, less) closes the pipe; that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) =>
  process.exit(error.code === 'EPIPE' ? EXIT.answered : EXIT.failed),
);

void main(process.argv.slice(2));
