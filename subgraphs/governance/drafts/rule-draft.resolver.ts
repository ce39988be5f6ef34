import { Owner, Reads, Sensitivity } from '@pasarela/serve/domain/labels';
import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { governanceOf, officeOf } from '../governance-service';
import { ownersSeenBy } from '../own-rules';
import { RulePublication } from '../publications/rule-publication';
import { showPublication } from '../publications/show-publication';
import { approveRules } from './approve-rules';
import { draftRules } from './draft-rules';
import { visibleDraft } from './find-draft';
import { publishRules } from './publish-rules';
import { rollBackRules } from './roll-back-rules';
import { RollBackRulesInput } from './roll-back-rules-input';
import { DraftRulesInput, RuleDraft } from './rule-draft';
import { type RuleDraftRow, ruleDraftModel } from './rule-draft.model';
import { showDraft } from './show-draft';
import { signRules } from './sign-rules';
import { withdrawRules } from './withdraw-rules';

/** Lets administrators write, approve and publish their own rules. */
@Resolver(() => RuleDraft)
export class RuleDraftResolver {
  @Query(() => [RuleDraft], {
    nullable: true,
    description: 'The drafts of your own rules, and of those that all parties set together; the newest first.',
  })
  @Owner('ALL')
  @Sensitivity('OPERATIONAL')
  async ruleDrafts(@Ctx() context: ServeContext): Promise<RuleDraft[]> {
    const owner = { $in: ownersSeenBy(context) };
    const rows = await ruleDraftModel(context.connection)
      .find({ owner })
      .sort({ issuedAt: -1, _id: 1 })
      .lean<RuleDraftRow[]>();
    return rows.map((row) => showDraft(row, officeOf(context)));
  }

  @Query(() => RuleDraft, { nullable: true, description: 'One draft.' })
  @Owner('ALL')
  @Sensitivity('OPERATIONAL')
  async ruleDraft(
    @Arg('id', () => ID) @Reads('RuleDraft.id') id: string,
    @Ctx() context: ServeContext,
  ): Promise<RuleDraft | null> {
    const row = await visibleDraft(id, context);
    return row && showDraft(row, officeOf(context));
  }

  @Mutation(() => RuleDraft, {
    nullable: true,
    description:
      'Writes a change of your own rules. Nothing is in force by that. Safe to retry with the same clientKey.',
  })
  @Owner('ALL')
  @Sensitivity('OPERATIONAL')
  async draftRules(
    @Arg('input', () => DraftRulesInput) input: DraftRulesInput,
    @Ctx() context: ServeContext,
  ): Promise<RuleDraft> {
    return showDraft(await draftRules(input, context), officeOf(context));
  }

  @Mutation(() => RuleDraft, {
    nullable: true,
    description:
      'Writes the texts of an earlier publication of your own rules as a new change. Nothing is in force by that. Safe to retry with the same clientKey.',
  })
  @Owner('ALL')
  @Sensitivity('OPERATIONAL')
  async rollBackRules(
    @Arg('input', () => RollBackRulesInput) input: RollBackRulesInput,
    @Ctx() context: ServeContext,
  ): Promise<RuleDraft> {
    return showDraft(await rollBackRules(input, context), officeOf(context));
  }

  @Mutation(() => RuleDraft, {
    nullable: true,
    description: 'Approves a change that somebody else wrote, as it is: changeHash says what you saw.',
  })
  @Owner('ALL')
  @Sensitivity('OPERATIONAL')
  async approveRules(
    @Arg('id', () => ID) @Reads('RuleDraft.id') id: string,
    @Arg('changeHash', () => String) @Reads('RuleDraft.changeHash') changeHash: string,
    @Ctx() context: ServeContext,
  ): Promise<RuleDraft> {
    return showDraft(await approveRules(id, changeHash, context), officeOf(context));
  }

  @Mutation(() => RuleDraft, {
    nullable: true,
    description: "Adds your party's signature to a change that several have to sign: that of what all set together.",
  })
  @Owner('ALL')
  @Sensitivity('OPERATIONAL')
  async signRules(
    @Arg('id', () => ID) @Reads('RuleDraft.id') id: string,
    @Arg('signed', () => String) @Reads('RuleDraft.payload') signed: string,
    @Ctx() context: ServeContext,
  ): Promise<RuleDraft> {
    return showDraft(await signRules(id, signed, context), officeOf(context));
  }

  @Mutation(() => RulePublication, {
    nullable: true,
    description:
      'Publishes a change with the signature of its owner, and says where it is in force. One that only withholds needs no approval.',
  })
  @Owner('ALL')
  @Sensitivity('OPERATIONAL')
  async publishRules(
    @Arg('id', () => ID) @Reads('RuleDraft.id') id: string,
    @Arg('signed', () => String) @Reads('RuleDraft.payload') signed: string,
    @Ctx() context: ServeContext,
  ): Promise<RulePublication> {
    return showPublication(await publishRules(id, signed, context), governanceOf(context));
  }

  @Mutation(() => RuleDraft, { nullable: true, description: 'Withdraws a change that is not published.' })
  @Owner('ALL')
  @Sensitivity('OPERATIONAL')
  async withdrawRules(
    @Arg('id', () => ID) @Reads('RuleDraft.id') id: string,
    @Ctx() context: ServeContext,
  ): Promise<RuleDraft> {
    return showDraft(await withdrawRules(id, context), officeOf(context));
  }
}
