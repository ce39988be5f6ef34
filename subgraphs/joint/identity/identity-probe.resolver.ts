import { every } from '@pasarela/schema/access/conditions/record-filter';
import { Owner, Sensitivity } from '@pasarela/serve/domain/labels';
import { withRecord } from '@pasarela/serve/domain/raw-record';
import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import type { QueryFilter } from 'mongoose';
import { Arg, Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { IdentityProbe } from './identity-probe';
import { type IdentityProbeRow, identityProbeModel } from './identity-probe.model';
import { IdentityProbeInput, ProbeTicket } from './identity-probe-input';
import { replyTimeOf } from './probe-batch';
import { ProbeResult } from './probe-result';
import { sendProbe } from './send-probe';
import { settleBatches } from './settle-batches';

/** Takes checks, and gives their replies out, all of a batch at one instant. */
@Resolver()
export class IdentityProbeResolver {
  @Mutation(() => IdentityProbe, {
    nullable: true,
    description:
      'Asks another party whether it enrolled a token of a target, for the case in the header x-case-reference. One check a target, a case and 30 days, whoever of the party asks; a number a case and a party a year. Children, victims, people who claimed protection, and people of your own country are NO_HIT, always and like everybody else who is. Safe to retry with the same clientKey.',
  })
  @Owner('JOINT')
  @Sensitivity('OPERATIONAL')
  async probeIdentity(
    @Arg('input', () => IdentityProbeInput) input: IdentityProbeInput,
    @Ctx() context: ServeContext,
  ): Promise<IdentityProbe> {
    await settleBatches(context.connection, context.now);
    return probeNode(await sendProbe(input, context), context.now);
  }

  @Query(() => IdentityProbe, {
    nullable: true,
    description: "The reply to a check of one's own party; null is the same as what does not exist.",
  })
  @Owner('JOINT')
  @Sensitivity('OPERATIONAL')
  async identityProbe(@Args() { ticket }: ProbeTicket, @Ctx() context: ServeContext): Promise<IdentityProbe | null> {
    const { connection, requester, now } = context;
    await settleBatches(connection, now);
    const own = { _id: ticket, contributedBy: requester.party, expiresAt: { $gt: now.getTime() } };
    const row = await identityProbeModel(connection)
      .findOne(every([context.existing('IdentityProbe'), own]) as QueryFilter<IdentityProbeRow>)
      .lean<IdentityProbeRow>();
    return row ? probeNode(row, now) : null;
  }
}

/** INVARIANT: a reply has the same fields at the same lengths whatever came of the check. */
function probeNode(row: IdentityProbeRow, now: Date): IdentityProbe {
  const replyFrom = replyTimeOf(row.batch);
  const { dataset, asked, hit, _id: ticket, contributedBy } = row;
  const result = now.getTime() < replyFrom ? ProbeResult.QUEUED : row.result;
  const fields = { dataset, ticket, askedParty: asked, replyFrom: new Date(replyFrom).toISOString(), result, hit };
  // Without an id: the evidence names no record of a check, so nothing is left of one that found nobody.
  return withRecord(Object.assign(new IdentityProbe(), fields), { contributedBy });
}
