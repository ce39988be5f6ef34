import { requestError } from '@pasarela/schema/errors';
import { CLIENT_KEY_DESCRIPTION } from '@pasarela/serve/domain/client-key';
import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import { Field, ID, InputType, Int } from 'type-graphql';
import { ReferralOutcome } from './referral';
import { type ReferralDocument, referralModel } from './referral.model';
import { freezeReleased, rollUpReferrals } from './roll-up-referrals';
import { contribute } from './versioned-record';

/** What became of a referral. */
@InputType({ description: 'What became of a referral. It says nothing of the person.' })
export class ReportReferralOutcomeInput {
  @Field(() => ID, { description: 'The referral, by the id under which it was read.' })
  referral!: string;

  @Field(() => ReferralOutcome, { description: 'What became of it; not PENDING.' })
  outcome!: ReferralOutcome;

  @Field(() => Int, { description: 'The version that was read: another one means that it changed since.' })
  expectedVersion!: number;

  @Field(() => String, { description: CLIENT_KEY_DESCRIPTION })
  clientKey!: string;
}

/**
 * Keeps the outcome of a referral and counts its cell anew. Throws BAD_INPUT for what is no referral of the
 * requester's party, VERSION_CONFLICT when it changed since it was read.
 */
export async function reportReferralOutcome(
  { referral, outcome, expectedVersion, clientKey }: ReportReferralOutcomeInput,
  context: ServeContext,
): Promise<ReferralDocument> {
  if (outcome === ReferralOutcome.PENDING || expectedVersion < 1)
    throw requestError('BAD_INPUT', { what: 'outcome is not PENDING, and expectedVersion is 1 or more' });
  const own = await ownReferral(referral, context);
  const id = own._id;
  const requestInput = JSON.stringify([id, outcome, expectedVersion]);
  await freezeReleased(context.connection, own, context.now);
  const written = await contribute(
    { model: referralModel(context.connection), id, expectedVersion, clientKey, requestInput, values: { outcome } },
    context,
  );
  // A retry counts again, so that a write cut off before its count was made is made good.
  await rollUpReferrals(context.connection, written);
  return written;
}

/** INVARIANT: another party's referral is answered like one that does not exist. */
async function ownReferral(opaque: string, { ids, connection, requester }: ServeContext): Promise<ReferralDocument> {
  const _id = ids.open('Referral', opaque);
  const own = _id && (await referralModel(connection).findOne({ _id, contributedBy: requester.party }).lean());
  if (!own) throw requestError('BAD_INPUT', { what: 'referral is one that your party contributed' });
  return own as ReferralDocument;
}
