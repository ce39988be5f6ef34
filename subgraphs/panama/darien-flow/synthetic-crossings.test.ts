import { Direction } from '@pasarela/serve/domain/direction';
import type { CrossingRecordDocument } from './crossing-record.model';
import { publishedMonths } from './published-months';
import { publishedYears } from './published-years';
import { syntheticCrossings } from './synthetic-crossings';
import { monthMixes } from './synthetic-mix';

const mixes = monthMixes([...publishedYears(), ...publishedMonths()]);
const batches = Array.from({ length: 20 }, (_, i) => syntheticCrossings({ first: i * 2000 + 1, size: 2000, mixes }));
const records = batches.flat();
const share = (matches: (record: CrossingRecordDocument) => boolean, among = records) =>
  among.filter(matches).length / among.length;

const expectNear = (found: number, published: number) => expect(Math.abs(found - published)).toBeLessThan(0.015);

const ageOf = ({ birthDate, crossedOn }: CrossingRecordDocument) => {
  const years = Number(crossedOn.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return crossedOn.slice(5) < birthDate.slice(5) ? years - 1 : years;
};
const north = records.filter(({ direction }) => direction === Direction.NORTH);

describe('syntheticCrossings', () => {
  it('is the same for the same batch, and another for another', () => {
    expect(syntheticCrossings({ first: 2001, size: 2000, mixes })).toEqual(batches[1]);
    expect(batches[1]?.map(({ crossedOn }) => crossedOn)).not.toEqual(batches[0]?.map(({ crossedOn }) => crossedOn));
  });

  it('has 21.8 % minors, as in 2023', () => {
    expectNear(
      share((record) => ageOf(record) < 18),
      113180 / 520085,
    );
    expect(share((record) => ageOf(record) < 0 || ageOf(record) > 66)).toBe(0);
  });

  it('follows the published months', () => {
    const total = mixes.reduce((sum, { weight }) => sum + weight, 0);
    for (const month of ['2023-08', '2022-10', '2021-09']) {
      const published = (mixes.find((mix) => mix.month === month)?.weight ?? 0) / total;
      expectNear(
        share((record) => record.month === month, north),
        published,
      );
    }
  });

  it('follows the published nationalities', () => {
    const of2023 = north.filter(({ month }) => month.startsWith('2023'));
    expectNear(
      share(({ nationality }) => nationality === 'VEN', of2023),
      328650 / 520085,
    );
    const of2021 = north.filter(({ month }) => month.startsWith('2021'));
    expectNear(
      share(({ nationality }) => ['HTI', 'CHL', 'BRA'].includes(nationality ?? ''), of2021),
      101072 / 133726,
    );
  });

  it('gives every accompanied child a guardian: an adult of the same group', () => {
    const people = new Map(
      records.map((record) => [record.fullName.replace('SYNTHETIC Person ', 'SYN-PERSON-'), record]),
    );
    const children = records.filter((record) => ageOf(record) < 18);
    expect(children.length).toBeGreaterThan(8000);
    for (const child of children.filter(({ unaccompaniedChild }) => !unaccompaniedChild)) {
      const guardian = people.get(child.guardian as string) as CrossingRecordDocument;
      expect(guardian.travelGroup).toBe(child.travelGroup);
      expect(ageOf(guardian)).toBeGreaterThanOrEqual(18);
    }
  });

  it('enrols no child biometrically, and gives unaccompanied children no guardian', () => {
    expect(records.filter((record) => ageOf(record) < 18 && record.biometricReference !== null)).toEqual([]);
    const alone = records.filter(({ unaccompaniedChild }) => unaccompaniedChild);
    expect(alone.length).toBeGreaterThan(300);
    expect(alone.every((record) => record.guardian === null && ageOf(record) < 18)).toBe(true);
  });

  it('sends a few groups south, in 2025', () => {
    const south = records.filter(({ direction }) => direction === Direction.SOUTH);
    expect(south.length).toBeGreaterThan(100);
    expect(south.every(({ month }) => month >= '2025-01' && month <= '2025-11')).toBe(true);
  });
});
