import type { Language } from '@pasarela/schema/localized-text';
import { type Answer, answerSchema } from './answer';
import { Fault } from './fault';

const PATIENCE_SECONDS = 60;

/** What is sent, by whom and for what. */
export interface Request {
  readonly url: string;
  readonly token: string;
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
  const headers = headersOf(request);
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

function headersOf({ token, language, purpose, caseReference, dryRun }: Request): Headers {
  try {
    return new Headers({
      authorization: `Bearer ${token}`,
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
