import { Decider } from '../decider';
import type { Agreement } from '../rule';
import { grantMatches } from '../rule-match';
import type { RuleSet } from '../rule-set';
import { withDependents } from './changed-places';
import { levelChange } from './compare-levels';
import { type LevelChange, rowOf } from './compare-rule-sets';
import { mergedRows } from './merge-rows';
import { type Profile, profilesOf, subjectOfProfile } from './profiles';

/**
 * Who of an agreement's audience loses which field when it ends: the same rules a moment before and at its
 * end. What another agreement shows on is not lost.
 *
 * @param party only what requesters of this party lose; of every party when left out.
 */
export function lapseOfAgreement(ruleSet: RuleSet, agreement: Agreement, party?: string): LevelChange[] {
  const ofParty = profilesOf(ruleSet).filter((profile) => party === undefined || profile.party === party);
  const rows = ofParty.flatMap((profile) => lossesOf(profile, agreement, ruleSet));
  return mergedRows(rows, ['openings', 'cases', 'agencies', 'roles', 'purposes', 'coordinates', 'parties']);
}

function lossesOf(profile: Profile, agreement: Agreement, ruleSet: RuleSet): LevelChange[] {
  const [last, after] = [agreement.to - 1, agreement.to].map((at) => subjectOfProfile(profile, at));
  if (!last || !after) return [];
  const ending = ruleSet.rules.grants.filter(
    (grant) => isSame(grant.agreement, agreement) && grantMatches(grant, last, ruleSet),
  );
  const [old, now] = [new Decider(ruleSet, last), new Decider(ruleSet, after)];
  return fieldsOf(ending, ruleSet).flatMap((coordinate) => {
    const change = levelChange(old.decide(coordinate), now.decide(coordinate));
    return change?.change === 'GAINS' ? [] : rowOf(coordinate, profile, change);
  });
}

const isSame = (one: Agreement, other: Agreement): boolean => one.owner === other.owner && one.id === other.id;

const fieldsOf = (grants: RuleSet['rules']['grants'], { labels }: RuleSet): string[] =>
  withDependents(new Set(grants.flatMap(({ coordinates }) => coordinates)), [...labels.fields.values()]).sort();
