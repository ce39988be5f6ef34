import type { HttpAnswer } from '../federation/open-federation';
import { withoutLot } from '../federation/without-lot';
import type { Pair } from './open-twins';
import type { GeneratedRequest } from './spoil-query';

/** All of an answer that somebody who asks can see, but for the moment, the number of the request and the lot of its receipt. */
export interface SeenAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** What two twins said to one request. */
export interface TwoAnswers {
  readonly plain: SeenAnswer;
  readonly changed: SeenAnswer;
  /** What the plain one said, as JSON. */
  readonly body: any;
}

/** Sends one request to both twins. @param token a bearer token that both believe, as they have the same keys. */
export async function askBoth(
  { plain, changed }: Pair,
  token: string,
  { query, variables, headers }: GeneratedRequest,
): Promise<TwoAnswers> {
  const init = {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query, variables }),
  };
  const [first, second] = await Promise.all([plain.send('/graphql', init), changed.send('/graphql', init)]);
  return { plain: seen(first), changed: seen(second), body: first.body };
}

function seen({ status, headers, text, body }: HttpAnswer): SeenAnswer {
  const { date: _, 'content-length': length, ...rest } = Object.fromEntries(headers);
  // The length is that of the text, which is compared itself.
  const others = { ...rest, 'content-length': String(Number(length) === Buffer.byteLength(text)) };
  const requestId = String((body?.extensions?.disclosure ?? body?.extensions)?.requestId);
  return { status, headers: others, text: withoutLot(text.replaceAll(requestId, 'REQUEST-ID')) };
}

/** Whether two answers differ in a byte. */
export const differ = ({ plain, changed }: TwoAnswers): boolean => JSON.stringify(plain) !== JSON.stringify(changed);

/** Fields that bring what is not published. */
const UNPUBLISHED =
  /^(edges|(usa|colombia|panama)(SmugglingCase|SmugglingCaseFigures|CasePersonFigures|Cases)|permitStageCounts|permitHolderCounts|controlPosts|integrationIndicatorCounts|returnRecrossings|stationSpecificNeeds|regionProtectedNeeds|referralCompletion|stationServices|syntheticAssistanceByMonth)(_\d+)?$/;

/** Whether an answer holds a row or figure that is not published. */
export const showsUnpublished = (value: unknown): boolean =>
  value !== null &&
  typeof value === 'object' &&
  Object.entries(value).some(
    ([key, inner]) => (UNPUBLISHED.test(key) && isSomething(inner)) || showsUnpublished(inner),
  );

const isSomething = (value: unknown): boolean => (Array.isArray(value) ? value.length > 0 : value !== null);
