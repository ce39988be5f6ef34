import { type OpenDomain, openDomain } from '@pasarela/serve/testing/open-domain';
import { panamaDarienFlow } from './index';

let domain: OpenDomain;
beforeAll(async () => {
  domain = await openDomain(panamaDarienFlow, 0.005);
});
afterAll(() => domain.close());

const QUESTION = /* GraphQL */ `
  query ($first: Int! = 10) {
    darienTopNationalities(first: $first) {
      latestMonthHeld
      monthYearBefore
      groups { rank publishedGroup nationalities { code } count { value state } yearBefore { value state } difference }
      others { rank publishedGroup nationalities { code } count { value } yearBefore { value } difference }
    }
  }
`;

it('ranks the groups of the latest month of which the whole table is held, though Venezuela is held for longer', async () => {
  const { data, errors } = await domain.ask(QUESTION);
  expect(errors).toBeUndefined();
  const { latestMonthHeld, monthYearBefore, groups } = data?.darienTopNationalities ?? {};
  expect([latestMonthHeld, monthYearBefore]).toEqual(['2022-07', '2021-07']);
  expect(
    groups.map(({ rank, publishedGroup, count, yearBefore, difference }: any) => [
      rank,
      publishedGroup,
      count.value,
      yearBefore.value,
      difference,
    ]),
  ).toEqual([
    [1, 'VEN', 17066, 248, 16818],
    [2, 'HTI+BRA+CHL', 1245, 15488, -14243],
    [3, 'ECU', 883, 19, 864],
    [4, 'CUB', 574, 2354, -1780],
    [5, 'IND', 431, 34, 397],
    [6, 'COL', 407, 8, 399],
    [7, 'BGD', 236, 210, 26],
    [8, 'AFG', 162, null, null],
    [9, 'CHN', 85, null, null],
  ]);
});

it('takes a cell that was not printed for no zero', async () => {
  const { groups } = (await domain.ask(QUESTION)).data?.darienTopNationalities ?? {};
  expect(groups.at(-1).yearBefore).toEqual({ value: null, state: 'NOT_PUBLISHED' });
});

it('gives all others no place', async () => {
  const { others } = (await domain.ask(QUESTION)).data?.darienTopNationalities ?? {};
  expect(others).toEqual({
    rank: null,
    publishedGroup: 'OTHER',
    nationalities: [],
    count: { value: 1733 },
    yearBefore: { value: 452 },
    difference: 1281,
  });
});

it.each([
  [3, ['VEN', 'HTI+BRA+CHL', 'ECU']],
  [1, ['VEN']],
])('gives as many as are asked for: %i', async (first, wanted) => {
  const { data } = await domain.ask(QUESTION, { first });
  expect(data?.darienTopNationalities.groups.map(({ publishedGroup }: any) => publishedGroup)).toEqual(wanted);
});

it.each([0, -1, 101])('refuses %i', async (first) => {
  const { errors } = await domain.ask(QUESTION, { first });
  expect(errors?.[0]?.extensions.code).toBe('BAD_PAGE');
});
