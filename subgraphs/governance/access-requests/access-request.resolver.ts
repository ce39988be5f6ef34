import { Owner, Reads, Sensitivity } from '@pasarela/serve/domain/labels';
import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { AccessRequest } from './access-request';
import { declineAccess, withdrawAccessRequest } from './answer-access';
import { REASON_DESCRIPTION } from './check-reason';
import { draftAccess } from './draft-access';
import { DraftAccessInput } from './draft-access-input';
import { myAccessRequests } from './my-access-requests';
import { requestAccess } from './request-access';
import { RequestAccessArguments } from './request-access-arguments';
import { settledRequest } from './settled-requests';
import { showAccessRequest } from './show-access-request';

/** Lets whoever got a notice ask for a field, and its owner answer. */
@Resolver(() => AccessRequest)
export class AccessRequestResolver {
  @Query(() => [AccessRequest], {
    nullable: true,
    description: 'Your own requests for a field, the newest first; the last hundred.',
  })
  @Owner('ALL')
  @Sensitivity('OPERATIONAL')
  async myAccessRequests(@Ctx() context: ServeContext): Promise<AccessRequest[]> {
    return (await myAccessRequests(context)).map((settled) => showAccessRequest(settled, context));
  }

  @Mutation(() => AccessRequest, {
    nullable: true,
    description:
      "Asks a field's owner for it, for your party, agency, roles and one of your purposes. Nothing is granted by that.",
  })
  @Owner('ALL')
  @Sensitivity('OPERATIONAL')
  async requestAccess(@Args() input: RequestAccessArguments, @Ctx() context: ServeContext): Promise<AccessRequest> {
    return showAccessRequest(await settledRequest(await requestAccess(input, context), context), context);
  }

  @Mutation(() => AccessRequest, { nullable: true, description: 'Withdraws a request of your own.' })
  @Owner('ALL')
  @Sensitivity('OPERATIONAL')
  async withdrawAccessRequest(
    @Arg('id', () => ID) @Reads('AccessRequest.id') id: string,
    @Ctx() context: ServeContext,
  ): Promise<AccessRequest> {
    return showAccessRequest(await withdrawAccessRequest(id, context), context);
  }

  @Mutation(() => AccessRequest, { nullable: true, description: 'Declines a request for a field of your own rules.' })
  @Owner('ALL')
  @Sensitivity('OPERATIONAL')
  async declineAccess(
    @Arg('id', () => ID) @Reads('AccessRequest.id') id: string,
    @Arg('reason', () => String, { description: `Why. ${REASON_DESCRIPTION}` })
    @Reads('AccessRequest.answerReason')
    reason: string,
    @Ctx() context: ServeContext,
  ): Promise<AccessRequest> {
    return showAccessRequest(await declineAccess(id, reason, context), context);
  }

  @Mutation(() => AccessRequest, {
    nullable: true,
    description:
      'Writes the change of your own rules that grants a request. It shows more, so a second person has to approve it.',
  })
  @Owner('ALL')
  @Sensitivity('OPERATIONAL')
  async draftAccess(
    @Arg('input', () => DraftAccessInput) input: DraftAccessInput,
    @Ctx() context: ServeContext,
  ): Promise<AccessRequest> {
    return showAccessRequest(await draftAccess(input, context), context);
  }
}
