import { type GraphQLSchema, isInputObjectType, isObjectType, validateSchema } from 'graphql';
import type { Requester } from '../../identity/requester';
import { FERRY_LABELS, FERRY_SCHEMA } from '../../testing/ferry';
import { openingOf } from '../../testing/openings';
import { ANALYST } from '../../testing/requesters';
import { agreementOf, deprecationOf, grantOf, ruleSetOf, TEST_INSTANT } from '../../testing/rules';
import { DeciderCache } from '../decider';
import { holderOf } from '../opening';
import { withOpenings } from '../openings';
import { RequesterSchemas } from './requester-schema';

const fieldsOf = (schema: GraphQLSchema, name: string): string[] | undefined => {
  const type = schema.getType(name);
  return isObjectType(type) || isInputObjectType(type) ? Object.keys(type.getFields()) : undefined;
};
const argumentsOf = (schema: GraphQLSchema, field: string) =>
  schema
    .getQueryType()
    ?.getFields()
    [field]?.args.map(({ name }) => name);

const rulesOf = (granted: string[], version?: string) =>
  ruleSetOf({ labels: FERRY_LABELS, grants: [grantOf(granted)], ...(version && { version }) });

function schemasOf(granted: string[], requester: Requester = ANALYST) {
  return new RequesterSchemas(FERRY_SCHEMA, new DeciderCache()).for(requester, rulesOf(granted), TEST_INSTANT);
}

describe('RequesterSchemas: the view', () => {
  it('shows what may be theirs, keys and structural fields, and nothing else', () => {
    const { view } = schemasOf(['Person.name', 'Query.page']);
    expect(fieldsOf(view, 'Query')).toEqual(['people', 'person', 'page', 'seats', 'travellers', 'found']);
    expect(fieldsOf(view, 'Person')).toEqual(['id', 'name']);
    expect(fieldsOf(view, 'Seat')).toEqual(['row']);
    expect(fieldsOf(view, 'PersonPage')).toEqual(['edges', 'more']);
  });

  it('does not show a root field, a mutation or a type that cannot be theirs', () => {
    const { view } = schemasOf(['Person.name']);
    expect(fieldsOf(view, 'Query')).not.toContain('page');
    expect(view.getMutationType()).toBeUndefined();
    for (const gone of ['PersonPage', 'PersonEdge', 'Parcel', 'Mutation'])
      expect([gone, view.getType(gone)]).toEqual([gone, undefined]);
  });

  it('shows a field of an interface for the sake of any type behind it, and stays a valid schema', () => {
    const { view, askable } = schemasOf(['Crew.name']);
    expect(fieldsOf(view, 'Crew')).toEqual(['name']);
    expect(fieldsOf(view, 'Query')).toContain('travellers');
    for (const schema of [view, askable]) expect(validateSchema(schema)).toEqual([]);
    expect(schemasOf(['Person.age']).view.getType('Traveller')).toBeUndefined();
  });

  it('counts every purpose that the requester holds, and no other', () => {
    const grants = [grantOf(['Person.age'], { purposes: ['STATISTICS'] })];
    const ruleSet = ruleSetOf({ labels: FERRY_LABELS, grants });
    const viewFor = (purposes: Requester['purposes']) =>
      new RequesterSchemas(FERRY_SCHEMA, new DeciderCache()).for({ ...ANALYST, purposes }, ruleSet, TEST_INSTANT).view;
    expect(fieldsOf(viewFor(['STATISTICS']), 'Person')).toEqual(['id', 'age']);
    expect(fieldsOf(viewFor(['AUDIT']), 'Person')).toEqual(['id']);
  });

  it('shows an input only where what it reads is theirs in full, or is the key that they were given', () => {
    const { view } = schemasOf(['Person.name']);
    expect(fieldsOf(view, 'PersonFilter')).toEqual(['name', 'friend']);
    expect(argumentsOf(view, 'people')).toEqual(['first', 'filter', 'any']);
    expect(argumentsOf(view, 'person')).toEqual(['id']);
  });
});

describe('RequesterSchemas: what is about to go', () => {
  const deprecations = [
    deprecationOf('Person.name', { instead: 'Person.age' }),
    deprecationOf('Person.age', { instead: 'Person.claim' }),
    deprecationOf('Person.trips', { since: TEST_INSTANT + 86_400_000 }),
  ];
  const reasonsFor = (granted: string[]) => {
    const ruleSet = ruleSetOf({ labels: FERRY_LABELS, grants: [grantOf(granted)], deprecations });
    const { view } = new RequesterSchemas(FERRY_SCHEMA, new DeciderCache()).for(ANALYST, ruleSet, TEST_INSTANT);
    const type = view.getType('Person');
    const fields = isObjectType(type) ? Object.values(type.getFields()) : [];
    return fields.flatMap(({ name, deprecationReason }) => (deprecationReason ? [[name, deprecationReason]] : []));
  };

  it('says so of a field that may be theirs, in both languages', () => {
    expect(reasonsFor(['Person.name', 'Person.trips'])).toEqual([
      [
        'name',
        'Stays at least until 2027-01-01. Instead: Person.age. A test / Permanece al menos hasta 2027-01-01. En su lugar: Person.age. Una prueba',
      ],
    ]);
  });

  it('does not name a PROTECTED field that can never be theirs as what takes its place (threat 4)', () => {
    expect(reasonsFor(['Person.age'])).toEqual([['age', expect.not.stringContaining('claim')]]);
    expect(reasonsFor(['Person.age', 'Person.claim'])).toEqual([['age', expect.stringContaining('Person.claim')]]);
  });
});

describe('RequesterSchemas: what may be asked', () => {
  it('a field that is withheld can be asked, and gets a notice', () => {
    const { askable } = schemasOf([]);
    expect(fieldsOf(askable, 'Person')).toEqual(['id', 'name', 'age', 'friends', 'trips']);
    expect(askable.getMutationType()).toBeDefined();
    expect(argumentsOf(askable, 'people')).toContain('ages');
  });

  it('a PROTECTED one that can never be theirs does not exist, nor an input that reads it (threat 4)', () => {
    const { view, askable } = schemasOf(['Person.name', 'Person.age']);
    for (const schema of [view, askable]) {
      expect(fieldsOf(schema, 'Person')).not.toContain('claim');
      expect(fieldsOf(schema, 'PersonFilter')).toEqual(['name', 'age', 'friend']);
    }
  });

  it('a PROTECTED one that may be theirs exists', () => {
    const { view, askable } = schemasOf(['Person.claim']);
    for (const schema of [view, askable]) {
      expect(fieldsOf(schema, 'Person')).toContain('claim');
      expect(fieldsOf(schema, 'PersonFilter')).toContain('claim');
    }
  });

  it('leaves the schema that it is made of as it was', () => {
    schemasOf([]);
    expect(fieldsOf(FERRY_SCHEMA, 'Person')).toContain('claim');
  });
});

describe('RequesterSchemas: the cache', () => {
  const schemas = new RequesterSchemas(FERRY_SCHEMA, new DeciderCache());
  const granted = rulesOf(['Person.claim']);

  it('gives equal rights one schema, whatever the order and whoever asks', () => {
    const same = { ...ANALYST, id: 'another', purposes: [...ANALYST.purposes].reverse() };
    expect(schemas.for(same, granted, TEST_INSTANT)).toBe(schemas.for(ANALYST, granted, TEST_INSTANT));
  });

  it.each<[string, Partial<Requester>]>([
    ['party', { party: 'USA' }],
    ['agency', { agency: 'OTHER' }],
    ['roles', { roles: ['AUDITOR'] }],
    ['purposes', { purposes: ['AUDIT'] }],
  ])('gives other %s another', (_, changes) => {
    expect(schemas.for({ ...ANALYST, ...changes }, granted, TEST_INSTANT)).not.toBe(
      schemas.for(ANALYST, granted, TEST_INSTANT),
    );
  });

  it('shows what an opening shows to the person who opened, for as long as it is open (threat 4)', () => {
    const glass = grantOf(['Person.claim'], { breakGlass: { hours: 4 } });
    const { party, agency, id } = ANALYST;
    const opening = openingOf({ party, agency, holder: holderOf('opening-1', ANALYST) });
    const ruleSet = withOpenings(ruleSetOf({ labels: FERRY_LABELS, grants: [glass] }), [opening]);
    const claimFor = (who: string, at: number) =>
      fieldsOf(schemas.for({ ...ANALYST, id: who }, ruleSet, at).askable, 'Person')?.includes('claim');
    expect([claimFor(id, TEST_INSTANT), claimFor('another', TEST_INSTANT)]).toEqual([true, false]);
    expect([claimFor(id, opening.until - 1), claimFor(id, opening.until)]).toEqual([true, false]);
  });

  it('follows a new rule set, and an agreement that ended', () => {
    const claimIn = (ruleSet: typeof granted, at: number) =>
      fieldsOf(schemas.for(ANALYST, ruleSet, at).askable, 'Person')?.includes('claim');
    expect(claimIn(granted, TEST_INSTANT)).toBe(true);
    expect(claimIn(rulesOf([], 'newer'), TEST_INSTANT)).toBe(false);
    expect(claimIn(granted, agreementOf().to - 1)).toBe(true);
    expect(claimIn(granted, agreementOf().to)).toBe(false);
  });
});
