import { parse, validate } from 'graphql';
import { differences } from './compare';
import type { Answer, Engine, Question } from './engine';
import { apollo } from './engines/apollo';
import { monolith } from './engines/monolith';
import { pasarela } from './engines/pasarela';
import { TooComplex } from './federation/bounded-planner';
import type { MadeFederation } from './federation/made-federation';

/** What three engines answered to one question. */
export interface ComparedAnswers {
  readonly expected: Answer;
  readonly ours: Answer;
  /** Undefined where the planner gives up on the question as it was asked. */
  readonly apollos: Answer | undefined;
  /** How ours differs from what must be. */
  readonly differing: readonly string[];
  /** Whether Apollo's data are other than what must be. */
  readonly apolloDiffers: boolean;
}

/** Why a question is not asked. */
export type NotAsked = 'INVALID' | 'TOO_COMPLEX';

/** Asks all three. */
export async function runCase(federation: MadeFederation, question: Question): Promise<ComparedAnswers | NotAsked> {
  if (validate(federation.schemas.apiSchema, parse(question.text)).length > 0) return 'INVALID';
  const expected = await monolith(federation)(question);
  const ours = await attempted(pasarela(federation), question);
  if (!ours) return 'TOO_COMPLEX';
  const apollos = await attempted(apollo(federation), question);
  const apolloDiffers = apollos !== undefined && expected.dataText !== apollos.dataText;
  return { expected, ours, apollos, differing: differences(expected, ours), apolloDiffers };
}

/** An engine that throws answers with that; undefined where the planner gives up. */
async function attempted(engine: Engine, question: Question): Promise<Answer | undefined> {
  try {
    return await engine(question);
  } catch (fault) {
    if (fault instanceof TooComplex) return undefined;
    return { dataText: `throws ${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}`, errors: [] };
  }
}
