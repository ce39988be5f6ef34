import fc from 'fast-check';
import { ageBandOf } from './age-band';

const ON = new Date('2026-01-15T12:00:00Z');

describe('ageBandOf', () => {
  it.each([
    ['2026-01-15', '0-4'],
    ['2021-01-16', '0-4'],
    ['2021-01-15', '5-11'],
    ['2014-01-16', '5-11'],
    ['2014-01-15', '12-17'],
    ['2008-01-16', '12-17'],
    ['2008-01-15', '18-59'],
    ['1966-01-16', '18-59'],
    ['1966-01-15', '60+'],
    ['1900-02-28', '60+'],
  ])('who is born on %s is in %s', (birthDate, band) => {
    expect(ageBandOf(birthDate, ON)).toBe(band);
  });

  it('counts by the calendar of UTC, not of the machine', () => {
    expect(ageBandOf('2008-01-15', new Date('2026-01-14T23:59:59Z'))).toBe('12-17');
    expect(ageBandOf('2008-01-15', new Date('2026-01-15T00:00:00Z'))).toBe('18-59');
  });

  it('a birthday on 29 February comes on 1 March of other years', () => {
    expect(ageBandOf('2008-02-29', new Date('2026-02-28T12:00:00Z'))).toBe('12-17');
    expect(ageBandOf('2008-02-29', new Date('2026-03-01T12:00:00Z'))).toBe('18-59');
  });

  it.each([
    '2026-01-16',
    '3000-01-01',
    '1800-01-01',
    '2008',
    '2008-01',
    '12-17',
    '2008-01-15T00:00:00Z',
    '15/01/2008',
    '',
    20080115,
    new Date(ON),
    null,
    undefined,
    {},
  ])('of %p there is none', (birthDate) => {
    expect(ageBandOf(birthDate, ON)).toBeNull();
  });

  it('never holds the date, whatever it is', () => {
    const day = fc.date({ min: new Date('1900-01-01'), max: ON, noInvalidDate: true });
    fc.assert(
      fc.property(day, (date) => {
        const text = date.toISOString().slice(0, 10);
        const band = ageBandOf(text, ON) as string;
        expect(['0-4', '5-11', '12-17', '18-59', '60+']).toContain(band);
      }),
    );
  });
});
