import type { Language } from './languages';
import { type Requester, requestHeaders } from './requester';
import { TEXTS } from './texts';
import { readTokenClaims } from './token-claims';

/** The gateway's endpoint: always the origin that served the page. */
export const GRAPHQL_PATH = '/graphql';

/** An operation as the editor hands it over. */
export type Operation = { query: string; variables?: unknown; operationName?: string | null };

/** An answer of the gateway, or the page's own words in the same form when there is none. */
export type Answer = { data?: unknown; errors?: { message: string }[]; extensions?: unknown };

/** Who asks, what, in which language, and by which means (the browser's `fetch` outside of tests). */
export type Question = {
  operation: Operation;
  requester: Requester;
  language: Language;
  send?: typeof fetch;
};

/** Sends one operation to the gateway; never throws: every failure is an answer with a message. */
export async function sendQuery(question: Question): Promise<Answer> {
  const { operation, requester, language, send = fetch } = question;
  const texts = TEXTS[language];
  if (!requester.token) return failure(texts.tokenFirst);
  // Never sent without the proof that it needs: the page has no key to make one with.
  if (readTokenClaims(requester.token)?.bound) return failure(texts.tokenBound);
  const headers = sendableHeaders(requester, language);
  if (!headers) return failure(texts.unsendable);
  try {
    const body = JSON.stringify(operation);
    const response = await send(GRAPHQL_PATH, { method: 'POST', headers, body, cache: 'no-store' });
    return await readAnswer(response, texts.unreadable);
  } catch {
    return failure(texts.unreachable);
  }
}

async function readAnswer(response: Response, unreadable: string): Promise<Answer> {
  try {
    const answer: unknown = JSON.parse(await response.text());
    if (typeof answer === 'object' && answer !== null) return answer;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  return failure(`${unreadable} (HTTP ${response.status})`);
}

function sendableHeaders(requester: Requester, language: Language): Headers | null {
  try {
    return new Headers(requestHeaders(requester, language));
  } catch {
    // Headers take ISO 8859-1 only: a typographic dash in a case reference is enough to fail.
    return null;
  }
}

function failure(message: string): Answer {
  return { errors: [{ message }] };
}
