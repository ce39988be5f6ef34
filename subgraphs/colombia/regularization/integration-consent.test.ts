import { type OpenDomain, openDomain } from '@pasarela/serve/testing/open-domain';
import { colombiaRegularization } from './index';

let domain: OpenDomain;
let permits: any[];
beforeEach(async () => {
  domain = await openDomain(colombiaRegularization, 0.002);
  permits = await list();
});
afterEach(() => domain.close());

const CONSENT = 'version fields purposes recipients givenOn until revokedOn';
const list = async (): Promise<any[]> =>
  (
    await domain.ask(`{ permits(first: 40) { edges { node { id holder { consent { ${CONSENT} } } } } } }`)
  ).data?.permits.edges.map(({ node }: any) => node);
const GIVEN = {
  fields: ['SCHOOLING'],
  purposes: ['PROTECTION'],
  recipients: ['COL'],
  givenOn: '2026-01-10',
  until: '2027-01-10',
};
const record = (input: object, party = 'COL') =>
  domain.ask(
    `mutation ($input: RecordConsentInput!) { recordIntegrationConsent(input: $input) { id holder { consent { ${CONSENT} } } } }`,
    { input },
    { party },
  );
const revoke = (input: object) =>
  domain.ask(
    `mutation ($input: RevokeConsentInput!) { revokeIntegrationConsent(input: $input) { id holder { consent { ${CONSENT} } } } }`,
    { input },
  );
const refusalOf = ({ errors }: Awaited<ReturnType<typeof record>>) => {
  const extensions = errors?.[0]?.extensions as { code: string; details: Record<string, unknown> } | undefined;
  return extensions && [extensions.code, extensions.details.version];
};
const without = () => permits.find(({ holder }) => holder.consent === null).id as string;
const consenting = () => permits.find(({ holder }) => holder.consent?.version === 1).id as string;
const consentOf = async (id: string) => (await list()).find((permit) => permit.id === id).holder.consent;

it('is recorded for somebody who had none, and stands in its first version', async () => {
  const id = without();
  const { data, errors } = await record({ permit: id, expectedVersion: 0, clientKey: 'key-1', ...GIVEN });
  expect(errors).toBeUndefined();
  expect(data?.recordIntegrationConsent).toEqual({
    id,
    holder: { consent: { version: 1, revokedOn: null, ...GIVEN } },
  });
});

it('is revoked in one step, and nothing that a rule reads of it is left', async () => {
  const permit = consenting();
  await revoke({ permit, expectedVersion: 1, clientKey: 'key-1' });
  expect(await consentOf(permit)).toMatchObject({
    version: 2,
    fields: [],
    purposes: [],
    recipients: [],
    revokedOn: '2026-01-15',
  });
});

it('can be given anew after it was revoked', async () => {
  const permit = consenting();
  await revoke({ permit, expectedVersion: 1, clientKey: 'key-1' });
  await record({ permit, expectedVersion: 2, clientKey: 'key-2', ...GIVEN });
  expect(await consentOf(permit)).toEqual({ version: 3, revokedOn: null, ...GIVEN });
});

it('changes once for a key, however close together', async () => {
  const input = { permit: without(), expectedVersion: 0, clientKey: 'key-1', ...GIVEN };
  const answers = await Promise.all(Array.from({ length: 5 }, () => record(input)));
  expect(answers.map(refusalOf)).toEqual(Array(5).fill(undefined));
  expect((await record(input)).data?.recordIntegrationConsent.holder.consent.version).toBe(1);
});

it('refuses another change, or another permit, under a used key', async () => {
  const permit = without();
  await record({ permit, expectedVersion: 0, clientKey: 'key-1', ...GIVEN });
  const again = { expectedVersion: 0, clientKey: 'key-1', ...GIVEN };
  expect(refusalOf(await record({ ...again, permit, until: '2026-06-30' }))).toEqual(['BAD_INPUT', undefined]);
  const other = permits.find(({ id, holder }) => holder.consent === null && id !== permit).id;
  expect(refusalOf(await record({ ...again, permit: other }))).toEqual(['BAD_INPUT', undefined]);
  expect(await consentOf(other)).toBeNull();
});

it('tells whoever read an older version which one stands', async () => {
  const permit = consenting();
  await revoke({ permit, expectedVersion: 1, clientKey: 'key-1' });
  expect(refusalOf(await revoke({ permit, expectedVersion: 1, clientKey: 'key-2' }))).toEqual(['STALE_VERSION', 2]);
  expect(refusalOf(await record({ permit, expectedVersion: 0, clientKey: 'key-3', ...GIVEN }))).toEqual([
    'STALE_VERSION',
    2,
  ]);
});

it('lets one of several who read the same version through', async () => {
  const permit = without();
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_, i) => record({ permit, expectedVersion: 0, clientKey: `writer-${i}`, ...GIVEN })),
  );
  const codes = answers.map((answer) => refusalOf(answer)?.[0]);
  expect(codes.filter((code) => code === undefined)).toHaveLength(1);
  expect(codes.filter((code) => code === 'STALE_VERSION')).toHaveLength(7);
});

it.each([
  ['was never given', without, 0],
  ['was revoked already', consenting, 2],
])('is not revoked where it %s', async (_, which, expectedVersion) => {
  const permit = which();
  if (expectedVersion === 2) await revoke({ permit, expectedVersion: 1, clientKey: 'key-1' });
  expect(refusalOf(await revoke({ permit, expectedVersion, clientKey: 'key-2' }))).toEqual(['BAD_INPUT', undefined]);
});

it('knows no permit by a forged id, or one that another party was given', async () => {
  const input = { expectedVersion: 0, clientKey: 'key-1', ...GIVEN };
  expect(refusalOf(await record({ ...input, permit: 'forged' }))?.[0]).toBe('UNKNOWN_PERMIT');
  const { data } = await domain.ask('{ permits(first: 1) { edges { node { id } } } }', {}, { party: 'PAN' });
  const permit = data?.permits.edges[0].node.id;
  expect(refusalOf(await record({ ...input, permit }))?.[0]).toBe('UNKNOWN_PERMIT');
  expect(refusalOf(await record({ ...input, permit }, 'PAN'))?.[0]).toBe('UNKNOWN_PERMIT');
});

it.each<[string, object]>([
  ['no field', { fields: [] }],
  ['no purpose', { purposes: [] }],
  ['no recipient', { recipients: [] }],
  ['a day to come', { givenOn: '2026-01-16', until: '2026-02-01' }],
  ['an end before it was given', { until: '2026-01-09' }],
  ['more than ten years', { until: '2036-02-10' }],
  ['a month', { until: '2026-12' }],
  ['a day that no month has', { until: '2026-02-30' }],
  ['a key with a space', { clientKey: 'a b' }],
])('refuses %s', async (_, changes) => {
  const input = { permit: without(), expectedVersion: 0, clientKey: 'key-1', ...GIVEN, ...changes };
  expect(refusalOf(await record(input))?.[0]).toBe('BAD_INPUT');
});
