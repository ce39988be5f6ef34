import { requestError } from '@pasarela/schema/errors';
import type { NumberedQuestion } from '@pasarela/schema/questions/question';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Answered, Received } from '../../request-state';
import { sendAnswer } from '../send-answer';
import {
  readFileName,
  readParameters,
  receivedOfGet,
  receivedQuestion,
  receivedWithoutQuestion,
} from './asked-question';
import { listedQuestion } from './listed-question';
import { csvFile, jsonBytes } from './write-answer';

/** What the saved questions are served with. */
export interface QuestionRouteOptions {
  readonly questions: ReadonlyMap<string, NumberedQuestion>;
  readonly now: () => Date;
  /** THE path of a request. */
  readonly answer: (received: Received) => Promise<Answered>;
  /** Demands somebody whose token counts, for what is no data of anybody. */
  readonly requireRequester: (received: Received) => Promise<unknown>;
  readonly refuse: (received: Pick<Received, 'requestId' | 'language'>, error: unknown) => Answered;
}

interface FileRequest {
  readonly Params: { readonly file: string };
}

/**
 * `GET /questions`: the saved questions, for whoever has a token. `GET /questions/07.csv?lang=es&bom=true` and
 * `/questions/07.json`: the answer to one of them.
 *
 * INVARIANT: a question is asked on the path of every request, by the requester's own token: it is only written
 * in another form. No method but GET asks, so that nothing is disclosed into a reply that has no body.
 */
export function addQuestionRoutes(server: FastifyInstance, options: QuestionRouteOptions): void {
  const orRefuse =
    (handle: (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>) =>
    async (request: FastifyRequest, reply: FastifyReply) => {
      try {
        return await handle(request, reply);
      } catch (error) {
        return sendAnswer(reply, options.refuse(receivedOfGet(request), error));
      }
    };
  const route = { exposeHeadRoute: false };
  server.get(
    '/questions',
    route,
    orRefuse((request, reply) => list(request, reply, options)),
  );
  server.get<FileRequest>(
    '/questions/:file',
    route,
    orRefuse((request, reply) => answerFile(request, reply, options)),
  );
}

async function list(request: FastifyRequest, reply: FastifyReply, options: QuestionRouteOptions) {
  readParameters(request.query);
  const received = receivedWithoutQuestion(request, options.now());
  await options.requireRequester(received);
  const questions = [...options.questions.values()].map((question) => listedQuestion(question, received.language));
  return sendAnswer(reply, { status: 200, body: { questions } });
}

async function answerFile(request: FastifyRequest, reply: FastifyReply, options: QuestionRouteOptions) {
  const { file } = request.params as FileRequest['Params'];
  const asked = readFileName(file);
  if (!asked) throw requestError('BAD_QUESTION_ADDRESS');
  const { bom } = readParameters(request.query);
  const question = options.questions.get(asked.id);
  if (!question) return refuseUnknown(request, asked.id, options);
  const received = receivedQuestion(request, question, options.now());
  const answered = await options.answer(received);
  const { language } = received;
  if (answered.status !== 200) return sendAnswer(reply, answered);
  if (asked.format === 'json')
    return sendAnswer(reply, { ...answered, bytes: jsonBytes({ question, answered, language }) });
  const { text, receipt } = csvFile({ question, answered, language }, bom);
  if (receipt) reply.header('x-receipt', receipt);
  return reply
    .header('content-disposition', `attachment; filename="${question.id}.csv"`)
    .header('content-language', language)
    .type('text/csv; charset=utf-8; header=present')
    .send(text);
}

/** Only whoever has a token is told which questions there are. */
async function refuseUnknown(request: FastifyRequest, number: string, options: QuestionRouteOptions): Promise<never> {
  await options.requireRequester(receivedWithoutQuestion(request, options.now()));
  throw requestError('UNKNOWN_SAVED_QUESTION', { number });
}
