import { type OpenDomain, openDomain } from '@pasarela/serve/testing/open-domain';
import { usaSmugglingCases } from './index';

let domain: OpenDomain;
beforeAll(async () => {
  domain = await openDomain(usaSmugglingCases, 0.01);
});
afterAll(() => domain.close());

it('gives the published results of Joint Task Force Alpha by date', async () => {
  const { data, errors } = await domain.ask(
    '{ taskForceResults { asOf measure count { value unit countingParty source dataset note } } }',
    {},
    { party: 'COL' },
  );
  expect(errors).toBeUndefined();
  expect(
    data?.taskForceResults.map(({ asOf, measure, count }: any) => [asOf, measure, count.value, count.unit]),
  ).toEqual([
    ['2022-06', 'ARRESTS', 85, 'ARRESTS'],
    ['2023-03', 'ARRESTS', 179, 'ARRESTS'],
    ['2023-12', 'ARRESTS', 260, 'ARRESTS'],
    ['2024-06', 'ARRESTS', 305, 'ARRESTS'],
    ['2024-06', 'US_CONVICTIONS', 242, 'CONVICTIONS'],
    ['2024-06', 'SENTENCED', 175, 'PERSONS'],
  ]);
  for (const { count } of data?.taskForceResults ?? []) {
    expect(count).toMatchObject({
      countingParty: 'USA: DOJ Joint Task Force Alpha',
      source: expect.stringMatching(/^https:/),
    });
    expect(count.dataset).not.toMatch(/SYNTHETIC/);
    expect(count.note).toMatch(/never added/);
  }
});
