import { FERRY_LABELS, FERRY_SCHEMA } from '../testing/ferry';
import { ANALYST } from '../testing/requesters';
import { deprecationOf, grantOf, ruleSetOf, TEST_INSTANT } from '../testing/rules';
import { deprecationsOf } from './deprecation-notice';
import { Simulator } from './review/simulate';
import type { Deprecation } from './rule';

const simulator = new Simulator(FERRY_SCHEMA);
let versions = 0;

/** What an analyst of Colombia is told with the answer to a query. */
function noticesOn(query: string, deprecations: readonly Deprecation[], granted = ['Person.name', 'Person.age']) {
  const version = `version ${versions++}`;
  const ruleSet = ruleSetOf({ labels: FERRY_LABELS, grants: [grantOf(granted)], deprecations, version });
  const request = { requester: ANALYST, purpose: 'MIGRATION_MANAGEMENT', caseGiven: false, at: TEST_INSTANT } as const;
  const { decided, decider } = simulator.decide({ ...request, query }, ruleSet);
  return deprecationsOf(decided, decider, 'es');
}

describe('deprecationsOf', () => {
  it('tells once of each field, with every place of it', () => {
    const query = '{ a: people { name } b: people { n: name age } }';
    expect(noticesOn(query, [deprecationOf('Person.name'), deprecationOf('Crew.name')])).toEqual([
      {
        coordinate: 'Person.name',
        paths: ['a.@.name', 'b.@.n'],
        since: '2026-01-01',
        until: '2027-01-01',
        instead: 'Nada',
        reason: 'Una prueba',
        contact: "Panama's data protection officer",
      },
    ]);
  });

  it('tells of a field that an input reads', () => {
    const query = '{ people(filter: { friend: { age: 3 } }) { name } }';
    expect(noticesOn(query, [deprecationOf('Person.age')])).toMatchObject([{ coordinate: 'Person.age', paths: [] }]);
  });

  it('says nothing of a field that is withheld, and nothing before it is announced', () => {
    expect(noticesOn('{ people { name } }', [deprecationOf('Person.name')], [])).toEqual([]);
    const later = deprecationOf('Person.name', { since: TEST_INSTANT + 1 });
    expect(noticesOn('{ people { name } }', [later])).toEqual([]);
    expect(noticesOn('{ people { name } }', [{ ...later, since: TEST_INSTANT }])).toHaveLength(1);
  });

  it('says so still when its day is over: nothing changes by itself', () => {
    const over = deprecationOf('Person.name', { since: 0, until: 1 });
    expect(noticesOn('{ people { name } }', [over])).toMatchObject([{ until: '1970-01-01' }]);
  });

  it('names what takes its place only to whoever may know of it (threat 4)', () => {
    const byClaim = deprecationOf('Person.name', { instead: 'Person.claim' });
    expect(noticesOn('{ people { name } }', [byClaim])).toMatchObject([{ instead: null }]);
    expect(noticesOn('{ people { name } }', [byClaim], ['Person.name', 'Person.claim'])).toMatchObject([
      { instead: 'Person.claim' },
    ]);
    const byAge = deprecationOf('Person.name', { instead: 'Person.age' });
    expect(noticesOn('{ people { name } }', [byAge], ['Person.name'])).toMatchObject([{ instead: 'Person.age' }]);
  });
});
