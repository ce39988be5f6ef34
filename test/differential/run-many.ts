import fc from 'fast-check';
import { caseNumbers, type DrawnCase, drawnCase, runDrawn } from './drawn-case';
import type { MadeFederation } from './federation/made-federation';
import type { ComparedAnswers } from './run-case';
import { smallerQuestion } from './smaller-question';

/** Which cases are run. */
export interface Many {
  readonly federation: MadeFederation;
  readonly seed: number;
  readonly from: number;
  readonly to: number;
}

/** A case of which an answer is not what it must be, made small. */
export interface Found {
  readonly at: number;
  readonly drawn: DrawnCase;
  readonly answers: ComparedAnswers;
}

/** What came of many cases: how many by outcome, and what is wrong. */
export interface Outcome {
  readonly counts: Record<string, number>;
  readonly found: Found[];
}

/** Runs the cases of a seed from one number to another; each case follows from the seed and its number alone. */
export async function runMany({ federation, seed, from, to }: Many, onCase: () => void = () => {}): Promise<Outcome> {
  const outcome: Outcome = { counts: {}, found: [] };
  for (let at = from; at < to; at++) {
    await runOne(federation, { at, drawn: caseOf(federation, seed, at) }, outcome);
    onCase();
  }
  return outcome;
}

function caseOf(federation: MadeFederation, seed: number, at: number): DrawnCase {
  const [numbers] = fc.sample(caseNumbers, { seed: seed * 1_000_000 + at, numRuns: 1 });
  return drawnCase(federation, numbers as NonNullable<typeof numbers>);
}

async function runOne(federation: MadeFederation, { at, drawn }: Omit<Found, 'answers'>, { counts, found }: Outcome) {
  const answers = await runDrawn(federation, drawn);
  const count = (name: string) => {
    counts[name] = (counts[name] ?? 0) + 1;
  };
  if (typeof answers === 'string') return count(answers);
  count(answers.failing ? `SPOILED` : 'ASKED');
  if (answers.expected.errors.length > 0) count('WITH_ERRORS');
  if (answers.explained) count(`Apollo: ${answers.explained}`);
  if (answers.differing.length > 0) found.push(await small(federation, { at, drawn, answers }));
}

async function small(federation: MadeFederation, { at, drawn, answers }: Found): Promise<Found> {
  const failing = answers.failing && [answers.failing];
  const stillShows = async (question: DrawnCase['question']) => {
    const again = await runDrawn(federation, { question, failing });
    return typeof again !== 'string' && again.differing.join() === answers.differing.join();
  };
  const smaller = { failing, question: await smallerQuestion(drawn.question, stillShows) };
  const again = await runDrawn(federation, smaller);
  return { at, drawn: smaller, answers: typeof again === 'string' ? answers : again };
}
