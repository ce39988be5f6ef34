import { ifKnown } from './if-known';

describe('ifKnown', () => {
  it('makes something of what is stored, a zero and an empty text too', () => {
    expect(ifKnown(0, String)).toBe('0');
    expect(ifKnown('', (text) => [text])).toEqual(['']);
  });

  it.each([null, undefined])('makes null of %s, without asking', (stored) => {
    expect(
      ifKnown(stored, () => {
        throw new Error('asked');
      }),
    ).toBeNull();
  });
});
