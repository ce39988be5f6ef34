import { createHash } from 'node:crypto';
import type { Question } from '@pasarela/schema/questions/question';
import { decodeJwt } from 'jose';
import type { AskTools } from '../ask-tools';
import { EXIT } from '../fault';
import { readSavedQuestion, readText, savedNumbers } from '../read-question';
import { requestOf } from '../request-of';
import { sendQuestion } from '../send-question';
import { fill } from '../texts';
import { printReport } from './print-report';
import { hasFailed } from './report';
import { nextTime } from './schedule';
import { WATCH_TEXTS } from './texts';
import type { WatchArguments } from './watch-arguments';
import { watchRound } from './watch-round';
import { WatchState } from './watch-state';

/** What a watch needs from outside. */
export interface WatchTools extends Omit<AskTools, 'coloured'> {
  readonly dataDirectory: string;
  readonly now: () => Date;
  /** Waits until an instant; false when the watch was stopped meanwhile. */
  readonly waitUntil: (time: Date) => Promise<boolean>;
  readonly print: (text: string) => void;
  /** For the reader's terminal, beside an output that goes into a file. */
  readonly aside: (text: string) => void;
}

/** Asks, reports, waits, and asks again as the schedule says. Returns the exit code of the last round. */
export async function watch(flags: WatchArguments, tools: WatchTools): Promise<number> {
  const questions = questionsOf(flags, tools);
  const state = stateOf(flags, tools);
  for (;;) {
    const startedAt = tools.now();
    const exitCode = await oneRound(questions, state, { flags, tools });
    const next = nextTime(flags.schedule, startedAt);
    if (!next) return exitCode;
    tools.aside(`${fill(WATCH_TEXTS[tools.language].next, { next: next.toISOString() })}\n`);
    if (!(await tools.waitUntil(next))) return exitCode;
  }
}

interface Watching {
  readonly flags: WatchArguments;
  readonly tools: WatchTools;
}

async function oneRound(
  questions: readonly Question[],
  state: WatchState,
  { flags, tools }: Watching,
): Promise<number> {
  const { language, now } = tools;
  const send = async (question: Question) => (await sendQuestion(await requestOf(question, flags, tools))).answer;
  let failed = false;
  for await (const report of watchRound({ questions, state, language, now, send })) {
    failed ||= hasFailed(report);
    tools.print(flags.json ? `${JSON.stringify(report)}\n` : `${printReport(report, language)}\n`);
  }
  return failed ? EXIT.failed : EXIT.answered;
}

/** The questions that are named, else those that are saved for who asks. */
function questionsOf({ questions, as }: WatchArguments, { questionsDirectory }: WatchTools): Question[] {
  if (questions.length > 0) return questions.map((number) => readSavedQuestion(number, questionsDirectory));
  const all = savedNumbers(questionsDirectory).map((number) => readSavedQuestion(number, questionsDirectory));
  return all.filter(({ askedBy }) => as === undefined || askedBy === as);
}

function stateOf(flags: WatchArguments, tools: WatchTools): WatchState {
  const url = flags.url ?? tools.gateway().url;
  return WatchState.open(tools.dataDirectory, {
    asker: askerOf(flags),
    purpose: flags.purpose,
    language: tools.language,
    url,
  });
}

/** Who asks, also when their token is a newer one: only to tell the states of several askers apart. */
function askerOf({ as, tokenFile }: WatchArguments): string {
  if (!tokenFile) return as ?? '';
  const token = readText(tokenFile).trim();
  try {
    const { iss, sub } = decodeJwt(token);
    return JSON.stringify([iss, sub]);
  } catch {
    return createHash('sha256').update(token).digest('hex');
  }
}
