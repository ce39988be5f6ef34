import { Owner, Sensitivity } from '@pasarela/serve/domain/labels';
import { withRecord } from '@pasarela/serve/domain/raw-record';
import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { HitOfDetails, IdentityDetails } from './identity-details';
import { type IdentityHitRow, identityHitModel } from './identity-hit.model';
import { settleBatches } from './settle-batches';

/** Gives out what both parties approved, for the purpose and the case of the check alone. */
@Resolver()
export class IdentityDetailsResolver {
  @Query(() => IdentityDetails, {
    nullable: true,
    description:
      "The second call: what the asked party gave of the person, once both parties approved, for the check's own purpose and case; ask only for the fields that the case needs. Null is the same as what does not exist.",
  })
  @Owner('JOINT')
  @Sensitivity('OPERATIONAL')
  async identityDetails(@Args() { hit }: HitOfDetails, @Ctx() context: ServeContext): Promise<IdentityDetails | null> {
    const { connection, requester, purpose, caseReference = '', now } = context;
    await settleBatches(connection, now);
    const row = await identityHitModel(connection)
      .findOne({ _id: hit, asking: requester.party, purpose, caseReference, declined: false })
      .lean<IdentityHitRow>();
    if (!row || row.expiresAt <= now.getTime() || row.since > now.getTime()) return null;
    return isApproved(row) ? detailsNode(row) : null;
  }
}

/** INVARIANT: details need both sides. */
export const isApproved = ({ askingSide, askedSide, declined }: IdentityHitRow): boolean =>
  askingSide !== null && askedSide !== null && !declined;

function detailsNode({ _id: hit, dataset, subject, asked, details }: IdentityHitRow): IdentityDetails | null {
  if (details === null) return null;
  const { documentType, issuingState, documentStatus, documentExpiresOn, nationality, sex, birthDate, lastRecordedOn } =
    details;
  const shown = {
    documentType,
    issuingState,
    documentStatus,
    documentExpiresOn,
    nationality,
    sex,
    birthDate,
    lastRecordedOn,
  };
  const made = Object.assign(new IdentityDetails(), { dataset, hit, subject, ...shown });
  return withRecord(made, { ...details, _id: subject, contributedBy: asked, hit });
}
