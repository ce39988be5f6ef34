import { type Credentials, credentialHeaders } from '@pasarela/schema/identity/possession/credentials';
import type { Language } from '@pasarela/schema/localized-text';
import { type Answer, answerSchema } from '@pasarela/schema/questions/answer';
import { Fault } from './fault';

const PATIENCE_SECONDS = 60;

/** What is sent, by whom and for what. */
export interface Request {
  readonly url: string;
  /** The address that a proof names, where the gateway is known by another than `url`. */
  readonly address?: string | undefined;
  readonly credentials: Credentials;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly language: Language;
  readonly purpose?: string | undefined;
  readonly caseReference?: string | undefined;
  readonly dryRun?: boolean | undefined;
  /** How long to wait. */
  readonly patienceSeconds?: number;
}

/** An answer as it came, and as it is read. */
export interface SentAnswer {
  readonly raw: unknown;
  readonly answer: Answer;
}

/** Asks the gateway. A refusal is an answer too; a gateway that is not there is a Fault. */
export async function sendQuestion(request: Request): Promise<SentAnswer> {
  const response = await post(request);
  const raw: unknown = await response.json().catch(() => undefined);
  const answer = answerSchema.safeParse(raw);
  const isAnswer =
    answer.success && (answer.data.data !== null || answer.data.dryRun || answer.data.problems.length > 0);
  if (!isAnswer) throw new Fault('notGateway', { url: request.url, status: response.status });
  return { raw, answer: answer.data };
}

async function post(request: Request): Promise<Response> {
  const { url, query, variables, patienceSeconds = PATIENCE_SECONDS } = request;
  const headers = await headersOf(request);
  try {
    const body = JSON.stringify({ query, variables });
    // A redirect would carry the token to somebody else.
    return await fetch(url, {
      method: 'POST',
      headers,
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(patienceSeconds * 1000),
    });
  } catch (error) {
    const late = (error as Error).name === 'TimeoutError';
    throw late ? new Fault('timeout', { url, seconds: patienceSeconds }) : new Fault('notRunning', { url });
  }
}

async function headersOf(request: Request): Promise<Headers> {
  const { url, address = url, credentials, language, purpose, caseReference, dryRun } = request;
  const presented = await credentialHeaders(credentials, { method: 'POST', address }, () => new Date());
  try {
    return new Headers({
      ...presented,
      'content-type': 'application/json',
      'accept-language': language,
      ...(purpose && { 'x-purpose': purpose }),
      ...(caseReference && { 'x-case-reference': caseReference }),
      ...(dryRun && { 'x-dry-run': 'true' }),
    });
  } catch {
    throw new Fault('unsendable');
  }
}
