import * as fc from 'fast-check';
import { publishedTotals } from './published-totals';
import { releaseDayOf } from './release-calendar';
import { returnMix, syntheticReturns } from './synthetic-returns';

const mix = returnMix(publishedTotals());
const returns = syntheticReturns({ first: 1, size: 2_000, mix });
const entries = returns.map(({ entry }) => entry);

describe('synthetic returns', () => {
  it('are of the nationalities and categories that published totals name, in about their proportion', () => {
    const ofColombia = entries.filter(({ nationality }) => nationality === 'COL').length / entries.length;
    expect(ofColombia).toBeGreaterThan(0.45);
    expect(ofColombia).toBeLessThan(0.75);
    expect([...new Set(entries.map(({ legalCategory }) => legalCategory))].sort()).toEqual([
      'DEPORTATION',
      'EXPULSION',
      'VOLUNTARY_REPATRIATION',
    ]);
  });

  it('come out the same again, say SYNTHETIC and name nobody', () => {
    expect(syntheticReturns({ first: 1, size: 2_000, mix })).toEqual(returns);
    for (const { dataset, fullName } of entries) {
      expect(dataset).toMatch(/^SYNTHETIC /);
      expect(fullName).toMatch(/^SYNTHETIC Person \d{9}$/);
    }
  });

  it('are released by the calendar once removal is final, and never else', () => {
    for (const { removalFinal, releasedOn, flightOn } of entries)
      expect(releasedOn).toBe(removalFinal ? releaseDayOf(flightOn) : null);
    expect(entries.filter(({ removalFinal }) => !removalFinal).length).toBeGreaterThan(20);
  });

  it('have claims among those who left and among those who did not, so that neither tells of the other', () => {
    const kinds = new Set(entries.map(({ removalFinal, protectionClaim }) => `${removalFinal} ${protectionClaim}`));
    expect(kinds.size).toBe(4);
  });

  it('have a date of birth that makes a minor or an adult on the day of the flight', () => {
    for (const { birthDate, flightOn, minor } of entries) {
      const eighteenth = `${Number(birthDate.slice(0, 4)) + 18}${birthDate.slice(4)}`;
      expect(minor).toBe(eighteenth > flightOn);
    }
  });
});

describe('releaseDayOf', () => {
  it.each([
    ['2024-08-07', '2024-10-01'],
    ['2024-11-30', '2025-01-01'],
    ['2024-12-31', '2025-02-01'],
  ])('after a flight on %s it is %s', (flightOn, day) => expect(releaseDayOf(flightOn)).toBe(day));

  it('is one day for all flights of a month, and always a month and more later', () => {
    const days = fc.date({ min: new Date('2020-01-01'), max: new Date('2035-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, (date) => {
        const flightOn = date.toISOString().slice(0, 10);
        const released = releaseDayOf(flightOn);
        expect(released).toBe(releaseDayOf(`${flightOn.slice(0, 7)}-01`));
        expect(Date.parse(released) - Date.parse(flightOn)).toBeGreaterThan(28 * 86_400_000);
      }),
    );
  });
});
