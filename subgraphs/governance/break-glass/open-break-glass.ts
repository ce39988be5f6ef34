import { randomUUID } from 'node:crypto';
import { requestError } from '@pasarela/schema/errors';
import { CASE_REFERENCE } from '@pasarela/schema/identity/purposes';
import { MAX_OPENINGS } from '@pasarela/schema/rule-bundles/read-openings';
import { checkClientKey, checkSameInput, requestKeyOf } from '@pasarela/serve/domain/client-key';
import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import { checkReason } from '../access-requests/check-reason';
import { isSamePerson } from '../drafts/approvals';
import { personOf } from '../drafts/draft-rules';
import { officeOf } from '../governance-service';
import { type BreakGlassRow, breakGlassModel } from './break-glass-opening.model';
import { distributedOpenings } from './distributed-openings';
import { openableAgreement } from './may-open';
import { BreakGlassState, stateOfOpening } from './opening-state';
import { putInForce } from './put-in-force';

/** What somebody opens, for which case, and why. */
export interface OpenBreakGlassInput {
  /** `OWNER:ID`. */
  readonly agreement: string;
  readonly caseReference: string;
  readonly reason: string;
  readonly clientKey: string;
}

const HOUR = 3_600_000;
/** An opening that waits longer than this for its review keeps its person from the next one. */
export const REVIEW_WITHIN_MS = 7 * 24 * HOUR;

/**
 * Opens an agreement's break-glass grants for who asks and the stated purpose, at once, once for a client key.
 *
 * @throws NO_BREAK_GLASS, BREAK_GLASS_UNREVIEWED, BREAK_GLASS_OPEN, TOO_MANY_OPENINGS, BAD_INPUT.
 */
export async function openBreakGlass(input: OpenBreakGlassInput, context: ServeContext): Promise<BreakGlassRow> {
  checkReason(input.reason);
  checkClientKey(input.clientKey);
  if (!CASE_REFERENCE.test(input.caseReference))
    throw requestError('BAD_INPUT', { what: 'caseReference has 3 to 64 letters, digits and _ . / -' });
  return putInForce(async () => {
    const written = await writtenBefore(input, context);
    if (written) return written;
    const row = rowOf(input, context);
    await checkOthers(row, context);
    await breakGlassModel(context.connection).create(row);
    return row;
  }, context);
}

const inputText = ({ agreement, caseReference, reason }: OpenBreakGlassInput, { purpose }: ServeContext): string =>
  JSON.stringify([agreement, caseReference, reason, purpose]);

async function writtenBefore(input: OpenBreakGlassInput, context: ServeContext): Promise<BreakGlassRow | null> {
  const requestKey = requestKeyOf(input.clientKey, context.requester);
  const written = await breakGlassModel(context.connection).findOne({ requestKey }).lean<BreakGlassRow>();
  checkSameInput(written, inputText(input, context));
  return written;
}

function rowOf(input: OpenBreakGlassInput, context: ServeContext): BreakGlassRow {
  const { purpose, now, requester } = context;
  const { agreement, hours } = openableAgreement(input.agreement, context, officeOf(context).ruleSet());
  return {
    _id: randomUUID(),
    owner: agreement.owner,
    agreement: agreement.id,
    by: personOf(context),
    purpose,
    caseReference: input.caseReference,
    reason: input.reason.trim(),
    openedAt: now.toISOString(),
    until: new Date(now.getTime() + hours * HOUR).toISOString(),
    endedAt: null,
    review: null,
    requestKey: requestKeyOf(input.clientKey, requester),
    requestInput: inputText(input, context),
  };
}

/** What else the person opened of the agreement: none too long without review, none that is still open. */
async function checkOthers({ owner, agreement, by, purpose }: BreakGlassRow, context: ServeContext): Promise<void> {
  const { connection, now } = context;
  const rows = await breakGlassModel(connection).find({ owner, agreement, review: null }).lean<BreakGlassRow[]>();
  const own = rows.filter((row) => isSamePerson(row.by, by));
  if (own.some(({ openedAt }) => now.getTime() - Date.parse(openedAt) > REVIEW_WITHIN_MS))
    throw requestError('BREAK_GLASS_UNREVIEWED', { owner });
  // An opening holds for the agency that it was made for: for another one of the same person nothing is open.
  const open = own.find(
    (row) =>
      row.purpose === purpose && row.by.agency === by.agency && stateOfOpening(row, now) === BreakGlassState.OPEN,
  );
  if (open) throw requestError('BREAK_GLASS_OPEN', { until: open.until });
  const inForce = await distributedOpenings(connection, now);
  if (inForce.length >= MAX_OPENINGS) throw requestError('TOO_MANY_OPENINGS', { max: MAX_OPENINGS });
}
