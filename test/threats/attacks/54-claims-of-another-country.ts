import type { Attack, Stage } from '../attack';
import { expectRefused } from '../forge/refused-token';
import { analystClaims, compactToken, ed25519, issuerKey, signedToken } from '../forge/token';

const DOMESTIC =
  '{ controlPosts { agency } crossingRecords(first: 1) { edges { node { crossedOn } } } receptionStations { headcount { state } } }';
const REVISE =
  'mutation { reviseMonthlyCrossings(input: { month: "2024-04", value: 1, source: "x", expectedRevisions: 1, clientKey: "k" }) { month } }';

/** What Colombia's issuer may say of its own staff, and Panama's rights all the same. */
const CLAIMS: readonly Record<string, unknown>[] = [
  { party: 'PAN', agency: 'SNM', roles: ['ANALYST', 'ADMINISTRATOR'] },
  { party: 'PAN', agency: 'SENAFRONT', roles: ['INVESTIGATOR', 'PROTECTION_OFFICER', 'ADMINISTRATOR'] },
  { party: ['PAN', 'COL'], agency: 'SNM', roles: ['ADMINISTRATOR'], issuer: 'https://development-issuer.pan.invalid/' },
];

async function claimParty(stage: Stage): Promise<void> {
  for (const claims of CLAIMS) {
    const headers = { authorization: `Bearer ${signedToken(stage, 'COL', { claims })}` };
    const ask = (query: string) => stage.ask({ purpose: 'MIGRATION_MANAGEMENT', query, headers });
    const { status, body } = await ask(DOMESTIC);
    expect([claims, status, body.data.controlPosts, body.data.crossingRecords]).toEqual([claims, 200, null, null]);
    for (const { headcount } of body.data.receptionStations) expect(headcount).toBeNull();
    expect((await ask(REVISE)).body.errors[0].extensions.code).toBe('MUTATION_WITHHELD');
  }
  await expectRefused(stage, underAnotherName(stage));
}

/** Panama's issuer's name over Colombia's key. */
function underAnotherName(stage: Stage): Record<string, string> {
  const sign = ed25519(issuerKey(stage, 'COL'));
  const claims = analystClaims(stage, 'PAN');
  return Object.fromEntries(
    ['development-PAN', 'development-COL'].map((kid) => [
      `with the kid ${kid}`,
      compactToken({ header: { alg: 'EdDSA', kid }, claims }, sign),
    ]),
  );
}

/** An agreement of two countries names an agency of one: the other's issuer cannot say that it speaks for it. */
async function claimAgency(stage: Stage): Promise<void> {
  const nameFor = async (party: string, agency: string) => {
    const headers = { authorization: `Bearer ${signedToken(stage, party, { claims: { agency } })}` };
    const query = '{ person(id: "person-1") { day fullName } }';
    return (await stage.ask({ purpose: 'MIGRATION_MANAGEMENT', query, headers })).body.data.person.fullName;
  };
  expect(await nameFor('COL', 'SNM')).toBeNull();
  expect(await nameFor('COL', 'MIGRACION_COLOMBIA')).toBeNull();
  expect(await nameFor('PAN', 'SENAFRONT')).toBeNull();
  expect(await nameFor('PAN', 'SNM')).toBe('SYNTHETIC Person One');
}

/** The attacks of threat 54. */
export const attacks: readonly Attack[] = [
  {
    number: 54,
    title: "an issuer's claim of another country's party counts for nothing",
    on: 'product',
    guards: ['tokenParty'],
    run: claimParty,
  },
  {
    number: 54,
    title: "an issuer's claim of another country's agency counts for nothing",
    on: 'sightings',
    guards: ['ownAgencies'],
    run: claimAgency,
  },
];
