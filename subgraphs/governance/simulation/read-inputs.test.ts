import { oneOf } from '../in-force/one-of';
import { readVariables } from '../questions/read-variables';
import { readInstant } from './read-instant';

const NOW = new Date('2026-01-15T12:00:00Z');

describe('readInstant', () => {
  it.each([
    [null, '2026-01-15T12:00:00.000Z'],
    ['2026-12-31', '2026-12-31T00:00:00.000Z'],
    ['2026-12-31T10:00:00Z', '2026-12-31T10:00:00.000Z'],
    ['2026-12-31T10:00-05:00', '2026-12-31T15:00:00.000Z'],
  ])('reads %s as %s', (given, instant) => {
    expect(new Date(readInstant(given, NOW)).toISOString()).toBe(instant);
  });

  it.each(['tomorrow', '2026-13-01', '2026-12-31T10:00', '1', ''])('refuses %j', (given) => {
    expect(() => readInstant(given, NOW)).toThrow(/at is a day like 2026-12-31/);
  });
});

describe('readVariables', () => {
  it('reads one object, and none as none', () => {
    expect([readVariables(null), readVariables('{"a": [1]}')]).toEqual([{}, { a: [1] }]);
  });

  it.each(['[1]', '3', 'null', '{', '"secret"', `{"a": "${'x'.repeat(20_000)}"}`])('refuses %.20s', (text) => {
    const read = () => readVariables(text);
    expect(read).toThrow(/variables is one JSON object/);
    expect(read).not.toThrow(/secret|xxx/);
  });
});

describe('oneOf', () => {
  it('takes a known word, and says which was meant, or which there are', () => {
    expect(oneOf('roles', 'ANALYST', ['ANALYST', 'AUDITOR'])).toBe('ANALYST');
    expect(() => oneOf('roles', 'ANALIST', ['ANALYST', 'AUDITOR'])).toThrow(
      /roles is not known; did you mean ANALYST\?/,
    );
    expect(() => oneOf('roles', 'nobody', ['ANALYST', 'AUDITOR'])).toThrow(/roles is one of ANALYST, AUDITOR/);
    const many = Array.from({ length: 30 }, (_, index) => `Type.field${index}`);
    expect(() => oneOf('coordinate', 'nothing', many)).toThrow(/coordinate is not known\./);
  });
});
