import { parse, validate, visit } from 'graphql';
import { explanationOf } from './apollo-differs';
import { differences } from './compare';
import { requiredDifferences } from './compare-required';
import { spoiledDifferences } from './compare-spoiled';
import type { Answer, Engine, Question } from './engine';
import { apollo } from './engines/apollo';
import { monolith } from './engines/monolith';
import { pasarela } from './engines/pasarela';
import { spoiling } from './engines/spoiled-replies';
import { type Spoil, unspoiled } from './engines/subgraph-fetches';
import { TooComplex } from './federation/bounded-planner';
import type { MadeFederation } from './federation/made-federation';

/** A subgraph that fails, and how. */
export interface Fault {
  readonly subgraph: string;
  readonly fault: string;
}

/** What the engines answered to one question. */
export interface ComparedAnswers {
  readonly expected: Answer;
  readonly ours: Answer;
  /** Undefined where the planner gives up on the question as it was asked, and where something fails that Apollo's is not asked about. */
  readonly apollos?: Answer | undefined;
  /** The subgraph that failed meanwhile, and how. */
  readonly failing?: Fault | undefined;
  /** Nothing where all is as it must be. */
  readonly differing: readonly string[];
  /** By what of the list Apollo's answer differs. */
  readonly explained?: string | undefined;
}

/** Why a question is not asked. */
export type NotAsked = 'INVALID' | 'TOO_COMPLEX' | 'NOT_SPOILED';

/** Asks all three. */
export async function runCase(federation: MadeFederation, question: Question): Promise<ComparedAnswers | NotAsked> {
  if (!isValid(federation, question)) return 'INVALID';
  const expected = await monolith(federation)(question);
  const ours = await attempted(pasarela(federation), question);
  if (!ours) return 'TOO_COMPLEX';
  if (federation.requirementsFail) {
    const requiring = requiringKeys(question, federation.requiring);
    return { expected, ours, differing: requiredDifferences({ whole: expected, given: ours, requiring }) };
  }
  const apollos = await attempted(apollo(federation), question);
  const differing = differences(expected, ours);
  if (!apollos || apollos.dataText === expected.dataText) return { expected, ours, apollos, differing };
  const explained = await explanationOf(federation, question);
  const unexplained = explained ? [] : ["Apollo's data differ by what is not in the list"];
  return { expected, ours, apollos, explained, differing: [...differing, ...unexplained] };
}

/** The response keys of fields of these names. */
function requiringKeys({ text }: Question, names: ReadonlySet<string>): ReadonlySet<string> {
  const keys = new Set<string>();
  visit(parse(text), {
    Field: ({ alias, name }) => {
      if (names.has(name.value)) keys.add(alias?.value ?? name.value);
    },
  });
  return keys;
}

/** Asks ours while one subgraph fails, by the first of these ways that can be. */
export async function runSpoiled(
  federation: MadeFederation,
  question: Question,
  ways: readonly Fault[],
): Promise<ComparedAnswers | NotAsked> {
  if (!isValid(federation, question)) return 'INVALID';
  const asked = await askedSubgraphs(federation, question);
  if (!asked) return 'TOO_COMPLEX';
  const expected = await monolith(federation)(question);
  for (const failing of ways.filter(({ subgraph }) => asked.has(subgraph))) {
    const { spoil, times } = spoiling(failing.subgraph, failing.fault);
    const ours = await attempted(pasarela(federation, spoil), question);
    if (ours && times() > 0)
      return { expected, ours, failing, differing: spoiledDifferences(expected, ours, failing.subgraph) };
  }
  return 'NOT_SPOILED';
}

/** The subgraphs that are asked while none fails; undefined where the planner gives up. */
async function askedSubgraphs(federation: MadeFederation, question: Question): Promise<Set<string> | undefined> {
  const asked = new Set<string>();
  const noting: Spoil = (subgraph, reply) => {
    asked.add(subgraph);
    return unspoiled(subgraph, reply);
  };
  return (await attempted(pasarela(federation, noting), question)) && asked;
}

const isValid = ({ schemas }: MadeFederation, { text }: Question): boolean =>
  validate(schemas.apiSchema, parse(text)).length === 0;

/** An engine that throws answers with that; undefined where the planner gives up. */
async function attempted(engine: Engine, question: Question): Promise<Answer | undefined> {
  try {
    return await engine(question);
  } catch (fault) {
    if (fault instanceof TooComplex) return undefined;
    const told = fault instanceof Error ? (fault.stack ?? fault.message) : String(fault);
    return { dataText: JSON.stringify(`throws ${told}`), errors: [] };
  }
}
