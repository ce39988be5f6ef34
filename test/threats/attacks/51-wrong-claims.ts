import type { Attack, Stage } from '../attack';
import { expectBelieved, expectRefused } from '../forge/refused-token';
import { signedToken } from '../forge/token';

const MINUTE = 60;
const HOUR = 3600;

/** Claims that make a token of a trusted issuer worth nothing. */
function wrongClaims(now: number): Record<string, Record<string, unknown>> {
  return {
    expired: { exp: now - MINUTE },
    'not yet valid': { nbf: now + 10 * MINUTE },
    'for somebody else': { aud: 'another-service' },
    'for several others': { aud: ['another-service', 'a-third'] },
    'of an unknown issuer': { iss: 'https://issuer.nowhere.invalid/' },
    "under another party's name": { iss: 'https://development-issuer.col.invalid/' },
    'of no issuer': { iss: undefined },
    'issued in the future': { iat: now + 10 * MINUTE },
    'issued too long ago': { iat: now - 13 * HOUR },
    'without end': { exp: 'never' },
    'with an unknown role': { roles: ['ANALYST', 'KING'] },
    'with an unknown purpose': { purposes: ['MIGRATION_MANAGEMENT', 'ANY'] },
    'of an assurance that does not exist': { assurance: 4 },
    'of nobody': { sub: '' },
    ...Object.fromEntries(
      ['exp', 'iat', 'sub', 'jti', 'aud', 'agency', 'roles', 'purposes', 'assurance'].map((claim) => [
        `without ${claim}`,
        { [claim]: undefined },
      ]),
    ),
  };
}

async function run(stage: Stage): Promise<void> {
  await expectBelieved(stage, signedToken(stage, 'PAN'));
  const tokens = Object.entries(wrongClaims(Math.floor(Date.now() / 1000))).map(
    ([name, claims]) => [name, signedToken(stage, 'PAN', { claims })] as const,
  );
  await expectRefused(stage, Object.fromEntries(tokens));
}

/** A token that was verified once is remembered, and still ends. */
async function waitWithToken(stage: Stage): Promise<void> {
  const now = Math.floor(Date.now() / 1000);
  const long = signedToken(stage, 'PAN', { claims: { exp: now + 100 * HOUR } });
  const short = signedToken(stage, 'PAN', { claims: { exp: now + HOUR } });
  await expectBelieved(stage, long);
  await expectBelieved(stage, short);
  try {
    stage.clock.aheadMs = 11 * HOUR * 1000;
    await expectBelieved(stage, long);
    await expectRefused(stage, { 'remembered and expired': short });
    stage.clock.aheadMs = 13 * HOUR * 1000;
    await expectRefused(stage, { 'remembered and too old': long });
  } finally {
    stage.clock.aheadMs = 0;
  }
}

/** The attacks of threat 51. */
export const attacks: readonly Attack[] = [
  {
    number: 51,
    title: 'a token with wrong or missing claims is refused at the gateway and at a subgraph',
    on: 'product',
    guards: ['tokenClaims'],
    run,
  },
  {
    number: 51,
    title: 'a token that was believed once is refused when it has ended',
    on: 'product',
    guards: ['tokenClaims'],
    run: waitWithToken,
  },
];
