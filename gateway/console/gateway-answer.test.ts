import { readAccount, refusalOf } from './gateway-answer';

const notice = {
  code: 'WITHHELD',
  coordinate: 'Person.birthDate',
  path: 'people.@.birthDate',
  level: 'none',
  rule: 'pan-7',
  agreements: ['PAN-COL-2022', 'PAN-2024'],
  source: 'Ley 81',
  reason: 'Not shared for statistics.',
  contact: 'datos@migracion.example',
};

const disclosure = {
  requestId: '01J',
  purpose: 'STATISTICS',
  ruleSetVersion: '42',
  legalBasis: ['Ley 81 de 2019, art. 8'],
};

describe('readAccount', () => {
  test('reads notices and disclosure', () => {
    const answer = { data: {}, extensions: { notices: [notice], disclosure } };
    expect(readAccount(answer)).toEqual({
      notices: [{ ...notice, agreements: 'PAN-COL-2022, PAN-2024' }],
      deprecations: [],
      disclosure,
    });
  });

  test('writes a path given as a list, and a version given as a number, as text', () => {
    const answer = {
      extensions: {
        notices: [{ ...notice, path: ['people', 0, 'birthDate'] }],
        disclosure: { ...disclosure, ruleSetVersion: 42 },
      },
    };
    expect(readAccount(answer).notices[0]?.path).toBe('people.0.birthDate');
    expect(readAccount(answer).disclosure?.ruleSetVersion).toBe('42');
  });

  test.each([null, undefined, 'text', {}, { extensions: null }, { extensions: { notices: 'none' } }])(
    'is empty for %j',
    (answer) => expect(readAccount(answer)).toEqual({ notices: [], deprecations: [], disclosure: null }),
  );

  test('reads which fields are about to go', () => {
    const deprecation = {
      coordinate: 'Person.age',
      until: '2027-01-01',
      instead: 'Person.ageBand',
      reason: 'Too fine.',
    };
    const answer = { extensions: { deprecations: [{ ...deprecation, instead: null, paths: ['people.@.age'] }] } };
    expect(readAccount(answer).deprecations).toEqual([{ ...deprecation, instead: '', contact: '' }]);
  });

  test('still lists a notice whose fields are not text', () => {
    const [read] = readAccount({
      extensions: { notices: [{ coordinate: 'A.b', contact: {} }] },
    }).notices;
    expect(read).toMatchObject({ coordinate: 'A.b', contact: '', reason: '' });
  });
});

describe('refusalOf', () => {
  test('is the first message of an answer without data', () => {
    expect(refusalOf({ errors: [{ message: 'The token has expired.' }, { message: 'x' }] })).toBe(
      'The token has expired.',
    );
    expect(refusalOf({ data: null, errors: [{ message: 'Denied.' }] })).toBe('Denied.');
  });

  test('is null when there is data, or nothing to say', () => {
    expect(refusalOf({ data: { a: null }, errors: [{ message: 'partial' }] })).toBeNull();
    expect(refusalOf({})).toBeNull();
    expect(refusalOf({ errors: [] })).toBeNull();
  });
});
