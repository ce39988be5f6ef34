import type { Notice } from '@pasarela/schema/access/notice';
import { ERRORS, errorMessage, RequestError } from '@pasarela/schema/errors';
import { PROOF_CHALLENGE } from '@pasarela/schema/identity/possession/proof-format';
import type { Answered, Authenticated, Authorized, Planned, Problem, Received, Recorded } from '../request-state';
import { bodyOf } from './answer-body';
import { extensionsOf, extensionsText, extensionsWithReceipt } from './extensions';

/** The answer: data, notices, under which purpose and rules it was given, and the receipt of its evidence. */
export function respond(recorded: Recorded): Answered {
  const { dataBytes, problems } = recorded;
  const errors = [...problems.map((problem) => problemError(problem, recorded)), ...noticeErrors(recorded)];
  const body = bodyOf(errors, dataBytes, extensionsWithReceipt(recorded));
  return { status: 200, body, bytes: bytesOf(errors, dataBytes, extensionsText(recorded)) };
}

/** The body as JSON: its data, by far the most of it, is written once. */
function bytesOf(errors: readonly object[], dataBytes: Buffer, extensions: string): Buffer {
  const before = errors.length > 0 ? `"errors":${JSON.stringify(errors)},` : '';
  return Buffer.concat([Buffer.from(`{${before}"data":`), dataBytes, Buffer.from(`,"extensions":${extensions}}`)]);
}

/** The answer to a dry run: what would be withheld, what it would cost, who would be asked. Nothing was fetched. */
export function respondDryRun(planned: Planned): Answered {
  const dryRun = { cost: planned.cost, subgraphs: planned.subgraphs, coordinates: shownCoordinates(planned) };
  return { status: 200, body: { data: null, extensions: { ...extensionsOf(planned), dryRun } } };
}

/** The answer to a request that was refused or failed. INVARIANT: no data, and a text of the catalogue only. */
export function respondRefusal(received: Pick<Received, 'requestId' | 'language'>, error: unknown): Answered {
  const { code, details } =
    error instanceof RequestError ? error : { code: 'INTERNAL' as const, details: { requestId: received.requestId } };
  const message = errorMessage(code, received.language, details);
  const { status } = ERRORS[code];
  return {
    status,
    ...(status === 401 && { challenge: code === 'PROOF_NEEDED' ? PROOF_CHALLENGE : `Bearer, ${PROOF_CHALLENGE}` }),
    body: { errors: [{ message, extensions: { code, ...details } }], extensions: { requestId: received.requestId } },
  };
}

function shownCoordinates({ decided }: Authorized): string[] {
  return [
    ...new Set(decided.fields.filter(({ decision }) => !decision.withheld).map(({ decision }) => decision.coordinate)),
  ].sort();
}

function problemError({ code, details, path, paths }: Problem, { language }: Authenticated) {
  const extensions = { code, ...details, ...(paths && { paths }) };
  return { message: errorMessage(code, language, details), ...(path && { path }), extensions };
}

function noticeErrors({ notices, noticesAsErrors }: Authorized) {
  return noticesAsErrors ? notices.map(noticeError) : [];
}

function noticeError({ reason, path, ...notice }: Notice) {
  return { message: reason, extensions: { ...notice, path } };
}
