import type { Language } from '@pasarela/schema/localized-text';
import { type Answer, isRefused } from '@pasarela/schema/questions/answer';
import type { Question } from '@pasarela/schema/questions/question';
import { tablesOf } from '@pasarela/schema/questions/tables-of';
import { Fault } from '../fault';
import { compareSnapshots } from './compare-snapshots';
import type { Report } from './report';
import { type Snapshot, snapshotOf } from './snapshot';
import type { WatchState } from './watch-state';

/** What a round works with. */
export interface RoundTools {
  readonly questions: readonly Question[];
  readonly state: WatchState;
  readonly language: Language;
  readonly now: () => Date;
  /** Asks one question. @throws Fault when the gateway is not there */
  readonly send: (question: Question) => Promise<Answer>;
}

/** Asks every question once, one after the other, and reports each as its answer is there. */
export async function* watchRound(tools: RoundTools): AsyncGenerator<Report> {
  const { questions, state, now } = tools;
  const dropped = state.dropExpired(now());
  for (const question of questions) yield await reportOf(question, dropped.includes(idOf(question)), tools);
}

const idOf = ({ id }: Question): string => id ?? '';

async function reportOf(question: Question, dropped: boolean, tools: RoundTools): Promise<Report> {
  const { language, now } = tools;
  const askedAt = now().toISOString();
  const head = { question: idOf(question), title: question.title?.[language] ?? '', askedAt };
  try {
    const answer = await tools.send(question);
    const problems = answer.problems.map(({ message }) => message);
    if (isRefused(answer)) return { ...head, outcome: 'REFUSED', problems };
    return { ...head, ...compared(question, answer, { dropped, tools }), problems };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return { ...head, outcome: 'NOT_ANSWERED', problems: [error.line(language)] };
  }
}

/** Compares with what was known, and keeps what is known now. */
function compared(question: Question, answer: Answer, { dropped, tools }: { dropped: boolean; tools: RoundTools }) {
  const { state, language, now } = tools;
  const before = state.snapshotOf(idOf(question));
  const tables = tablesOf(question.tables, answer, language);
  const after = snapshotOf({ answer, tables, at: now(), key: state.key });
  const { ruleSetVersion } = after;
  if (!before) {
    state.keep(idOf(question), after);
    return { outcome: 'FIRST' as const, dropped, ruleSetVersion, places: countPlaces(after) };
  }
  const { kept, ...comparison } = compareSnapshots(before, after, answer.problems.length > 0);
  state.keep(idOf(question), kept);
  const rules = { ruleSetVersion, rulesBefore: before.ruleSetVersion };
  return { outcome: 'COMPARED' as const, since: before.askedAt, ...rules, ...comparison };
}

const countPlaces = ({ tables }: Snapshot): number =>
  tables.flatMap(({ rows }) => rows.flatMap(({ places }) => Object.keys(places))).length;
