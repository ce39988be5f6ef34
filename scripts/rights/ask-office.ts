import { readFileSync } from 'node:fs';
import { readConfig } from '@pasarela/gateway/config';
import { localGateway } from '@pasarela/gateway/public-address';
import type { Credentials } from '@pasarela/schema/identity/possession/credentials';
import type { Language } from '@pasarela/schema/localized-text';
import type { Answer } from '@pasarela/schema/questions/answer';
import { Fault } from '../ask/fault';
import { sendQuestion } from '../ask/send-question';
import { credentialsFor } from '../development/token';
import type { RightsFlags } from './rights-flags';

/** Asks the gateway, for DATA_SUBJECT_RIGHTS unless another purpose is stated. @throws what it refuses, in its words */
export async function askOffice(
  { query, variables = {} }: { readonly query: string; readonly variables?: Readonly<Record<string, unknown>> },
  flags: RightsFlags,
  language: Language,
): Promise<Answer> {
  const where = flags.url ? { url: flags.url } : localGateway(readConfig());
  const request = { ...where, credentials: await credentialsOf(flags), query, variables, language };
  const { answer } = await sendQuestion({ ...request, purpose: flags.purpose ?? 'DATA_SUBJECT_RIGHTS' }).catch(
    (error: unknown) => {
      throw error instanceof Fault ? new Error(error.line(language)) : error;
    },
  );
  if (answer.problems[0]) throw new Error(answer.problems[0].message);
  return answer;
}

async function credentialsOf({ as, tokenFile }: RightsFlags): Promise<Credentials> {
  if (tokenFile) return { token: readFileSync(tokenFile, 'utf8').trim(), key: undefined };
  if (!as) throw new Error('--as needs somebody, for instance dpo.pan; or give --token-file');
  return credentialsFor(as, readConfig());
}
