import { Owner, Sensitivity } from '@pasarela/serve/domain/labels';
import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { approveHit, declineHit } from './answer-hit';
import { ApproveHitInput, DeclineHitInput } from './answer-hit-input';
import { IdentityHit } from './identity-hit';
import { type IdentityHitRow, identityHitModel } from './identity-hit.model';
import { settleBatches } from './settle-batches';
import { hitNode, sideOf } from './show-hit';

const MOST_SHOWN = 100;

/** What waits for the approval of a party, and its answers. */
@Resolver()
export class IdentityInboxResolver {
  @Query(() => [IdentityHit], {
    nullable: true,
    description: `Hits of your party's checks, and of others' checks among the people whom your party enrolled: what ends soonest first, ${MOST_SHOWN} at most.`,
  })
  @Owner('JOINT')
  @Sensitivity('OPERATIONAL')
  async identityInbox(@Ctx() context: ServeContext): Promise<IdentityHit[]> {
    const { connection, requester, now } = context;
    await settleBatches(connection, now);
    const { party } = requester;
    const rows = await identityHitModel(connection)
      .find({
        since: { $lte: now.getTime() },
        expiresAt: { $gt: now.getTime() },
        $or: [{ asking: party }, { asked: party, declined: false }],
      })
      .sort({ expiresAt: 1, _id: 1 })
      .limit(MOST_SHOWN)
      .lean<IdentityHitRow[]>();
    return rows.flatMap((row) => nodeFor(row, party)).filter((made) => made !== null);
  }

  @Mutation(() => IdentityHit, {
    nullable: true,
    description:
      "Approves a hit for one's own party; the asked party gives the details with it. Who made the check does not approve it. Safe to retry with the same clientKey.",
  })
  @Owner('JOINT')
  @Sensitivity('OPERATIONAL')
  async approveIdentityHit(
    @Arg('input', () => ApproveHitInput) input: ApproveHitInput,
    @Ctx() context: ServeContext,
  ): Promise<IdentityHit | null> {
    return nodeFor(await approveHit(input, context), context.requester.party);
  }

  @Mutation(() => IdentityHit, {
    nullable: true,
    description:
      'Declines a hit, or takes an approval back: no details are given any more. The partner is not told. Null once it is gone from your inbox.',
  })
  @Owner('JOINT')
  @Sensitivity('OPERATIONAL')
  async declineIdentityHit(
    @Arg('input', () => DeclineHitInput) input: DeclineHitInput,
    @Ctx() context: ServeContext,
  ): Promise<IdentityHit | null> {
    const row = await declineHit(input, context);
    return row ? nodeFor(row, context.requester.party) : null;
  }
}

function nodeFor(row: IdentityHitRow, party: string): IdentityHit | null {
  const side = sideOf(row, party);
  return side ? hitNode(row, side) : null;
}
