import { daysIn, instantsIn } from './read-span';

describe('a span', () => {
  it.each([
    [{ from: '2026-03-10' }, { $gte: '2026-03-10T00:00:00.000Z' }],
    [
      { from: '2026-03-10T01:00:00+02:00', to: '2026-03-11' },
      { $gte: '2026-03-09T23:00:00.000Z', $lt: '2026-03-11T00:00:00.000Z' },
    ],
    [{}, undefined],
    [{ from: null, to: null }, undefined],
  ])('of instants: %j', (span, bounds) => {
    expect(instantsIn(span)).toEqual(bounds);
  });

  it('of days keeps them', () => {
    expect(daysIn({ from: '2026-03-01', to: '2026-04-01' })).toEqual({ $gte: '2026-03-01', $lt: '2026-04-01' });
  });

  it.each(['yesterday', '2026-13-01', '2026-3-1', '{"$gt":""}'])('is refused as %s', (from) => {
    expect(() => instantsIn({ from })).toThrow(expect.objectContaining({ code: 'BAD_INPUT' }));
    expect(() => daysIn({ from })).toThrow(expect.objectContaining({ code: 'BAD_INPUT' }));
  });

  it('of days is refused an instant', () => {
    expect(() => daysIn({ to: '2026-03-10T00:00:00Z' })).toThrow(expect.objectContaining({ code: 'BAD_INPUT' }));
  });
});
