import { createHmac, createPublicKey, generateKeyPairSync } from 'node:crypto';
import type { Attack, Stage } from '../attack';
import { expectBelieved, expectRefused } from '../forge/refused-token';
import { analystClaims, compactToken, ed25519, issuerKey, signedToken } from '../forge/token';

const unsigned = () => new Uint8Array();

/** Secrets that a verifier could take a public key for. */
function publicSecrets(stage: Stage): Record<string, string | Buffer> {
  const { d: _, ...jwk } = issuerKey(stage, 'PAN');
  const pem = createPublicKey({ key: jwk as never, format: 'jwk' }).export({ type: 'spki', format: 'pem' });
  return {
    'its text': jwk.x as string,
    'its bytes': Buffer.from(jwk.x as string, 'base64url'),
    'its JWK': JSON.stringify(jwk),
    'its PEM': pem,
  };
}

function withoutKey(stage: Stage): Record<string, string> {
  const claims = analystClaims(stage, 'PAN');
  const kid = issuerKey(stage, 'PAN').kid;
  const [header, , signature] = signedToken(stage, 'PAN').split('.') as [string, string, string];
  const payload = (token: string) => token.split('.')[1] as string;
  const none = Object.fromEntries(
    ['none', 'None', 'NONE', ''].map((alg) => [`alg ${alg}`, compactToken({ header: { alg, kid }, claims }, unsigned)]),
  );
  const symmetric = Object.entries(publicSecrets(stage)).map(([name, secret]) => [
    `HS256 signed with the public key, ${name}`,
    compactToken({ header: { alg: 'HS256', kid }, claims }, (input) =>
      createHmac('sha256', secret).update(input).digest(),
    ),
  ]);
  return {
    ...none,
    ...Object.fromEntries(symmetric),
    'alg none with a signature': compactToken({ header: { alg: 'none', kid }, claims }, () => Buffer.from('x')),
    'a stripped signature': `${header}.${payload(signedToken(stage, 'PAN'))}.`,
    'no signature part': `${header}.${payload(signedToken(stage, 'PAN'))}`,
    'the signature of another token': `${header}.${payload(signedToken(stage, 'PAN', { claims: { assurance: 3 } }))}.${signature}`,
  };
}

function withOwnKey(stage: Stage): Record<string, string> {
  const own = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
  const { d: _, ...ownPublic } = own;
  const forge = (header: object) =>
    compactToken({ header: { alg: 'EdDSA', ...header }, claims: analystClaims(stage, 'PAN') }, ed25519(own as never));
  const kid = issuerKey(stage, 'PAN').kid;
  return {
    'another key': forge({ kid }),
    'no kid': forge({}),
    'kid as a path': forge({ kid: '../../../../dev/null' }),
    'kid as SQL': forge({ kid: "x' UNION SELECT 'key" }),
    'kid as a name of every object': forge({ kid: 'constructor' }),
    'a key in jwk': forge({ kid, jwk: ownPublic }),
    'an address in jku': forge({ kid, jku: 'http://127.0.0.1:9/keys.json' }),
    'an address in x5u': forge({ kid, x5u: 'http://127.0.0.1:9/certificate.pem' }),
  };
}

/** Headers that change how a token is read, under the issuer's own key. */
const withHeaders = (stage: Stage): Record<string, string> =>
  Object.fromEntries(
    Object.entries({
      'crit with an unknown extension': { crit: ['exp'], exp: 1 },
      'crit b64': { crit: ['b64'], b64: false },
      'jku beside the right key': { jku: 'http://127.0.0.1:9/keys.json' },
      'jwk beside the right key': { jwk: { kty: 'OKP' } },
      'alg of another kind': { alg: 'ES256' },
    }).map(([name, header]) => [name, signedToken(stage, 'PAN', { header })]),
  );

async function run(stage: Stage): Promise<void> {
  await expectBelieved(stage, signedToken(stage, 'PAN'));
  await expectRefused(stage, { ...withoutKey(stage), ...withOwnKey(stage), ...withHeaders(stage) });
}

/** The attacks of threat 50. */
export const attacks: readonly Attack[] = [
  {
    number: 50,
    title: 'a token that the issuer did not sign is refused at the gateway and at a subgraph',
    on: 'product',
    guards: ['tokenSignature'],
    run,
  },
];
