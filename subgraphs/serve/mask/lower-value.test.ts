import { CHAINS } from '@pasarela/schema/access/levels';
import type { ValueKind } from '@pasarela/schema/labels/label';
import { CountState, CountUnit, count } from '../domain/count';
import { contextAt } from '../testing/serve-context';
import { lowerValue } from './lower-value';

const figure = (value: number | null, state?: CountState) =>
  count({
    value,
    ...(state && { state }),
    countingParty: 'PAN: SNM',
    definition: 'd',
    unit: CountUnit.PERSONS,
    dataset: 'x',
  });
const place = (code: string) => Object.assign(Object.create({ isPlace: true }), { code, officer: 'somebody' });
const lower = (kind: ValueKind, level: string, value: unknown) =>
  lowerValue({ kind, level, coordinate: 'Test.field' }, value, contextAt(level));

/** A whole value of each kind. */
const WHOLE: Readonly<Record<ValueKind, unknown>> = {
  date: '2024-03-05',
  birthDate: '2010-06-30',
  place: place('PA-5:LAJAS_BLANCAS'),
  identifier: 'V-12345678',
  count: figure(1234),
  needs: 'SC-UC',
  other: 'text',
  mutation: true,
};
const kinds = Object.keys(WHOLE) as ValueKind[];

describe('lowerValue: every level below the top', () => {
  it.each<[ValueKind, string, unknown, unknown]>([
    ['date', 'month', '2024-03-05', '2024-03'],
    ['date', 'month', '2024-03', '2024-03'],
    ['date', 'month', '2024', '2024'],
    ['date', 'year', '2024-03-05', '2024'],
    ['birthDate', 'year', '2010-06-30', '2010'],
    ['birthDate', 'ageBand', '2010-06-30', '12-17'],
    ['birthDate', 'ageBand', '2010', null],
  ])('%s at %s: %p becomes %p', (kind, level, value, lowered) => {
    expect(lower(kind, level, value)).toBe(lowered);
  });

  it('a place becomes its first administrative level, of the same class, and nothing else of it', () => {
    const lowered = lower('place', 'firstAdministrativeLevel', place('CO-ANT:05490')) as { isPlace?: boolean };
    expect(Object.entries(lowered)).toEqual([['code', 'CO-ANT']]);
    expect(lowered.isPlace).toBe(true);
  });

  it('an identifier becomes a pseudonym: the same for the same, and openable by its owner alone', () => {
    const pseudonym = lower('identifier', 'pseudonym', 'V-12345678') as string;
    expect(pseudonym).toMatch(/^[\w-]+$/);
    expect(lower('identifier', 'pseudonym', 'V-12345678')).toBe(pseudonym);
    expect(contextAt('').ids.open('Pseudonym', pseudonym)).toBe('V-12345678');
  });

  it('a pseudonym is made for the agreement that grants its field', () => {
    const context = { ...contextAt('pseudonym'), agreementOf: (coordinate: string) => `UNDER-${coordinate}` };
    const under = (coordinate: string) =>
      lowerValue({ kind: 'identifier', level: 'pseudonym', coordinate }, 'V-1', context);
    expect(under('Crossing.person')).not.toBe(under('Permit.person'));
    expect(context.ids.open('Pseudonym', under('Permit.person') as string, 'UNDER-Permit.person')).toBe('V-1');
    expect(context.ids.open('Pseudonym', under('Permit.person') as string, 'UNDER-Crossing.person')).toBeNull();
  });

  it.each([
    [0, 0],
    [1, 0],
    [2, 0],
    [3, 5],
    [7, 5],
    [1234, 1235],
    [-3, -5],
  ])('the count %i becomes %i, and says that it is rounded', (value, rounded) => {
    const lowered = lower('count', 'rounded', figure(value));
    expect(lowered).toMatchObject({ value: rounded, state: 'VALUE', note: 'rounded to 5; totals may not add' });
    expect(lowered).toBeInstanceOf(figure(1).constructor);
  });

  it('a rounded zero does not say whether it was one', () => {
    expect(lower('count', 'rounded', figure(0))).toEqual(lower('count', 'rounded', figure(2)));
  });

  it('a count without a value keeps saying why; its note goes before ours', () => {
    const suppressed = figure(null, CountState.SUPPRESSED);
    expect(lower('count', 'rounded', suppressed)).toEqual(suppressed);
    expect(lower('count', 'rounded', { ...figure(7), note: 'Provisional' })).toMatchObject({
      note: 'Provisional; rounded to 5; totals may not add',
    });
  });

  it('leaves the value that it lowers as it was', () => {
    const whole = figure(1234);
    lower('count', 'rounded', whole);
    expect(whole.value).toBe(1234);
  });

  it.each([
    ['violence, torture, protection and medical needs', ['SV', 'SV-VF', 'TR-PI', 'LP-ND', 'SM', 'SM-CI'], []],
    ['one among others', ['SC-UC', 'SV-VF', 'WR-SF'], ['SC-UC', 'WR-SF']],
    ['none', ['SC-UC', 'DS-PM', 'ER-NF'], ['SC-UC', 'DS-PM', 'ER-NF']],
    ['what a code only looks like', ['SP-PT', 'LA-SM', 'TE-SV'], ['SP-PT', 'LA-SM', 'TE-SV']],
    ['what is null or no code', ['SC-UC', null, 7, {}], ['SC-UC']],
    ['an empty list', [], []],
  ])('needs become the general ones, without a blank for %s', (_, needs, general) => {
    expect(lower('needs', 'general', needs)).toEqual(general);
  });

  it('a list that holds protected needs looks like one that never held them', () => {
    expect(lower('needs', 'general', ['SV-VF', 'WR-SF'])).toEqual(lower('needs', 'general', ['WR-SF']));
  });

  it('lowers each entry of a list, and of lists in it', () => {
    expect(lower('date', 'month', ['2024-03-05', null, ['2024-04-06']])).toEqual(['2024-03', null, ['2024-04']]);
  });
});

describe('lowerValue: what it does not know is null, never the value', () => {
  const levels = [
    ...new Set(Object.values(CHAINS).flat()),
    'full',
    '',
    'constructor',
    'toString',
    'valueOf',
    '__proto__',
  ];

  it.each(kinds)('%s at any level that is none of its own', (kind) => {
    const own = CHAINS[kind].slice(1, -1);
    for (const level of levels.filter((name) => !own.includes(name)))
      expect([level, lower(kind, level, WHOLE[kind])]).toEqual([level, null]);
  });

  it.each(kinds.flatMap((kind) => CHAINS[kind].slice(1, -1).map((level) => [kind, level] as const)))(
    '%s at %s of a value of another shape',
    (kind, level) => {
      const strange = [
        'a secret',
        '5 March 2024',
        20240305,
        7,
        true,
        {},
        { value: '7' },
        { code: 7 },
        new Date(0),
        () => 1,
      ];
      // An identifier is any text, and that a need is a code its scalar says.
      const isText = kind === 'identifier' || kind === 'needs';
      for (const value of isText ? strange.filter((value) => typeof value !== 'string') : strange)
        expect([value, lower(kind, level, value)]).toEqual([value, null]);
    },
  );

  it.each(kinds)('%s that is null or absent stays null', (kind) => {
    for (const level of CHAINS[kind])
      expect([lower(kind, level, null), lower(kind, level, undefined)]).toEqual([null, null]);
  });
});

describe('an age band', () => {
  const ageBandIn = (birthDate: string, now: Date) =>
    lowerValue({ kind: 'birthDate', level: 'ageBand', coordinate: 'Test.field' }, birthDate, {
      ...contextAt('ageBand'),
      now,
    });
  const bandOn = (day: string) => ageBandIn('2008-03-14', new Date(`${day}T12:00:00Z`));

  it('does not change on a birthday, which would tell the date', () => {
    expect([bandOn('2026-03-13'), bandOn('2026-03-14'), bandOn('2026-12-31')]).toEqual(['12-17', '12-17', '12-17']);
    expect(bandOn('2027-01-01')).toBe('18-59');
  });

  it('is the first one for who was born this year', () => {
    expect(ageBandIn('2026-03-14', new Date('2026-05-01'))).toBe('0-4');
  });
});
