import { Owner, Sensitivity } from '@pasarela/serve/domain/labels';
import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { RuleDraft } from '../drafts/rule-draft';
import { showDraft } from '../drafts/show-draft';
import { officeOf } from '../governance-service';
import { RevocationInput } from './revocation-input';
import { restoreAccess, revokeAccess } from './revoke-access';

/** Lets administrators revoke what is their own party's. */
@Resolver()
export class RevocationResolver {
  @Mutation(() => RuleDraft, {
    nullable: true,
    description:
      'Drafts that an official, a key or an agreement of your party is revoked. It only withholds: sign and publish it at once (publishRules), and it is in force at every reachable point within seconds.',
  })
  @Owner('ALL')
  @Sensitivity('OPERATIONAL')
  async revokeAccess(
    @Arg('input', () => RevocationInput) input: RevocationInput,
    @Ctx() context: ServeContext,
  ): Promise<RuleDraft> {
    return showDraft(await revokeAccess(input, context), officeOf(context));
  }

  @Mutation(() => RuleDraft, {
    nullable: true,
    description: 'Drafts that a revocation is taken back. It shows more, so a second person of your party approves it.',
  })
  @Owner('ALL')
  @Sensitivity('OPERATIONAL')
  async restoreAccess(
    @Arg('input', () => RevocationInput) input: RevocationInput,
    @Ctx() context: ServeContext,
  ): Promise<RuleDraft> {
    return showDraft(await restoreAccess(input, context), officeOf(context));
  }
}
