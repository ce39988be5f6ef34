import { requestError } from '@pasarela/schema/errors';
import { LANGUAGES, type Language } from '@pasarela/schema/localized-text';
import type { NumberedQuestion } from '@pasarela/schema/questions/question';
import { paddedNumber } from '@pasarela/schema/questions/question-files';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Received } from '../../request-state';
import { receivedHeaders } from '../read-request';

/** How an answer is wanted. */
export type AnswerFormat = 'csv' | 'json';

/** Which saved question is asked, and how the answer is wanted. */
export interface AskedFile {
  readonly id: string;
  readonly format: AnswerFormat;
}

/** Reads `07.csv`, `7.json`; undefined for whatever is no number with a format. */
export function readFileName(name: string): AskedFile | undefined {
  const [, number, format] = name.match(/^(\d{1,2})\.(csv|json)$/) ?? [];
  return number && format ? { id: paddedNumber(number), format: format as AnswerFormat } : undefined;
}

const parameters = z.strictObject({
  lang: z.enum(LANGUAGES).optional(),
  /** A byte order mark before a CSV, by which some spreadsheets know UTF-8. */
  bom: z.enum(['true', 'false']).optional(),
});

/** What stands behind the question mark. @throws BAD_QUESTION_ADDRESS */
export function readParameters(query: unknown): { readonly lang: Language | undefined; readonly bom: boolean } {
  const read = parameters.safeParse(query);
  if (!read.success) throw requestError('BAD_QUESTION_ADDRESS');
  return { lang: read.data.lang, bom: read.data.bom === 'true' };
}

/** The headers that count, in the language that the address names, if it names one. */
export function receivedOfGet(request: FastifyRequest) {
  const lang = z.object({ lang: z.enum(LANGUAGES) }).safeParse(request.query).data?.lang;
  const received = receivedHeaders(request.headers);
  return { ...received, language: lang ?? received.language };
}

/** A request that comes to nothing but who asks. */
export function receivedWithoutQuestion(request: FastifyRequest, receivedAt: Date): Received {
  const [path = ''] = request.url.split('?');
  return {
    ...receivedOfGet(request),
    receivedAt,
    endpoint: { method: 'GET', path },
    query: '',
    variables: {},
    operationName: undefined,
  };
}

/**
 * A saved question as if its query had come with the headers. The purpose is the header's, else the
 * question's own; the requester's token must grant either. The case that ENFORCEMENT serves is the header's alone.
 */
export function receivedQuestion(request: FastifyRequest, question: NumberedQuestion, receivedAt: Date): Received {
  const received = receivedWithoutQuestion(request, receivedAt);
  return {
    ...received,
    purposeText: received.purposeText ?? question.purpose,
    query: question.query,
    variables: question.variables,
  };
}
