import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { keyFiles, readKeyFile, readSigningKey } from '@pasarela/schema/identity/key-files';
import { TOKEN_AUDIENCE } from '@pasarela/schema/identity/verify-token';
import { SignJWT } from 'jose';
import { developmentIssuerUrl, PERSONAS } from './personas';

const LIFETIME_SECONDS = 8 * 3600;

/** How a development token is made. */
export interface TokenOptions {
  readonly dataDirectory: string;
  readonly lifetimeSeconds?: number;
  /** When it is issued; now unless said otherwise. */
  readonly issuedAt?: Date;
}

/** A bearer token for a persona, signed by its party's development issuer. Throws one clear line. */
export async function tokenFor(
  name: string,
  { dataDirectory, lifetimeSeconds = LIFETIME_SECONDS, issuedAt = new Date() }: TokenOptions,
): Promise<string> {
  const persona = PERSONAS.get(name);
  if (!persona) throw new Error(`There is no persona ${name}. Known are: ${[...PERSONAS.keys()].join(', ')}.`);
  const { party, ...claims } = persona;
  const file = keyFiles.developmentIssuer(dataDirectory, party);
  if (!existsSync(file)) throw new Error('There are no development issuers yet. Run npm start once; it makes them.');
  const now = Math.floor(issuedAt.getTime() / 1000);
  return new SignJWT(claims)
    .setProtectedHeader({ alg: 'EdDSA', kid: readKeyFile(file).kid as string })
    .setIssuer(developmentIssuerUrl(party))
    .setSubject(name)
    .setAudience(TOKEN_AUDIENCE)
    .setIssuedAt(now)
    .setExpirationTime(now + lifetimeSeconds)
    .setJti(randomUUID())
    .sign(await readSigningKey(file));
}
