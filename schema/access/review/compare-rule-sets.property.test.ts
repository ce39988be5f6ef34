import fc from 'fast-check';
import { anyRecord, TRAVELLER_LABELS } from '../../testing/arbitrary-conditions';
import { anyPart, ruleSetOfPart, type TravellerPart } from '../../testing/arbitrary-parts';
import { TEST_INSTANT } from '../../testing/rules';
import { levelOn } from '../decide';
import { Decider } from '../decider';
import { rankOf } from '../levels';
import type { Grant } from '../rule';
import type { RuleSet } from '../rule-set';
import { compareRuleSets, type LevelChange } from './compare-rule-sets';
import { type Profile, profilesOf, subjectOfProfile } from './profiles';

const FIELDS = ['Traveller.sex', 'Traveller.crossedOn', 'Traveller.dataset'];
const ROWS = 'rows of Traveller';

/** What a kind of requester has of each record: a rank by field, and 1 for rows that exist. */
function shown(ruleSet: RuleSet, profile: Profile, record: object): Record<string, number> {
  const decider = new Decider(ruleSet, subjectOfProfile(profile, TEST_INSTANT));
  const ranks = FIELDS.map((field) => {
    const level = levelOn(decider.decide(field), record);
    return [field, rankOf(TRAVELLER_LABELS.fields.get(field)?.kind ?? 'other', level) ?? 0] as const;
  });
  return { ...Object.fromEntries(ranks), [ROWS]: Number(decider.rows('Traveller').exist.holds(record)) };
}

const isAbout = (
  row: LevelChange,
  coordinate: string,
  { party, agency, role, purpose, caseGiven, opened }: Profile,
): boolean =>
  row.openings.includes(opened ? 'after break-glass' : 'as ever') &&
  row.coordinates.includes(coordinate) &&
  row.parties.includes(party) &&
  row.agencies.includes(agency) &&
  row.roles.includes(role) &&
  row.purposes.includes(purpose) &&
  row.cases.includes(caseGiven ? 'with a case' : 'without a case');

/** The signs that the difference on one record may have, by what is said. */
const SIGNS = { GAINS: [0, 1], LOSES: [-1, 0], DIFFERS: [-1, 0, 1], NOTHING: [0] };

/** What can become of grants: one goes, others come, or conditions are those of others. */
const BECOMES: ReadonlyArray<(grants: readonly Grant[], others: readonly Grant[]) => readonly Grant[]> = [
  (grants) => grants.slice(1),
  (grants, others) => [...grants, ...others],
  (grants, others) => grants.map((grant, index) => ({ ...grant, when: others[index % others.length]?.when })),
];

/** A part, and what it becomes. */
const anyChange: fc.Arbitrary<readonly [TravellerPart, TravellerPart]> = fc
  .tuple(anyPart, anyPart, fc.constantFrom(...BECOMES), fc.boolean())
  .map(([one, { grants, caps, agencies }, become, sameCaps]) => [
    one,
    { grants: become(one.grants, grants), caps: sameCaps ? one.caps : caps, agencies },
  ]);

/** What is said of a kind of requester and a place, and how the difference on a record really stands. */
interface Finding {
  readonly said: keyof typeof SIGNS;
  readonly sign: number;
}

function findingsOf([before, after]: readonly [RuleSet, RuleSet], picks: readonly number[], record: object): Finding[] {
  const rows = compareRuleSets(before, after, TEST_INSTANT);
  const profiles = profilesOf(before, after);
  return picks.flatMap((pick) => {
    const profile = profiles[pick % profiles.length] as Profile;
    const [old, now] = [shown(before, profile, record), shown(after, profile, record)];
    return [...FIELDS, ROWS].map((place) => {
      const about = rows.filter((row) => isAbout(row, place, profile));
      expect(about.length).toBeLessThanOrEqual(1);
      const sign = Math.sign((now[place] as number) - (old[place] as number));
      return { said: about[0]?.change ?? 'NOTHING', sign };
    });
  });
}

describe('compareRuleSets: the law', () => {
  it('who gains gets no less of any record, who loses no more, and who is not named the same', () => {
    const differed = new Set<string>();
    const anyPicks = fc.array(fc.nat(), { minLength: 20, maxLength: 20 });
    fc.assert(
      fc.property(anyChange, anyPicks, anyRecord, ([one, other], picks, record) => {
        for (const { said, sign } of findingsOf([ruleSetOfPart(one), ruleSetOfPart(other)], picks, record)) {
          expect([said, SIGNS[said]]).toEqual([said, expect.arrayContaining([sign])]);
          if (sign !== 0) differed.add(said);
        }
      }),
      { seed: 9, numRuns: 100 },
    );
    expect([...differed].sort()).toEqual(['DIFFERS', 'GAINS', 'LOSES']);
  });
});
