import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { keyFiles, readKeyFile, readSigningKey } from '@pasarela/schema/identity/key-files';
import { type ClientKey, readClientKey, thumbprintOf } from '@pasarela/schema/identity/possession/client-key';
import type { Credentials } from '@pasarela/schema/identity/possession/credentials';
import { ROLES_BOUND } from '@pasarela/schema/identity/purposes';
import { TOKEN_AUDIENCE } from '@pasarela/schema/identity/verify-token';
import { SignJWT } from 'jose';
import { ensureKeyPair } from './development-keys';
import { developmentIssuerUrl, PERSONAS, type Persona } from './personas';

const LIFETIME_SECONDS = 8 * 3600;

/** How a development token is made. */
export interface TokenOptions {
  readonly dataDirectory: string;
  readonly lifetimeSeconds?: number;
  /** When it is issued; now unless said otherwise. */
  readonly issuedAt?: Date;
  /** Whether it is bound to a key of the persona; a service's always is. */
  readonly bound?: boolean;
}

/** A token for a persona, signed by its party's development issuer. Throws one clear line. */
export const tokenFor = async (name: string, options: TokenOptions): Promise<string> =>
  (await credentialsFor(name, options)).token;

/** A token for a persona, and the key that it is bound to, if it is: made at first use and kept. Throws one clear line. */
export async function credentialsFor(name: string, options: TokenOptions): Promise<Credentials> {
  const { dataDirectory, lifetimeSeconds = LIFETIME_SECONDS, issuedAt = new Date() } = options;
  const persona = PERSONAS.get(name);
  if (!persona) throw new Error(`There is no persona ${name}. Known are: ${[...PERSONAS.keys()].join(', ')}.`);
  const { party, ...claims } = persona;
  const file = keyFiles.developmentIssuer(dataDirectory, party);
  if (!existsSync(file)) throw new Error('There are no development issuers yet. Run npm start once; it makes them.');
  const key = isAlwaysBound(persona) || options.bound ? await clientKeyFor(name, dataDirectory) : undefined;
  const now = Math.floor(issuedAt.getTime() / 1000);
  const token = await new SignJWT({ ...claims, ...(key && { cnf: { jkt: await thumbprintOf(key.publicKey) } }) })
    .setProtectedHeader({ alg: 'EdDSA', kid: readKeyFile(file).kid as string })
    .setIssuer(developmentIssuerUrl(party))
    .setSubject(name)
    .setAudience(TOKEN_AUDIENCE)
    .setIssuedAt(now)
    .setExpirationTime(now + lifetimeSeconds)
    .setJti(randomUUID())
    .sign(await readSigningKey(file));
  return { token, key };
}

/** Whether a persona is a service, whose tokens are bound to its key. */
export const isAlwaysBound = ({ roles }: Persona): boolean => roles.some((role) => ROLES_BOUND.includes(role));

async function clientKeyFor(name: string, dataDirectory: string): Promise<ClientKey> {
  const file = keyFiles.client(dataDirectory, name);
  await ensureKeyPair(file, name);
  return readClientKey(file);
}
