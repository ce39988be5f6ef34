import { secretBytes } from './secret-bytes';

describe('secret bytes', () => {
  it('are never the same, nor zero, over several fillings of the pool', () => {
    const given = Array.from({ length: 2_000 }, () => secretBytes(32));
    expect(new Set(given.map((one) => one.toString('hex'))).size).toBe(2_000);
    expect(given.every((one) => one.length === 32 && one.some((byte) => byte !== 0))).toBe(true);
  });

  it('are the holder’s own: what is given later leaves them alone', () => {
    const mine = secretBytes(32);
    const before = mine.toString('hex');
    for (let times = 0; times < 1_000; times += 1) secretBytes(16);
    expect(mine.toString('hex')).toBe(before);
  });

  it('are no substitute for a stream of them', () => {
    expect(() => secretBytes(65)).toThrow(RangeError);
  });
});
