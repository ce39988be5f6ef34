import { Decider } from '../decider';
import type { RuleSet } from '../rule-set';
import { changedPlaces, everyPlace } from './changed-places';
import { type Change, levelChange } from './compare-levels';
import { rowChange } from './compare-rows';
import { mergedRows } from './merge-rows';
import { type Profile, profilesOf, subjectOfProfile } from './profiles';

/** What a kind of requester has of fields before and after a change. Lists stand for every combination. */
export interface LevelChange extends Change {
  readonly coordinates: readonly string[];
  readonly parties: readonly string[];
  /** Own agencies; an empty text stands for any other. */
  readonly agencies: readonly string[];
  readonly roles: readonly string[];
  readonly purposes: readonly string[];
  /** `with a case`, `without a case`. */
  readonly cases: readonly string[];
  /** `as ever`, `after break-glass`: somebody who opened every agreement that can be opened. */
  readonly openings: readonly string[];
}

/**
 * Who gains and who loses which field, and which rows, between two rule sets at an instant: every party, own
 * agency, role and purpose, with a case and without, after break-glass and as ever, decided under both. Each kind of requester has one role:
 * what changes only for somebody with several is not told.
 *
 * @param at UTC milliseconds.
 */
export function compareRuleSets(before: RuleSet, after: RuleSet, at: number): LevelChange[] {
  const changed = changedPlaces(before, after);
  const every = changed.parties.size > 0 ? everyPlace(before, after) : changed;
  const rows = profilesOf(before, after).flatMap((profile) => {
    const { fields, types } = changed.parties.has(profile.party) ? every : changed;
    // A subject each: what is worked out for one is kept for one rule set at a time.
    const decider = (ruleSet: RuleSet) => new Decider(ruleSet, subjectOfProfile(profile, at));
    const [old, now] = [decider(before), decider(after)];
    return [
      ...fields.flatMap((field) => rowOf(field, profile, levelChange(old.decide(field), now.decide(field)))),
      ...types.flatMap((type) => rowOf(`rows of ${type}`, profile, rowChange(old.rows(type), now.rows(type)))),
    ];
  });
  return mergedRows(rows, ['openings', 'cases', 'agencies', 'roles', 'purposes', 'coordinates', 'parties']);
}

/** A change for one kind of requester as a row; none where nothing changes. */
export function rowOf(coordinate: string, profile: Profile, change: Change | undefined): LevelChange[] {
  if (!change) return [];
  const { party, agency, role, purpose, caseGiven, opened } = profile;
  return [
    {
      coordinates: [coordinate],
      parties: [party],
      agencies: [agency],
      roles: [role],
      purposes: [purpose],
      cases: [caseGiven ? 'with a case' : 'without a case'],
      openings: [opened ? 'after break-glass' : 'as ever'],
      ...change,
    },
  ];
}
