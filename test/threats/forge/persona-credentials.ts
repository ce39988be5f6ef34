import { thumbprintOf } from '@pasarela/schema/identity/possession/client-key';
import type { Credentials } from '@pasarela/schema/identity/possession/credentials';
import { PERSONAS } from '@pasarela/scripts/development/personas';
import { credentialsFor } from '@pasarela/scripts/development/token';
import type { Stage } from '../attack';
import { signedToken } from './token';

/** A persona's token of the stage's own time, bound to the persona's key where it has to be. */
export async function personaCredentials(stage: Stage, name: string): Promise<Credentials> {
  const persona = PERSONAS.get(name);
  if (!persona) throw new Error(`there is no persona ${name}`);
  const { party, ...claims } = persona;
  const { key } = await credentialsFor(name, stage);
  const cnf = key && { jkt: await thumbprintOf(key.publicKey) };
  return { token: signedToken(stage, party, { claims: { ...claims, cnf, sub: name } }), key };
}
