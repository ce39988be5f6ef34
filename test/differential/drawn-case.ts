import fc from 'fast-check';
import type { Question } from './engine';
import { FAULTS } from './engines/spoiled-replies';
import type { MadeFederation } from './federation/made-federation';
import { drawQuestion } from './generate/draw-question';
import { type ComparedAnswers, type Fault, type NotAsked, runCase, runSpoiled } from './run-case';

/** A question, and the subgraph that fails meanwhile, if one does. */
export interface DrawnCase {
  readonly question: Question;
  readonly failing?: Fault | undefined;
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
  const names = [...subgraphs.keys()];
  const subgraph = names[at.subgraph % names.length] as string;
  return { question, failing: { subgraph, fault: FAULTS[at.fault % FAULTS.length] as string } };
}

/** Runs a case. */
export const runDrawn = (
  federation: MadeFederation,
  { question, failing }: DrawnCase,
): Promise<ComparedAnswers | NotAsked> =>
  failing ? runSpoiled(federation, question, failing) : runCase(federation, question);
