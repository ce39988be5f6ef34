import { randomUUID } from 'node:crypto';
import { keyFiles, readKeyFile, readSigningKey } from '@pasarela/schema/identity/key-files';
import { TOKEN_AUDIENCE } from '@pasarela/schema/identity/verify-token';
import { SignJWT } from 'jose';
import { developmentIssuerUrl } from '../../development/personas';
import { REQUESTER } from './benchmark-rules';

/** How many people ask in turn, all of one agency. */
export const TOKENS = 1_000;
const LIFETIME_SECONDS = 4 * 3600;

/** The headers of people's tokens, each of somebody else, signed by their party's development issuer. */
export async function benchmarkAuthorizations(dataDirectory: string, people: number = TOKENS): Promise<string[]> {
  const file = keyFiles.developmentIssuer(dataDirectory, REQUESTER.party);
  const key = await readSigningKey(file);
  const kid = readKeyFile(file).kid as string;
  const now = Math.floor(Date.now() / 1000);
  const tokenOf = (person: number) =>
    new SignJWT({
      agency: REQUESTER.agency,
      roles: [REQUESTER.role],
      purposes: ['STATISTICS', REQUESTER.purpose],
      assurance: 2,
    })
      .setProtectedHeader({ alg: 'EdDSA', kid })
      .setIssuer(developmentIssuerUrl(REQUESTER.party))
      .setSubject(`analyst-${person}`)
      .setAudience(TOKEN_AUDIENCE)
      .setIssuedAt(now)
      .setExpirationTime(now + LIFETIME_SECONDS)
      .setJti(randomUUID())
      .sign(key);
  const tokens = await Promise.all(Array.from({ length: people }, (_, person) => tokenOf(person)));
  return tokens.map((token) => `Bearer ${token}`);
}
