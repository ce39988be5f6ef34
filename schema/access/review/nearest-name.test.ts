import fc from 'fast-check';
import { nearestName } from './nearest-name';

const KNOWN = ['CrossingRecord.crossedOn', 'CrossingRecord.sex', 'Case.sex', 'month', 'ANALYST'];

describe('nearestName', () => {
  it.each([
    ['CrossingRecord.crosedOn', 'CrossingRecord.crossedOn'],
    ['crossingrecord.SEX', 'CrossingRecord.sex'],
    ['CrossingRecords.sex', 'CrossingRecord.sex'],
    ['mont', 'month'],
    ['ANALIST', 'ANALYST'],
    ['nonsense', null],
    ['', null],
  ])('of %s is %s', (written, near) => {
    expect(nearestName(written, KNOWN)).toBe(near);
  });

  it('of a known name is that name, and of one wrong letter in a long name never nothing', () => {
    const name = fc.stringMatching(/^[a-z]{4,12}$/);
    fc.assert(
      fc.property(fc.array(name, { minLength: 1 }), fc.nat(), (known, place) => {
        const one = known[place % known.length] as string;
        expect(nearestName(one, known)).toBe(one);
        expect(nearestName(`${one}x`, known)).not.toBeNull();
      }),
    );
  });
});
