import fc from 'fast-check';
import type { Question } from './engine';
import { FAULTS } from './engines/spoiled-replies';
import type { MadeFederation } from './federation/made-federation';
import { drawQuestion } from './generate/draw-question';
import { type ComparedAnswers, type Fault, type NotAsked, runCase, runSpoiled } from './run-case';

/** A question, and how a subgraph fails meanwhile, if one does: by the first of these ways that can be. */
export interface DrawnCase {
  readonly question: Question;
  readonly failing?: readonly Fault[] | undefined;
}

/** How often, in percent, a subgraph fails. */
const FAILING = 15;

/** The numbers that cases are read off, and whether and how a subgraph fails. */
export const caseNumbers = fc.record({
  numbers: fc.array(fc.nat(255), { minLength: 10, maxLength: 300, size: 'max' }),
  chance: fc.integer({ min: 0, max: 99 }),
  subgraph: fc.nat(100),
  fault: fc.nat(100),
});

type CaseNumbers = typeof caseNumbers extends fc.Arbitrary<infer Numbers> ? Numbers : never;

/** The case that numbers stand for. */
export function drawnCase({ schemas, subgraphs }: MadeFederation, { numbers, chance, ...at }: CaseNumbers): DrawnCase {
  const question = drawQuestion(schemas.apiSchema, numbers);
  if (chance < 100 - FAILING) return { question };
  const names = from([...subgraphs.keys()], at.subgraph);
  const faults = from(FAULTS, at.fault);
  return { question, failing: faults.flatMap((fault) => names.map((subgraph) => ({ subgraph, fault }))) };
}

/** All of them, beginning with the one of this number. */
const from = <Value>(values: readonly Value[], number: number): Value[] => {
  const at = number % values.length;
  return [...values.slice(at), ...values.slice(0, at)];
};

/** Runs a case. */
export const runDrawn = (
  federation: MadeFederation,
  { question, failing }: DrawnCase,
): Promise<ComparedAnswers | NotAsked> =>
  failing ? runSpoiled(federation, question, failing) : runCase(federation, question);
