import { setImmediate } from 'node:timers/promises';
import { RequestError } from '../../errors';
import type { Purpose, Role } from '../../identity/purposes';
import type { RuleSet } from '../rule-set';
import { mergedRows } from './merge-rows';
import { type Outcome, outcomeChanges, type PlaceChange, placesOf } from './outcome-changes';
import type { Simulator } from './simulate';

/** A question that is asked again and again, and who asks it. */
export interface AskedQuestion {
  readonly party: string;
  /** Null for every agency of the party. */
  readonly agency: string | null;
  /** Whoever has one of these asks it. */
  readonly roles: readonly Role[];
  readonly purpose: Purpose;
  readonly caseGiven: boolean;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Rules at an instant. */
export interface RulesAt {
  readonly ruleSet: RuleSet;
  /** UTC milliseconds. */
  readonly at: number;
}

/** What of a question changes, and for whom: each agency with each role. */
export interface QuestionChange extends PlaceChange {
  readonly agencies: readonly string[];
  readonly roles: readonly string[];
}

/** A question that changes, and how. */
export interface ChangedQuestion<Question> {
  readonly question: Question;
  readonly changes: readonly QuestionChange[];
}

/** Two states of the rules, and what decides questions under them. */
export interface ReviewedChange {
  readonly before: RulesAt;
  readonly after: RulesAt;
  readonly simulator: Simulator;
}

/**
 * Which questions would be answered otherwise under other rules, or under the same ones at another date, in
 * the order in which they are given. No record is read. Each requester is taken to hold the question's purpose
 * and one of its roles, and nothing else.
 */
export async function questionsThatChange<Question extends AskedQuestion>(
  questions: readonly Question[],
  { before, after, simulator }: ReviewedChange,
): Promise<ChangedQuestion<Question>[]> {
  const asked = questions.map((question) => ({ question, askers: askersOf(question, before.ruleSet, after.ruleSet) }));
  // One rule set after the other: what is worked out for one is kept for one at a time.
  const old = await outcomes(asked, before, simulator);
  const now = await outcomes(asked, after, simulator);
  return asked
    .map(({ question, askers }, index) => ({ question, changes: changesFor(askers, old[index], now[index]) }))
    .filter(({ changes }) => changes.length > 0);
}

/** One kind of requester who asks a question. */
interface Asker {
  readonly agency: string;
  readonly role: Role;
}

interface Asked {
  readonly question: AskedQuestion;
  readonly askers: readonly Asker[];
}

function askersOf({ party, agency, roles }: AskedQuestion, ...ruleSets: readonly RuleSet[]): Asker[] {
  const own = ruleSets.flatMap(({ parties }) =>
    Object.hasOwn(parties, party) ? (parties[party]?.agencies ?? []) : [],
  );
  const agencies = agency === null ? [...new Set(own)].sort() : [agency];
  return agencies.flatMap((one) => roles.map((role) => ({ agency: one, role })));
}

/** What each asker gets of each question. Others are answered in between: there may be many questions. */
async function outcomes(asked: readonly Asked[], rules: RulesAt, simulator: Simulator): Promise<Outcome[][]> {
  const decided: Outcome[][] = [];
  for (const { question, askers } of asked) {
    decided.push(askers.map((asker) => outcomeOf(question, asker, { ...rules, simulator })));
    await setImmediate();
  }
  return decided;
}

function outcomeOf(
  { party, purpose, caseGiven, query, variables }: AskedQuestion,
  { agency, role }: Asker,
  { ruleSet, at, simulator }: RulesAt & { readonly simulator: Simulator },
): Outcome {
  const requester = { party, agency, roles: [role], purposes: [purpose] };
  try {
    return placesOf(simulator.decide({ requester, purpose, caseGiven, at, query, variables }, ruleSet));
  } catch (error) {
    if (error instanceof RequestError) return { refused: error.code };
    throw error;
  }
}

function changesFor(
  askers: readonly Asker[],
  old: readonly Outcome[] = [],
  now: readonly Outcome[] = [],
): QuestionChange[] {
  const rows = askers.flatMap(({ agency, role }, index) => {
    const [before, after] = [old[index], now[index]];
    const changes = before && after ? outcomeChanges(before, after) : [];
    return changes.map((change): QuestionChange => ({ agencies: [agency], roles: [role], ...change }));
  });
  return mergedRows(rows, ['agencies', 'roles']);
}
