import { Decider } from '@pasarela/schema/access/decider';
import { loadRuleSet } from '@pasarela/schema/access/load-rule-set';
import { loadContract } from '@pasarela/schema/contract';
import { schemaDirectory } from '@pasarela/schema/package-directory';
import { type EnrollablePerson, mayBeFound } from './may-be-found';

const PARTIES = ['COL', 'PAN', 'USA'];
const FLAGS = [true, false, null];
const COUNTRIES = ['VEN', 'COL', null];
const CLAIMS = [[], ['COL'], ['ECU'], ['ECU', 'COL'], [null], null];

const PEOPLE: EnrollablePerson[] = FLAGS.flatMap((minor) =>
  FLAGS.flatMap((victim) =>
    FLAGS.flatMap((claimant) =>
      COUNTRIES.flatMap((nationality) =>
        COUNTRIES.flatMap((habitualResidence) =>
          CLAIMS.map((claimedNationalities) => ({
            minor,
            victim,
            claimant,
            nationality,
            habitualResidence,
            claimedNationalities,
          })),
        ),
      ),
    ),
  ),
);

describe('whom a party may find', () => {
  const { labels } = loadContract();
  const { ruleSet } = loadRuleSet(schemaDirectory, labels);
  /** The details of people whom Panama or, where Panama asks, the United States enrolled, as the shipped rules decide on them. */
  const rows = (party: string) =>
    new Decider(ruleSet, {
      requester: { party, agency: 'BORDER', roles: ['BORDER_OFFICER'] },
      purpose: 'MIGRATION_MANAGEMENT',
      caseGiven: true,
      at: Date.UTC(2026, 0, 15),
    }).rows('IdentityDetails').exist;

  it.each(PARTIES)('is whom the shipped guardrails let exist for %s, in every mixture of facts and gaps', (party) => {
    const exist = rows(party);
    const contributedBy = party === 'PAN' ? 'USA' : 'PAN';
    const differing = PEOPLE.filter(
      (person) => exist.holds({ ...person, contributedBy }) !== mayBeFound(person, party),
    );
    expect(differing).toEqual([]);
    const found = PEOPLE.filter((person) => mayBeFound(person, party)).length;
    expect(found).toBeGreaterThan(0);
    expect(found).toBeLessThan(PEOPLE.length / 10);
  });
});
