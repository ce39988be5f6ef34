import { type ClientKey, readClientKey } from '@pasarela/schema/identity/possession/client-key';
import type { Credentials } from '@pasarela/schema/identity/possession/credentials';
import type { Question } from '@pasarela/schema/questions/question';
import type { Arguments } from './arguments';
import type { AskTools } from './ask-tools';
import { Fault } from './fault';
import { readText } from './read-question';
import type { Request } from './send-question';

/** How somebody asks. */
export type AskingFlags = Pick<
  Arguments,
  'as' | 'token' | 'tokenFile' | 'keyFile' | 'purpose' | 'case' | 'variables' | 'dryRun' | 'url'
>;

type AskingTools = Pick<AskTools, 'gateway' | 'credentialsFor' | 'language'>;

/** What is sent for a question: its own variables, purpose and asker, unless the user names others. */
export async function requestOf(question: Question, flags: AskingFlags, tools: AskingTools): Promise<Request> {
  return {
    ...(flags.url ? { url: flags.url } : tools.gateway()),
    credentials: await credentialsOf(question, flags, tools),
    query: question.query,
    variables: { ...question.variables, ...flags.variables },
    language: tools.language,
    purpose: flags.purpose ?? question.purpose,
    caseReference: flags.case ?? question.caseReference,
    dryRun: flags.dryRun,
  };
}

async function credentialsOf(question: Question, flags: AskingFlags, tools: AskingTools): Promise<Credentials> {
  const token = flags.tokenFile ? readText(flags.tokenFile).trim() : flags.token;
  if (token) return { token, key: flags.keyFile ? await keyIn(flags.keyFile) : undefined };
  const persona = flags.as ?? question.askedBy;
  if (!persona) throw new Fault('nobodyAsks');
  return tools.credentialsFor(persona);
}

async function keyIn(file: string): Promise<ClientKey> {
  return readClientKey(file).catch(() => {
    throw new Fault('badKey', { name: file });
  });
}
