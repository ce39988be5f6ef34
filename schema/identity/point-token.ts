import { type CryptoKey, importJWK, type JWK, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import { readKeyFile } from './key-files';

const POINT_TOKEN_SECONDS = 60;
const CLOCK_TOLERANCE_SECONDS = 5;
const TYPE = 'pasarela-point+jwt';
/** Whom a point's token speaks to: wherever rule bundles are pulled from. */
const AUDIENCE = 'pasarela-rules';

/** What an enforcement point signs with. */
export interface PointIdentity {
  /** The gateway's name or a subgraph's. */
  readonly point: string;
  readonly key: CryptoKey;
}

/** Signs that a point asks for rules, for a minute (EdDSA). */
export function signPointToken({ point, key }: PointIdentity, now: Date): Promise<string> {
  const issuedAt = Math.floor(now.getTime() / 1000);
  return new SignJWT({})
    .setProtectedHeader({ alg: 'EdDSA', typ: TYPE })
    .setSubject(point)
    .setAudience(AUDIENCE)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + POINT_TOKEN_SECONDS)
    .sign(key);
}

/** The public keys of enforcement points, by their names. */
export type PointKeys = ReadonlyMap<string, JWK>;

const pointKeysFile = z.record(z.string().regex(/^[\w-]+$/), z.looseObject({ kty: z.literal('OKP'), x: z.string() }));

/** Reads the public keys of enforcement points. @throws one line with the file's name. */
export function readPointKeys(file: string): PointKeys {
  const parsed = pointKeysFile.safeParse(readKeyFile(file));
  if (!parsed.success) throw new Error(`The keys of enforcement points in ${file} cannot be used.`);
  return new Map(Object.entries(parsed.data) as Array<[string, JWK]>);
}

/** Which point signed a token. @throws when it is of no known point, too old, or for something else. */
export async function verifyPointToken(token: string, points: PointKeys, now: Date): Promise<string> {
  const { payload } = await jwtVerify(
    token,
    async (_, { payload: encoded }) => importJWK(keyOf(encoded, points), 'EdDSA'),
    {
      algorithms: ['EdDSA'],
      typ: TYPE,
      audience: AUDIENCE,
      requiredClaims: ['sub', 'exp', 'iat'],
      maxTokenAge: POINT_TOKEN_SECONDS,
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
      currentDate: now,
    },
  );
  return payload.sub as string;
}

/** INVARIANT: the key is the one that is pinned for the point that the token names, never one that it brings. */
function keyOf(encoded: string | Uint8Array, points: PointKeys): JWK {
  const { sub } = JSON.parse(Buffer.from(String(encoded), 'base64url').toString('utf8')) as { sub?: unknown };
  const key = typeof sub === 'string' ? points.get(sub) : undefined;
  if (!key) throw new Error('no known enforcement point');
  return key;
}
