import { readFileSync } from 'node:fs';
import { readConfig } from '@pasarela/gateway/config';
import { localGateway } from '@pasarela/gateway/public-address';
import type { Credentials } from '@pasarela/schema/identity/possession/credentials';
import type { Language } from '@pasarela/schema/localized-text';
import { Fault } from '../ask/fault';
import { sendQuestion } from '../ask/send-question';
import { credentialsFor } from '../development/token';
import type { IdentityFlags } from './identity-flags';

/** What a command asks. */
export interface IdentityQuestion {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

/** Asks the gateway, for MIGRATION_MANAGEMENT and the case given. @throws what it refuses, in its words. */
export async function askExchange(
  { query, variables = {} }: IdentityQuestion,
  flags: IdentityFlags,
  language: Language,
): Promise<Readonly<Record<string, unknown>>> {
  const where = flags.url ? { url: flags.url } : localGateway(readConfig());
  const caseReference = flags.case && { caseReference: flags.case };
  const request = { ...where, ...caseReference, credentials: await credentialsOf(flags), query, variables, language };
  const { answer } = await sendQuestion({ ...request, purpose: 'MIGRATION_MANAGEMENT' }).catch((error: unknown) => {
    throw error instanceof Fault ? new Error(error.line(language)) : error;
  });
  if (answer.problems[0]) throw new Error(answer.problems[0].message);
  return (answer.data ?? {}) as Readonly<Record<string, unknown>>;
}

async function credentialsOf({ as, tokenFile }: IdentityFlags): Promise<Credentials> {
  if (tokenFile) return { token: readFileSync(tokenFile, 'utf8').trim(), key: undefined };
  if (!as) throw new Error('--as needs somebody, for instance border.usa; or give --token-file');
  return credentialsFor(as, readConfig());
}
