import { type OpenDomain, openDomain } from '@pasarela/serve/testing/open-domain';
import { panamaDarienFlow } from './index';

let domain: OpenDomain;
beforeEach(async () => {
  domain = await openDomain(panamaDarienFlow, 0.005);
});
afterEach(() => domain.close());

const MUTATION = /* GraphQL */ `
  mutation Revise($input: ReviseMonthlyCrossingsInput!) {
    reviseMonthlyCrossings(input: $input) {
      month
      count { value status asOf source note }
      revisions { value }
    }
  }
`;
const INPUT = {
  month: '2024-04',
  value: 29300,
  source: 'SNM bulletin',
  note: 'late records',
  expectedRevisions: 1,
  clientKey: 'key-1',
};

const revise = (changes: Partial<typeof INPUT> = {}) => domain.ask(MUTATION, { input: { ...INPUT, ...changes } });
const codeOf = ({ errors }: Awaited<ReturnType<typeof revise>>) => errors?.[0]?.extensions.code;

async function revisionsOf(month: string): Promise<number[]> {
  const { data } = await domain.ask(
    'query ($m: YearMonth!) { darienCrossingsByMonth(from: $m, to: $m) { revisions { value } } }',
    { m: month },
  );
  return data?.darienCrossingsByMonth[0].revisions.map(({ value }: any) => value);
}

describe('reviseMonthlyCrossings', () => {
  it('appends a revision, and the earlier ones stay', async () => {
    const { data, errors } = await revise();
    expect(errors).toBeUndefined();
    expect(data?.reviseMonthlyCrossings).toEqual({
      month: '2024-04',
      count: { value: 29300, status: 'REVISED', asOf: '2026-01-15', source: 'SNM bulletin', note: 'late records' },
      revisions: [{ value: 29259 }, { value: 29300 }],
    });
  });

  it('moves the sum of a range of months', async () => {
    await revise();
    const { data } = await domain.ask(/* GraphQL */ `{
      _entities(representations: [{ __typename: "DarienFlowPeriod", period: "2024-01..2024-07" }]) {
        ... on DarienFlowPeriod { registeredEntries { value } }
      }
    }`);
    expect(data?._entities[0].registeredEntries.value).toBe(221582 - 29259 + 29300);
  });

  it('writes the same key and input once', async () => {
    await revise();
    const again = await revise();
    expect(again.data?.reviseMonthlyCrossings.revisions).toEqual([{ value: 29259 }, { value: 29300 }]);
  });

  it('refuses another input under a used key', async () => {
    await revise();
    expect(codeOf(await revise({ value: 29301 }))).toBe('BAD_INPUT');
    expect(codeOf(await revise({ month: '2024-05' }))).toBe('BAD_INPUT');
    expect(await revisionsOf('2024-05')).toEqual([30747]);
  });

  it('keeps the keys of two callers apart', async () => {
    await revise();
    const other = await domain.ask(MUTATION, { input: { ...INPUT, month: '2024-05' } }, { party: 'COL' });
    expect(other.errors).toBeUndefined();
    expect(await revisionsOf('2024-05')).toEqual([30747, 29300]);
  });

  it.each([0, 2])('conflicts when %i revisions were expected and there is one', async (expectedRevisions) => {
    expect(codeOf(await revise({ expectedRevisions }))).toBe('VERSION_CONFLICT');
    expect(await revisionsOf('2024-04')).toEqual([29259]);
  });

  it('lets one of many concurrent writers through', async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 12 }, (_, i) => revise({ clientKey: `writer-${i}`, value: 29000 + i })),
    );
    const codes = outcomes.map(codeOf);
    expect(codes.filter((code) => code === undefined)).toHaveLength(1);
    expect(codes.filter((code) => code === 'VERSION_CONFLICT')).toHaveLength(11);
    expect(await revisionsOf('2024-04')).toHaveLength(2);
  });

  it('answers every concurrent retry of one input with the one revision', async () => {
    const outcomes = await Promise.all(Array.from({ length: 12 }, () => revise()));
    expect(outcomes.map(codeOf)).toEqual(Array(12).fill(undefined));
    expect(await revisionsOf('2024-04')).toEqual([29259, 29300]);
  });

  it('gives one key to one month of two that use it at the same time', async () => {
    const codes = (await Promise.all([revise({ month: '2024-04' }), revise({ month: '2024-05' })])).map(codeOf);
    expect(codes.toSorted()).toEqual(['BAD_INPUT', undefined]);
    expect([...(await revisionsOf('2024-04')), ...(await revisionsOf('2024-05'))]).toHaveLength(3);
  });

  it.each<[string, Partial<typeof INPUT>]>([
    ['a negative value', { value: -1 }],
    ['a value over ten million', { value: 10_000_001 }],
    ['an empty source', { source: '  ' }],
    ['a key with a space', { clientKey: 'a b' }],
    ['a month that is not held', { month: '2025-02' }],
    ['a month published with another', { month: '2023-10' }],
    ['the first of two months published as one', { month: '2023-09' }],
  ])('refuses %s', async (_, changes) => {
    expect(codeOf(await revise(changes))).toBe('BAD_INPUT');
  });
});
