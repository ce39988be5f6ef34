import { WITHHELD } from './benchmark-rules';
import { referenceData } from './reference-answer';

type Users = { users: Array<{ id: string; username: string | null; reviews: unknown[] }> };

describe('referenceData', () => {
  it('is as large as the usual reply of this query', () => {
    const { length } = JSON.stringify({ data: referenceData() });
    expect(length).toBeGreaterThan(80_000);
    expect(length).toBeLessThan(95_000);
  });

  it('is null where something is withheld, and the same everywhere else', () => {
    const whole = JSON.stringify(referenceData(), blank);
    expect(JSON.stringify(referenceData(WITHHELD), blank)).toBe(whole);
    const { users } = referenceData(WITHHELD) as Users;
    expect(users.map(({ username }) => username)).toEqual(users.map(() => null));
    expect(users.every(({ id, reviews }) => id && reviews.length > 0)).toBe(true);
  });
});

const NAMES = WITHHELD.map((coordinate) => coordinate.split('.')[1]);
const blank = (name: string, value: unknown) => (NAMES.includes(name) ? null : value);
