import { requestError } from '@pasarela/schema/errors';
import { checkClientKey, checkSameInput, requestKeyOf } from '@pasarela/serve/domain/client-key';
import { isDuplicateKey } from '@pasarela/serve/domain/duplicate-key';
import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import type { QueryFilter } from 'mongoose';
import { type ConsentRequestRow, consentRequestModel } from './consent-request.model';
import { type ConsentRow, type ConsentScope, type PermitRow, permitModel } from './permit.model';

/** A change of one person's consent. */
export interface ConsentChange {
  /** The permit, as its id was given to the requester. */
  readonly permit: string;
  readonly expectedVersion: number;
  readonly clientKey: string;
  /** What is consented to; null revokes. */
  readonly given: ConsentScope | null;
}

/**
 * Changes a consent in one write, once for a client key, and gives the permit back. Throws UNKNOWN_PERMIT,
 * STALE_VERSION with the version that stands, BAD_INPUT for another input under a used key or nothing to revoke.
 */
export async function changeConsent(change: ConsentChange, context: ServeContext): Promise<PermitRow> {
  checkClientKey(change.clientKey);
  const row = await permitOf(change, context);
  const requestKey = requestKeyOf(change.clientKey, context.requester);
  if (isDone(row, requestKey)) return checkedRetry(row, change, context);
  requireVersion(row, change);
  await claimKey({ _id: requestKey, permit: row._id, requestInput: inputText(change) }, context);
  await write(row, nextConsent(row.holder.consent, change, context), context);
  const written = await permitOf(change, context);
  // Of two who read the same version, one writes; a retry of this very change may have been the one.
  if (!isDone(written, requestKey)) throw stale(written);
  return written;
}

/** INVARIANT: a permit that does not exist for the requester, or of whom who applied was erased, is none. */
async function permitOf({ permit }: ConsentChange, context: ServeContext): Promise<PermitRow> {
  const id = context.requester.party === 'COL' ? context.ids.open('Permit', permit) : null;
  const row = id === null ? null : await permitModel(context.connection).findById(id).lean<PermitRow>();
  if (!row?.holder || !context.exists('Permit', row)) throw requestError('UNKNOWN_PERMIT');
  return row;
}

const isDone = ({ holder }: PermitRow, key: string): boolean =>
  (holder.consent?.history ?? []).some(({ requestKey }) => requestKey === key);

const inputText = ({ expectedVersion, given }: ConsentChange): string => JSON.stringify([expectedVersion, given]);

async function checkedRetry(row: PermitRow, change: ConsentChange, context: ServeContext): Promise<PermitRow> {
  const requestKey = requestKeyOf(change.clientKey, context.requester);
  await claimKey({ _id: requestKey, permit: row._id, requestInput: inputText(change) }, context);
  return row;
}

/** INVARIANT: a key belongs to the first change that was asked for under it, of this permit or another. */
async function claimKey(request: ConsentRequestRow, { connection }: ServeContext): Promise<void> {
  const requests = consentRequestModel(connection);
  try {
    await requests.create(request);
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    const known = await requests.findById(request._id).lean<ConsentRequestRow>();
    const told = (row: ConsentRequestRow | null) => row && `${row.permit} ${row.requestInput}`;
    checkSameInput({ requestInput: told(known) }, told(request) as string);
  }
}

const versionOf = ({ holder }: PermitRow): number => holder.consent?.version ?? 0;
const stale = (row: PermitRow) => requestError('STALE_VERSION', { version: versionOf(row) });

function requireVersion(row: PermitRow, { expectedVersion, given }: ConsentChange): void {
  if (versionOf(row) !== expectedVersion) throw stale(row);
  const { consent } = row.holder;
  if (given === null && (consent === null || consent.revokedOn !== null))
    throw requestError('BAD_INPUT', { what: 'there is no consent to revoke' });
}

const NOTHING = { fields: [], purposes: [], recipients: [] };

function nextConsent(
  held: ConsentRow | null,
  { given, expectedVersion, clientKey }: ConsentChange,
  { requester, now }: ServeContext,
): ConsentRow {
  const version = expectedVersion + 1;
  const scope = given ?? { ...(held as ConsentRow), ...NOTHING };
  const change = {
    version,
    given,
    at: now.toISOString(),
    byAgency: requester.agency,
    author: requester.id,
    requestKey: requestKeyOf(clientKey, requester),
  };
  return {
    fields: scope.fields,
    purposes: scope.purposes,
    recipients: scope.recipients,
    givenOn: scope.givenOn,
    until: scope.until,
    version,
    revokedOn: given ? null : change.at.slice(0, 10),
    history: [...(held?.history ?? []), change],
  };
}

/** INVARIANT: one write of one document, and only onto the version that was read: it is revoked at once or not at all. */
async function write({ _id, holder }: PermitRow, next: ConsentRow, { connection }: ServeContext): Promise<void> {
  const held =
    holder.consent === null ? { 'holder.consent': null } : { 'holder.consent.version': holder.consent.version };
  const asRead = { _id, 'holder.fullName': holder.fullName, ...held } as QueryFilter<PermitRow>;
  await permitModel(connection).updateOne(asRead, { $set: { 'holder.consent': next } });
}
