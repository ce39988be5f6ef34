import type { DecisionSubject } from './decision-subject';
import { nameOfAgreement } from './name-of-agreement';
import { holderOf, MAX_BREAK_GLASS_HOURS, type Opening } from './opening';
import { digestOf } from './rule-documents';
import { ownAgency } from './rule-match';
import type { RuleSet } from './rule-set';

const HOUR = 3_600_000;

/** A rule set under openings. INVARIANT: they are part of its version, so that both sides decide by the same ones. */
export function withOpenings(ruleSet: RuleSet, openings: readonly Opening[]): RuleSet {
  if (openings.length === 0) return ruleSet;
  return { ...ruleSet, openings, version: digestOf(['openings', ruleSet.version, JSON.stringify(openings)]) };
}

const NONE_OPEN: readonly string[] = [];

/**
 * The agreements that are open to somebody at an instant, by name, in order.
 *
 * INVARIANT: an opening lasts no longer than the hours that the owner signed, counted from when it was opened,
 * and opens nothing of an agreement without break-glass grants: whoever hands out openings adds nothing to that.
 */
export function openTo(ruleSet: RuleSet, { requester, purpose, at }: DecisionSubject): readonly string[] {
  const { openings } = ruleSet;
  const { party, id } = requester;
  const agency = ownAgency(requester, ruleSet);
  if (openings.length === 0 || id === undefined || agency === '') return NONE_OPEN;
  const open = openings
    .filter((opening) => opening.party === party && opening.agency === agency && opening.purpose === purpose)
    .filter((opening) => at >= opening.openedAt && at < endOf(opening, ruleSet))
    .filter((opening) => opening.holder === holderOf(opening.id, { party, agency, id }))
    .map(({ owner, agreement }) => nameOfAgreement({ owner, id: agreement }));
  return [...new Set(open)].sort();
}

/** When an opening ends by what its owner signed; at once where nothing may be opened. */
function endOf({ owner, agreement, openedAt, until }: Opening, ruleSet: RuleSet): number {
  const hours = breakGlassHours(ruleSet).get(nameOfAgreement({ owner, id: agreement })) ?? 0;
  return Math.min(until, openedAt + hours * HOUR);
}

const hoursOfRules = new WeakMap<RuleSet['rules'], ReadonlyMap<string, number>>();

/** For how many hours each agreement may be opened, by its name: those that hold no break-glass grant are not among them. */
export function breakGlassHours({ rules }: Pick<RuleSet, 'rules'>): ReadonlyMap<string, number> {
  const known = hoursOfRules.get(rules);
  if (known) return known;
  const hours = new Map<string, number>();
  for (const { agreement, breakGlass } of rules.grants) {
    if (!breakGlass) continue;
    const name = nameOfAgreement(agreement);
    hours.set(name, Math.min(breakGlass.hours, hours.get(name) ?? MAX_BREAK_GLASS_HOURS));
  }
  hoursOfRules.set(rules, hours);
  return hours;
}
