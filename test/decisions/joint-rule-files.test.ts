import { loadRuleSet } from '@pasarela/schema/access/load-rule-set';
import { staleness } from '@pasarela/schema/enforcement-point/stale-owners';
import { labelDrift, pinnedLabels } from '@pasarela/schema/rule-bundles/pinned-labels';
import { agreementText, guardrailText } from '@pasarela/schema/testing/rule-folder';
import {
  openProtectedPeople,
  PROTECTED_PEOPLE_SDL,
  type ProtectedPeople,
} from '../fixtures/protected-people/open-protected-people';

/** What owners may write of a joint domain, and what they sign of it. */
describe('rule files on a joint domain', () => {
  let fixture: ProtectedPeople;
  beforeEach(() => {
    fixture = openProtectedPeople();
  });
  afterEach(() => fixture.remove());

  const rejection = () => {
    const { rejected } = loadRuleSet(fixture.directory, fixture.labels);
    return [...rejected].map(([owner, { message }]) => `${owner}: ${message.split(': ').slice(1).join(': ')}`);
  };

  it.each(['StationNeed: [recordedOn]', 'Query: [stationNeeds]'])(
    'any party grants what it contributes: %s',
    (fields) => {
      fixture.write('agreements/more.usa.yaml', agreementText({ owner: 'USA', fields }));
      expect(rejection()).toEqual([]);
    },
  );

  it.each(['fields: { StationNeed: [notes] }', 'types: [StationNeed]', 'rows: [StationNeed]'])(
    'any party restricts what it contributes: %s',
    (target) => {
      fixture.write('guardrails/more.usa.yaml', guardrailText({ owner: 'USA', target }));
      expect(rejection()).toEqual([]);
    },
  );

  it('no party closes the way to what the others contributed', () => {
    fixture.write(
      'guardrails/more.usa.yaml',
      guardrailText({ owner: 'USA', target: 'fields: { Query: [stationNeeds] }' }),
    );
    expect(rejection()).toEqual([expect.stringMatching(/^USA: .*Query.stationNeeds leads to what all contributed/)]);
  });

  it('JOINT is no party, whatever a file says', () => {
    fixture.write(
      'parties/joint.yaml',
      'party: JOINT\nname: { en: Joint, es: Conjunto }\ncontact: Nobody\nagencies: [ANY_AGENCY]\n',
    );
    const { ruleSet, rejected } = loadRuleSet(fixture.directory, fixture.labels);
    expect(rejected.get('JOINT')?.message).toMatch(/is no party/);
    expect(Object.keys(ruleSet.parties)).not.toContain('JOINT');
  });

  it('every party signs how the records are labelled, and all together the way to them', () => {
    const { labels } = fixture;
    for (const party of ['PAN', 'RELIEF', 'USA']) {
      expect(Object.keys(pinnedLabels(labels, party))).toContain('StationNeed.notes');
      expect(Object.keys(pinnedLabels(labels, party))).not.toContain('Query.stationNeeds');
    }
    expect(Object.keys(pinnedLabels(labels, 'ALL'))).toContain('Query.stationNeeds');
    const sdl = PROTECTED_PEOPLE_SDL.replace(
      'notes: String @sensitivity(as: SENSITIVE)',
      'notes: String @sensitivity(as: PUBLIC)',
    );
    const lowered = openProtectedPeople(sdl);
    expect(labelDrift(pinnedLabels(labels, 'PAN'), lowered.labels, 'PAN')).toEqual(['StationNeed.notes']);
    lowered.remove();
  });

  it('what a party contributed is withheld while its rules are out of date', () => {
    const { ruleSet } = loadRuleSet(fixture.directory, fixture.labels);
    const { coordinates } = staleness('PAN', ruleSet);
    expect(coordinates).toEqual(expect.arrayContaining(['StationNeed.notes', 'StationNeed.recordedOn']));
    expect(coordinates).not.toContain('Query.stationNeeds');
  });
});
