import { isCountryCode } from '@pasarela/schema/codes/countries';
import { requestError } from '@pasarela/schema/errors';
import { checkClientKey, requestKeyOf } from '@pasarela/serve/domain/client-key';
import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import type { UpdateQuery } from 'mongoose';
import type { ApproveHitInput, DeclineHitInput, GivenDetailsInput } from './answer-hit-input';
import type { GivenDetails } from './given-details';
import { HitSide } from './identity-hit';
import { type IdentityHitRow, identityHitModel } from './identity-hit.model';
import { mayBeFound } from './may-be-found';
import { officerOf } from './officer-of';
import { settleBatches } from './settle-batches';
import { sideOf, versionFor } from './show-hit';

/**
 * Approves a hit for the requester's party, once for a client's key.
 * @throws UNKNOWN_HIT, OWN_PROBE, BAD_INPUT, NOT_TO_BE_FOUND, VERSION_CONFLICT.
 */
export async function approveHit(input: ApproveHitInput, context: ServeContext): Promise<IdentityHitRow> {
  checkClientKey(input.clientKey);
  const { row, side } = await ownHit(input.hit, context);
  const officer = officerOf(context.requester);
  if (side === HitSide.ASKING && officer === row.officer) throw requestError('OWN_PROBE');
  const details = detailsFor(side, input);
  // Approved without details that can be had would tell the asking party that the person is one whom it may not find.
  if (details && !mayBeFound(details, row.asking)) throw requestError('NOT_TO_BE_FOUND');
  const clientKey = requestKeyOf(input.clientKey, context.requester);
  const place = side === HitSide.ASKING ? 'askingSide' : 'askedSide';
  if (row[place]?.clientKey === clientKey) return row;
  if (versionFor(row, side) !== input.expectedVersion) throw requestError('VERSION_CONFLICT');
  const change = { [place]: { approvedBy: officer, clientKey }, ...(details && { details }) };
  // INVARIANT: of two who approve at once for one party the first is kept; the asking one goes on as if nobody declined.
  const { modifiedCount } = await identityHitModel(context.connection).updateOne(
    { _id: row._id, [place]: null, ...(side === HitSide.ASKED && { declined: false }) },
    { $set: change } as UpdateQuery<IdentityHitRow>,
  );
  if (modifiedCount === 0) throw requestError('VERSION_CONFLICT');
  return (await ownHit(input.hit, context)).row;
}

/**
 * Declines a hit. What the asked party gave goes at once; to the asking party the hit goes on waiting.
 * Null where it is gone from the party's inbox.
 * @throws UNKNOWN_HIT.
 */
export async function declineHit({ hit }: DeclineHitInput, context: ServeContext): Promise<IdentityHitRow | null> {
  const { row, side } = await ownHit(hit, context);
  const model = identityHitModel(context.connection);
  if (side === HitSide.ASKED) {
    await model.updateOne({ _id: row._id }, { $set: { declined: true, details: null, askedSide: null } });
    return null;
  }
  await model.updateOne({ _id: row._id }, { $set: { askingSide: null } });
  return { ...row, askingSide: null };
}

interface OwnHit {
  readonly row: IdentityHitRow;
  readonly side: HitSide;
}

/** INVARIANT: another party's hit, one that is not ready, expired or declined, and none at all are answered alike. */
async function ownHit(hit: string, { connection, requester, now }: ServeContext): Promise<OwnHit> {
  await settleBatches(connection, now);
  const row = await identityHitModel(connection)
    .findOne({ _id: hit, since: { $lte: now.getTime() }, expiresAt: { $gt: now.getTime() } })
    .lean<IdentityHitRow>();
  const side = row ? sideOf(row, requester.party) : undefined;
  if (!row || !side || (side === HitSide.ASKED && row.declined)) throw requestError('UNKNOWN_HIT');
  return { row, side };
}

function detailsFor(side: HitSide, { details }: ApproveHitInput): GivenDetails | undefined {
  if (side === HitSide.ASKING) {
    if (details) throw requestError('BAD_INPUT', { what: 'the asked party alone gives details' });
    return undefined;
  }
  if (!details) throw requestError('BAD_INPUT', { what: 'the asked party approves with details' });
  const failed = CHECKS.find(([, holds]) => !holds(details));
  if (failed) throw requestError('BAD_INPUT', { what: failed[0] });
  const { documentExpiresOn, sex, birthDate, lastRecordedOn } = details;
  return {
    ...details,
    documentExpiresOn: documentExpiresOn ?? null,
    sex: sex ?? null,
    birthDate: birthDate ?? null,
    lastRecordedOn: lastRecordedOn ?? null,
  };
}

const CHECKS: ReadonlyArray<readonly [what: string, holds: (details: GivenDetailsInput) => boolean]> = [
  ['documentType has 1 or 2 letters', ({ documentType }) => /^[A-Z]{1,2}$/.test(documentType)],
  [
    'countries are ISO 3166-1 alpha-3',
    ({ issuingState, nationality, habitualResidence, claimedNationalities }) =>
      [issuingState, nationality, habitualResidence, ...claimedNationalities].every(isCountryCode),
  ],
  ['at most ten nationalities are claimed', ({ claimedNationalities }) => claimedNationalities.length <= 10],
];
