import { type OpenDomain, openDomain } from '@pasarela/serve/testing/open-domain';
import { colombiaRegularization } from './index';

let domain: OpenDomain;
beforeAll(async () => {
  domain = await openDomain(colombiaRegularization, 0.001);
});
afterAll(() => domain.close());

async function permitsOf(...codes: string[]): Promise<any[]> {
  const { data, errors } = await domain.ask(
    `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Nationality { code nameEs temporaryProtectionPermits {
      asOf
      permitsDelivered { value state asOf unit countingParty } permitsAuthorised { value state asOf } inProcess { value state asOf }
    } } } }`,
    { of: codes.map((code) => ({ __typename: 'Nationality', code })) },
  );
  expect(errors).toBeUndefined();
  return data?._entities;
}

it('gives the latest published figures of Venezuelans, each with its own date', async () => {
  const [venezuela] = await permitsOf('VEN');
  expect(venezuela.temporaryProtectionPermits).toEqual({
    asOf: '2024-02-29',
    permitsDelivered: {
      value: 1_890_185,
      state: 'VALUE',
      asOf: '2023-12-18',
      unit: 'PERMITS',
      countingParty: 'COL: Migración Colombia',
    },
    permitsAuthorised: { value: 1_927_299, state: 'VALUE', asOf: '2024-02-29' },
    inProcess: { value: 357_376, state: 'VALUE', asOf: '2024-02-29' },
  });
});

it('is NOT_APPLICABLE for every other nationality, never zero', async () => {
  for (const { temporaryProtectionPermits } of await permitsOf('HTI', 'ECU', 'COL')) {
    const { asOf, ...counts } = temporaryProtectionPermits;
    expect(asOf).toBeNull();
    for (const count of Object.values<any>(counts))
      expect(count).toMatchObject({ value: null, state: 'NOT_APPLICABLE', asOf: null });
  }
});

it('knows no nationality outside ISO 3166-1', async () => {
  expect(await permitsOf('XXX', 'VE', '')).toEqual([null, null, null]);
});
