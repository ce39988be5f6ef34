import { type OpenDomain, openDomain } from '@pasarela/serve/testing/open-domain';
import { panamaDarienFlow } from './index';

let domain: OpenDomain;
let rows: any[];
beforeAll(async () => {
  domain = await openDomain(panamaDarienFlow, 0.005);
  const { data } = await domain.ask(/* GraphQL */ `{
    darienCrossingsBySexAndAge(from: 2022, to: 2024) {
      period measure sharePercent count { value state note countingParty coverageFrom coverageTo source }
    }
  }`);
  rows = data?.darienCrossingsBySexAndAge;
});
afterAll(() => domain.close());

const row = (period: string, measure: string, share = false) =>
  rows.find(
    (candidate) =>
      candidate.period === period && candidate.measure === measure && (candidate.sharePercent !== null) === share,
  );

describe('darienCrossingsBySexAndAge', () => {
  it('answers the minors of 2023, boys and girls', () => {
    expect(['MINORS', 'BOYS', 'GIRLS'].map((measure) => row('2023', measure).count.value)).toEqual([
      113180, 60360, 52820,
    ]);
    expect(row('2023', 'ADULTS').count.value + row('2023', 'MINORS').count.value).toBe(
      row('2023', 'TOTAL').count.value,
    );
  });

  it('keeps a misprint as printed and says what closes the total', () => {
    const boys = row('2024-01..12-24', 'BOYS');
    expect(boys.count).toMatchObject({ value: 24411, coverageFrom: '2024-01', coverageTo: '2024-12-24' });
    expect(boys.count.note).toContain('34411 makes the four parts sum to the printed 300549');
    expect(boys.count.source).not.toContain('PRINTED');
  });

  it('counts unaccompanied and separated children as UNICEF did, and says that definitions differ', () => {
    const children = row('2024-01..11', 'UNACCOMPANIED_AND_SEPARATED_CHILDREN');
    expect(children.count).toMatchObject({ value: 4476, countingParty: 'UNICEF Panama' });
    expect(children.count.note).toContain('define them differently');
  });

  it('gives a share as a share, never as a number of persons', () => {
    expect(row('2024-Q1', 'UNACCOMPANIED_AND_SEPARATED_AGED_13_TO_17', true)).toMatchObject({
      sharePercent: 62,
      count: { value: null, state: 'NOT_PUBLISHED', coverageFrom: '2024-01', coverageTo: '2024-03' },
    });
    expect(row('2022', 'MINORS', true).sharePercent).toBe(16);
  });

  it('leaves out the one cell that is words, and holds the other 28', () => {
    expect(rows).toHaveLength(28);
  });
});
