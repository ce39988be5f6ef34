import { PLACES } from '@pasarela/schema/codes/places';
import type { ValueKind } from '@pasarela/schema/labels/label';
import fc from 'fast-check';
import { CountUnit, count } from '../domain/count';
import { contextAt } from '../testing/serve-context';
import { lowerValue, ROUNDING_BASE } from './lower-value';

const context = contextAt('');
const lower = (kind: ValueKind, level: string, value: unknown) =>
  lowerValue({ kind, level, coordinate: 'Test.field' }, value, context);
const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2026-01-15'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const figure = (value: number) =>
  count({ value, countingParty: 'PAN: SNM', definition: 'd', unit: CountUnit.PERSONS, dataset: 'x' });

describe('lowerValue: a lowered value never holds what it hides', () => {
  it.each([
    ['date', 'month', 7],
    ['date', 'year', 4],
    ['birthDate', 'year', 4],
  ] as const)('%s at %s is the same for every day within', (kind, level, length) => {
    fc.assert(
      fc.property(day, (date) => {
        const lowered = lower(kind, level, date);
        expect(lowered).toBe(date.slice(0, length));
      }),
    );
  });

  it('a date of birth becomes one of five texts', () => {
    fc.assert(
      fc.property(day, (date) => {
        const band = lower('birthDate', 'ageBand', date);
        expect(['0-4', '5-11', '12-17', '18-59', '60+']).toContain(band);
      }),
    );
  });

  it('a place below the first level is not told by its lowered form', () => {
    const below = [...PLACES.values()].filter(
      ({ code, firstAdministrativeLevel }) => code !== firstAdministrativeLevel,
    );
    fc.assert(
      fc.property(fc.constantFrom(...below), ({ code, firstAdministrativeLevel, name }) => {
        const lowered = lower('place', 'firstAdministrativeLevel', { code, name, notes: code });
        expect(lowered).toEqual({ code: firstAdministrativeLevel });
      }),
    );
  });

  it('a pseudonym does not hold the identifier, and two identifiers never share one', () => {
    const identifier = fc.stringMatching(/^[\w.:-]{4,40}$/);
    fc.assert(
      fc.property(identifier, identifier, (one, other) => {
        const [a, b] = [one, other].map((value) => lower('identifier', 'pseudonym', value) as string);
        expect(a).not.toContain(one);
        expect(a === b).toBe(one === other);
      }),
    );
  });

  it('a rounded count is a multiple of the base, no further than half of it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000 }), (value) => {
        const { value: rounded } = lower('count', 'rounded', figure(value)) as { value: number };
        expect(rounded % ROUNDING_BASE).toBe(0);
        expect(Math.abs(rounded - value)).toBeLessThanOrEqual(ROUNDING_BASE / 2);
      }),
    );
  });

  it('all counts that round alike look alike', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), (step) => {
        const middle = step * ROUNDING_BASE;
        const alike = [middle, middle + 1, middle + 2].map((value) =>
          JSON.stringify(lower('count', 'rounded', figure(value))),
        );
        expect(new Set(alike).size).toBe(1);
      }),
    );
  });

  it('general needs hold no protected code, and every other one in its order', () => {
    const codes = ['SC-UC', 'WR-SF', 'ER-NF', 'DS-PM', 'SV-VF', 'SV', 'TR-PI', 'LP-ND', 'LP-RR', 'SM-CI', 'SM-MN'];
    const isGeneral = (code: string) => ['SC', 'WR', 'ER', 'DS'].includes(code.slice(0, 2));
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...codes)), (needs) => {
        expect(lower('needs', 'general', needs)).toEqual(needs.filter(isGeneral));
      }),
    );
  });
});
