import type { Language } from '../localized-text';
import type { DecidedOperation } from './decided-operation';
import type { Decider } from './decider';
import type { Deprecation } from './rule';
import type { RuleSet } from './rule-set';

/** What whoever uses a field that is about to go is told. It depends on the question and on the rules alone. */
export interface DeprecationNotice {
  /** `Type.field`. */
  readonly coordinate: string;
  /** Where in the answer, lists as `@`; none where an input alone uses the field. */
  readonly paths: readonly string[];
  /** Since when it is announced, YYYY-MM-DD. */
  readonly since: string;
  /** The day until which it stays at least, YYYY-MM-DD. */
  readonly until: string;
  /** What takes its place; null where that is a field of which they know nothing. */
  readonly instead: string | null;
  readonly reason: string;
  /** Whom to ask: the owner's contact. */
  readonly contact: string | null;
}

/** The deprecation of a field that is announced at an instant. @param at UTC milliseconds. */
export function announcedFor(coordinate: string, { deprecations }: RuleSet, at: number): Deprecation | undefined {
  const deprecation = deprecations.get(coordinate);
  return deprecation && deprecation.since <= at ? deprecation : undefined;
}

/**
 * The deprecations of fields that an operation uses, in the order of the query: fields that it selects, then
 * those that its inputs read.
 *
 * INVARIANT: a field that is withheld is not mentioned, and what takes its place only where they may know of it.
 */
export function deprecationsOf(decided: DecidedOperation, decider: Decider, language: Language): DeprecationNotice[] {
  const shown = decided.fields.filter(({ decision }) => !decision.withheld);
  const used = new Set([...shown.map(({ decision }) => decision.coordinate), ...decided.inputsRead]);
  return [...used].flatMap((coordinate) => {
    const deprecation = announcedFor(coordinate, decider.ruleSet, decider.subject.at);
    if (!deprecation) return [];
    const paths = shown.filter(({ decision }) => decision.coordinate === coordinate).map(({ path }) => path);
    return [noticeOf(deprecation, paths, { decider, language })];
  });
}

function noticeOf(
  deprecation: Deprecation,
  paths: readonly string[],
  { decider, language }: { readonly decider: Decider; readonly language: Language },
): DeprecationNotice {
  const { coordinate, owner, since, until, reason } = deprecation;
  const knows = (other: string) =>
    decider.ruleSet.labels.fields.get(other)?.sensitivity !== 'PROTECTED' || !decider.decide(other).withheld;
  return {
    coordinate,
    paths: [...new Set(paths)],
    since: dayOf(since),
    until: dayOf(until),
    instead: insteadOf(deprecation, knows, language),
    reason: reason[language],
    contact: decider.ruleSet.parties[owner]?.contact ?? null,
  };
}

/** The reason of `@deprecated`, in both languages: a schema is read without one being asked for. */
export function deprecationText(deprecation: Deprecation, knows: (coordinate: string) => boolean): string {
  const { until, reason } = deprecation;
  const told = (language: Language, [stays, use]: readonly [string, string]) => {
    const instead = insteadOf(deprecation, knows, language);
    return [`${stays} ${dayOf(until)}.`, instead && `${use}: ${instead}.`, reason[language]].filter(Boolean).join(' ');
  };
  return `${told('en', ['Stays at least until', 'Instead'])} / ${told('es', ['Permanece al menos hasta', 'En su lugar'])}`;
}

function insteadOf(
  { instead }: Deprecation,
  knows: (coordinate: string) => boolean,
  language: Language,
): string | null {
  if (typeof instead !== 'string') return instead[language];
  return knows(instead) ? instead : null;
}

const dayOf = (instant: number): string => new Date(instant).toISOString().slice(0, 10);
