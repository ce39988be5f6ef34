import { parse, validate } from 'graphql';
import { differences } from './compare';
import type { Answer, Engine, Question } from './engine';
import { apollo } from './engines/apollo';
import { monolith } from './engines/monolith';
import { pasarela } from './engines/pasarela';
import type { MadeFederation } from './federation/made-federation';

/** What three engines answered to one question. */
export interface ComparedAnswers {
  readonly expected: Answer;
  readonly ours: Answer;
  readonly apollos: Answer;
  /** How ours differs from what must be. */
  readonly differing: readonly string[];
  /** Whether Apollo's data are other than what must be. */
  readonly apolloDiffers: boolean;
}

/** Asks all three. Undefined where the question is not valid. */
export async function runCase(federation: MadeFederation, question: Question): Promise<ComparedAnswers | undefined> {
  if (validate(federation.planner.apiSchema, parse(question.text)).length > 0) return undefined;
  const expected = await monolith(federation)(question);
  const ours = await attempted(pasarela(federation), question);
  const apollos = await attempted(apollo(federation), question);
  return {
    expected,
    ours,
    apollos,
    differing: differences(expected, ours),
    apolloDiffers: expected.dataText !== apollos.dataText,
  };
}

/** An engine that throws answers with that. */
async function attempted(engine: Engine, question: Question): Promise<Answer> {
  try {
    return await engine(question);
  } catch (fault) {
    return { dataText: `throws ${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}`, errors: [] };
  }
}
