import { randomUUID } from 'node:crypto';
import { requestError } from '@pasarela/schema/errors';
import type { Purpose } from '@pasarela/schema/identity/purposes';
import { checkClientKey, checkSameInput, requestKeyOf } from '@pasarela/serve/domain/client-key';
import { isDuplicateKey } from '@pasarela/serve/domain/duplicate-key';
import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import { personOf } from '../drafts/draft-rules';
import { governanceOf } from '../governance-service';
import { type AccessRequestRow, accessRequestModel } from './access-request.model';
import { checkReason } from './check-reason';
import { unanswered } from './settled-requests';

/** What somebody asks for. */
export interface RequestAccessInput {
  readonly coordinate: string;
  readonly purpose: string;
  readonly level: string;
  readonly reason: string;
  readonly clientKey: string;
}

/** So many requests of one agency wait for an answer at most. */
export const MAX_OPEN_REQUESTS = 50;

/**
 * Puts a request to a field's owner, once for a client key.
 *
 * @throws UNKNOWN_COORDINATE also for what the requester's schema hides, GRANTED_ALREADY, BAD_INPUT,
 * PURPOSE_NOT_GRANTED, UNKNOWN_AGENCY, TOO_MANY_ACCESS_REQUESTS.
 */
export async function requestAccess(input: RequestAccessInput, context: ServeContext): Promise<AccessRequestRow> {
  checkReason(input.reason);
  checkClientKey(input.clientKey);
  const { office } = governanceOf(context);
  // In turn: two requests at once must not both be the last one that an agency may have open.
  return office.inTurn(async () => {
    const written = await writtenBefore(input, context);
    if (written) return written;
    const row = rowOf(input, context);
    await checkNumberOpen(context);
    return insertedOnce(row, input, context);
  });
}

const inputText = ({ coordinate, purpose, level, reason }: RequestAccessInput): string =>
  JSON.stringify([coordinate, purpose, level, reason]);

async function writtenBefore(input: RequestAccessInput, context: ServeContext): Promise<AccessRequestRow | null> {
  const requestKey = requestKeyOf(input.clientKey, context.requester);
  const written = await accessRequestModel(context.connection).findOne({ requestKey }).lean<AccessRequestRow>();
  checkSameInput(written, inputText(input));
  return written;
}

/** INVARIANT: nothing is told of a field before it is known that the requester's own schema has it. */
function rowOf(input: RequestAccessInput, context: ServeContext): AccessRequestRow {
  const { requester, now } = context;
  const { office, askable } = governanceOf(context);
  const ruleSet = office.ruleSet();
  const { coordinate, level } = input;
  const purpose = heldPurpose(input.purpose, context);
  const { owner = '' } = askable.require({ requester, coordinate, purpose, level, at: now.getTime() }, ruleSet);
  if (!ruleSet.parties[requester.party]?.agencies.includes(requester.agency)) throw requestError('UNKNOWN_AGENCY');
  return {
    _id: randomUUID(),
    owner,
    coordinate,
    purpose,
    level,
    reason: input.reason.trim(),
    by: personOf(context),
    // A dashboard asks for nothing, and gains nothing by who asks besides.
    roles: requester.roles.filter((role) => role !== 'DASHBOARD'),
    askedAt: now.toISOString(),
    answer: 'OPEN',
    answeredAt: null,
    answerReason: null,
    draft: null,
    requestKey: requestKeyOf(input.clientKey, requester),
    requestInput: inputText(input),
  };
}

function heldPurpose(stated: string, { requester: { purposes } }: ServeContext): Purpose {
  const purpose = purposes.find((one) => one === stated);
  if (!purpose) throw requestError('PURPOSE_NOT_GRANTED', { purposes: purposes.join(', ') });
  return purpose;
}

async function checkNumberOpen(context: ServeContext): Promise<void> {
  const { party, agency } = context.requester;
  const open = await unanswered({ 'by.party': party, 'by.agency': agency }, context);
  if (open.length >= MAX_OPEN_REQUESTS) throw requestError('TOO_MANY_ACCESS_REQUESTS', { max: MAX_OPEN_REQUESTS });
}

/** INVARIANT: the unique index decides between two writers of one key; the second gets what the first wrote. */
async function insertedOnce(
  row: AccessRequestRow,
  input: RequestAccessInput,
  context: ServeContext,
): Promise<AccessRequestRow> {
  try {
    await accessRequestModel(context.connection).create(row);
    return row;
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    return (await writtenBefore(input, context)) ?? row;
  }
}
