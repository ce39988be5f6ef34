import { requestError } from '@pasarela/schema/errors';
import type { NumberedQuestion } from '@pasarela/schema/questions/question';
import { paddedNumber } from '@pasarela/schema/questions/question-files';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Received } from '../../request-state';
import { receivedOfGet } from '../questions/asked-question';
import { readRequest } from '../read-request';

const savedQuestion = z.strictObject({ question: z.string().regex(/^\d{1,2}$/) });

/** A request at an address of exports, before it is known whose. */
export function receivedAtExports(request: FastifyRequest, receivedAt: Date): Received {
  const [path = ''] = request.url.split('?');
  const endpoint = { method: request.method, path };
  return { ...receivedOfGet(request), receivedAt, endpoint, query: '', variables: {}, operationName: undefined };
}

/** What is to be exported: a saved question, or a query of one's own. @throws BAD_EXPORT, UNKNOWN_SAVED_QUESTION */
export function askedExport(
  { body }: FastifyRequest,
  received: Received,
  questions: ReadonlyMap<string, NumberedQuestion>,
): { readonly received: Received; readonly question: NumberedQuestion | undefined } {
  const saved = savedQuestion.safeParse(body);
  if (!saved.success) return { received: withQuery(body, received), question: undefined };
  const number = paddedNumber(saved.data.question);
  const question = questions.get(number);
  if (!question) throw requestError('UNKNOWN_SAVED_QUESTION', { number });
  const { query, variables, purpose } = question;
  return { received: { ...received, query, variables, purposeText: received.purposeText ?? purpose }, question };
}

function withQuery(body: unknown, received: Received): Received {
  try {
    const { query, variables, operationName } = readRequest({}, body, received.receivedAt);
    return { ...received, query, variables, operationName };
  } catch {
    throw requestError('BAD_EXPORT');
  }
}
