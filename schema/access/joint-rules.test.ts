import { JOINT_LABELS as labels } from '../testing/joint';
import { agreementOf, capOf, grantOf, ruleSetOf, subjectOf } from '../testing/rules';
import { conditionText } from './conditions/parse-condition';
import { levelOn } from './decide';
import { suffices } from './decide-operation';
import { Decider } from './decider';
import { NOT_GRANTED_BY_CONTRIBUTOR } from './joint-rules';
import type { Cap, Grant } from './rule';

const grantBy = (owner: string, coordinates: readonly string[], changes: Partial<Grant> = {}) =>
  grantOf(coordinates, { agreement: agreementOf({ owner }), ...changes });
const capBy = (owner: string, coordinates: readonly string[], changes: Partial<Cap> = {}) =>
  capOf({ owner, target: { coordinates }, ...changes });
const deciderOf = (rules: { grants?: Grant[]; caps?: Cap[] }, party = 'COL') =>
  new Decider(ruleSetOf({ labels, ...rules }), subjectOf({ party }));

const RECORDS = [
  { contributedBy: 'PAN' },
  { contributedBy: 'USA' },
  { contributedBy: null },
  { contributedBy: ['PAN'] },
];
/** The levels of a field on a record of Panama, one of the United States, and two of unknown contributors. */
const levels = (decider: Decider, coordinate: string) =>
  RECORDS.map((record) => levelOn(decider.decide(coordinate), record));
const exist = (decider: Decider, type = 'Need') => RECORDS.map((record) => decider.rows(type).exist.holds(record));

describe('a joint field', () => {
  it('is shown on what the party contributed that grants it, and on nothing of unknown contributors', () => {
    const decider = deciderOf({ grants: [grantBy('PAN', ['Need.station'])] });
    expect(levels(decider, 'Need.station')).toEqual(['full', 'none', 'none', 'none']);
    expect(decider.decide('Need.station')).toMatchObject({ full: false, withheld: false });
  });

  it('has the level that its own contributor grants', () => {
    const grants = [grantBy('PAN', ['Need.seenOn'], { level: 'month' }), grantBy('USA', ['Need.seenOn'])];
    expect(levels(deciderOf({ grants }), 'Need.seenOn')).toEqual(['month', 'full', 'none', 'none']);
  });

  it('needs the condition of the grant, too', () => {
    const when = conditionText.parse({ station: 'LAJAS' });
    const decision = deciderOf({ grants: [grantBy('PAN', ['Need.people', 'Need.month'], { when })] }).decide(
      'Need.people',
    );
    const on = (record: object) => levelOn(decision, record);
    expect(on({ contributedBy: 'PAN', station: 'LAJAS' })).toBe('exact');
    expect(on({ contributedBy: 'PAN', station: 'BAJO' })).toBe('none');
    expect(on({ contributedBy: 'USA', station: 'LAJAS' })).toBe('none');
  });

  it.each<[string, Partial<Cap>, string[]]>([
    ['always', {}, ['none', 'full', 'none', 'none']],
    ['across a border, which an asker of another party is', { scope: 'CROSSING' }, ['none', 'full', 'none', 'none']],
    [
      'unless it holds',
      { unless: conditionText.parse({ $purpose: 'MIGRATION_MANAGEMENT' }) },
      ['full', 'full', 'none', 'none'],
    ],
    ['when it holds', { when: conditionText.parse({ station: 'LAJAS' }) }, ['none', 'full', 'none', 'none']],
  ])('is limited by a cap of a party where that party contributed it: %s', (_, changes, expected) => {
    const grants = [grantBy('PAN', ['Need.station']), grantBy('USA', ['Need.station'])];
    const caps = [capBy('PAN', ['Need.station'], changes)];
    expect(levels(deciderOf({ grants, caps }), 'Need.station')).toEqual(expected);
  });

  it('is limited by a cap of all on every record, or on what others contributed', () => {
    const grants = [grantBy('PAN', ['Need.station']), grantBy('USA', ['Need.station'])];
    const under = (scope: Cap['scope'], party: string) =>
      levels(deciderOf({ grants, caps: [capBy('ALL', ['Need.station'], { scope })] }, party), 'Need.station');
    expect(under('ALWAYS', 'PAN')).toEqual(['none', 'none', 'none', 'none']);
    expect(under('CROSSING', 'PAN')).toEqual(['full', 'none', 'none', 'none']);
    expect(under('CROSSING', 'COL')).toEqual(['none', 'none', 'none', 'none']);
  });

  it('is reached by the tags and the types of a party, as its own fields are', () => {
    const grants = [grantBy('PAN', ['Need.seenOn', 'Need.station']), grantBy('USA', ['Need.seenOn', 'Need.station'])];
    const caps = [
      capOf({ owner: 'PAN', target: { kinds: ['date'] }, level: 'year' }),
      capOf({ owner: 'USA', target: { types: ['Need', 'Query'] } }),
    ];
    const decider = deciderOf({ grants: [...grants, grantBy('PAN', ['Query.needs'])], caps });
    expect(levels(decider, 'Need.seenOn')).toEqual(['year', 'none', 'none', 'none']);
    expect(levels(decider, 'Need.station')).toEqual(['full', 'none', 'none', 'none']);
    expect(decider.decide('Query.needs')).toMatchObject({ level: 'full' });
  });

  it("is everybody's where it is PUBLIC, and limited by its contributor", () => {
    expect(deciderOf({}).decide('Need.synthetic').full).toBe(true);
    const capped = deciderOf({ caps: [capBy('PAN', ['Need.synthetic'])] });
    expect(levels(capped, 'Need.synthetic')).toEqual(['none', 'full', 'none', 'none']);
  });
});

describe('the rows of a joint type', () => {
  it('exist where their contributor grants something of them', () => {
    const decider = deciderOf({ grants: [grantBy('PAN', ['Need.station'])] });
    expect(exist(decider)).toEqual([true, false, false, false]);
    expect(decider.rows('Need').caps).toEqual([NOT_GRANTED_BY_CONTRIBUTOR]);
  });

  it.each<[string, Grant]>([
    ['other people', grantBy('PAN', ['Need.station'], { audience: { parties: ['USA'] } })],
    ['another purpose', grantBy('PAN', ['Need.station'], { purposes: ['AUDIT'] })],
    ['nothing', grantBy('PAN', ['Need.station'], { level: 'none' })],
    ['the way alone', grantBy('PAN', ['Query.needs'])],
    ['a key', grantBy('PAN', ['Need.id'])],
    [
      'what the request rules out',
      grantBy('PAN', ['Need.station'], { when: conditionText.parse({ $caseGiven: true }) }),
    ],
  ])('exist for nobody where it grants %s', (_, grant) => {
    const decider = deciderOf({ grants: [grant, grantBy('PAN', ['Query.needs'])] });
    expect(exist(decider)).toEqual([false, false, false, false]);
    for (const way of ['Query.needs', 'Query.needPage']) expect(decider.decide(way)).toMatchObject({ withheld: true });
    expect(decider.decide('Query.needs').cap).toBe(NOT_GRANTED_BY_CONTRIBUTOR);
  });

  it('exist and are blank where a condition of the grant does not hold', () => {
    const when = conditionText.parse({ station: 'LAJAS' });
    expect(exist(deciderOf({ grants: [grantBy('PAN', ['Need.station'], { when })] }))).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  it('are hidden by a row rule of a party where it contributed them', () => {
    const grants = [grantBy('PAN', ['Need.station']), grantBy('USA', ['Need.station'])];
    const caps = [capOf({ owner: 'PAN', target: { rows: ['Need'] } })];
    expect(exist(deciderOf({ grants, caps }))).toEqual([false, true, false, false]);
    const tagged = [capOf({ owner: 'USA', target: { rowsOf: ['PLACE'] }, scope: 'CROSSING' })];
    expect(exist(deciderOf({ grants, caps: tagged }))).toEqual([true, false, false, false]);
    expect(exist(deciderOf({ grants, caps: tagged }, 'USA'))).toEqual([true, true, false, false]);
  });

  it('all exist where who contributed them is PUBLIC', () => {
    const decider = deciderOf({});
    expect(exist(decider, 'Pledge')).toEqual([true, true, true, true]);
    expect(decider.decide('Query.pledges').full).toBe(true);
    expect(decider.decide('Pledge.progress').withheld).toBe(true);
  });
});

describe('what leads to joint records', () => {
  it("is open where one contributor opens it, and each one's rows are its own affair", () => {
    const decider = deciderOf({ grants: [grantBy('PAN', ['Query.needs']), grantBy('USA', ['Need.station'])] });
    expect(decider.decide('Query.needs')).toMatchObject({ level: 'full', full: true });
    expect(exist(decider)).toEqual([false, true, false, false]);
  });

  it('is withheld where nobody opens it', () => {
    expect(deciderOf({ grants: [grantBy('PAN', ['Need.station'])] }).decide('Query.needs').withheld).toBe(true);
  });
});

describe('a joint mutation', () => {
  const allowed = (rules: { grants?: Grant[]; caps?: Cap[] }, party: string) =>
    deciderOf(rules, party).decide('Mutation.reportNeed').level;
  const grants = [grantBy('PAN', ['Mutation.reportNeed', 'Need.station'])];

  it('is allowed by a party to its own people', () => {
    expect(allowed({ grants }, 'PAN')).toBe('allow');
    expect(allowed({ grants }, 'COL')).toBe('none');
  });

  it('is limited by a party for its own people, by all for everybody, and by no border', () => {
    const both = [...grants, grantBy('USA', ['Mutation.reportNeed', 'Need.station'])];
    const cap = (owner: string, scope: Cap['scope'] = 'ALWAYS') => ({
      grants: both,
      caps: [capBy(owner, ['Mutation.reportNeed'], { scope })],
    });
    expect([allowed(cap('PAN'), 'PAN'), allowed(cap('PAN'), 'USA')]).toEqual(['none', 'allow']);
    expect([allowed(cap('ALL'), 'PAN'), allowed(cap('ALL'), 'USA')]).toEqual(['none', 'none']);
    expect([allowed(cap('ALL', 'CROSSING'), 'PAN'), allowed(cap('PAN', 'CROSSING'), 'PAN')]).toEqual([
      'allow',
      'allow',
    ]);
  });
});

describe('what is computed from joint fields, and filtered by them', () => {
  const both = ['Need.station', 'Need.people', 'Need.month'];
  const counted = (party: string, coordinates: readonly string[], changes: Partial<Grant> = {}) =>
    grantBy(party, coordinates, changes);

  it('a count is blank where its dimension is, record by record', () => {
    const grants = [counted('PAN', both), counted('USA', ['Need.people'])];
    const decider = deciderOf({ grants });
    expect(levels(decider, 'Need.people')).toEqual(['exact', 'none', 'none', 'none']);
    const capped = deciderOf({ grants, caps: [capBy('PAN', ['Need.month'])] });
    expect(levels(capped, 'Need.people')).toEqual(['none', 'none', 'none', 'none']);
    expect(deciderOf({ grants: [counted('USA', ['Need.people'])] }).decide('Need.people').withheld).toBe(true);
  });

  it.each<[string, Grant[], Cap[], string | undefined]>([
    [
      'each contributor of rows grants it',
      [counted('PAN', ['Need.seenOn']), counted('USA', ['Need.seenOn'])],
      [],
      'full',
    ],
    [
      'one grants less',
      [counted('PAN', ['Need.seenOn'], { level: 'month' }), counted('USA', ['Need.seenOn'])],
      [],
      'month',
    ],
    ['one grants another field', [counted('PAN', ['Need.station']), counted('USA', ['Need.seenOn'])], [], undefined],
    [
      'a condition of its own stands on it',
      [counted('PAN', ['Need.seenOn'], { when: conditionText.parse({ station: 'LAJAS' }) })],
      [],
      undefined,
    ],
    [
      'a cap can limit some row',
      [counted('PAN', ['Need.seenOn'])],
      [capBy('ALL', ['Need.seenOn'], { scope: 'CROSSING', level: 'year' })],
      'year',
    ],
  ])('what every row shows where %s', (_, grants, caps, onEveryRow) => {
    const decision = deciderOf({ grants, caps }).decide('Need.seenOn');
    expect(decision.onEveryRow).toBe(onEveryRow);
    expect(suffices({ field: 'Need.seenOn', at: undefined }, decision)).toBe(onEveryRow === 'full');
    expect(suffices({ field: 'Need.seenOn', at: 'month' }, decision)).toBe(
      ['full', 'month'].includes(onEveryRow ?? ''),
    );
  });
});
