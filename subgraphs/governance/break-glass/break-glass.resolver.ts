import { Owner, Reads, Sensitivity } from '@pasarela/serve/domain/labels';
import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { REASON_DESCRIPTION } from '../access-requests/check-reason';
import { BreakGlassFinding, BreakGlassOpening } from './break-glass-opening';
import { openingsOfOwner, ownOpenings } from './list-openings';
import { openBreakGlass } from './open-break-glass';
import { OpenBreakGlassArguments } from './open-break-glass-arguments';
import { endBreakGlass, reviewBreakGlass } from './oversee-opening';
import { showOpening } from './show-opening';

/** Lets somebody open an agreement in an emergency, and its owner end and review that. */
@Resolver(() => BreakGlassOpening)
export class BreakGlassResolver {
  @Query(() => [BreakGlassOpening], {
    nullable: true,
    description: 'What you have opened, the newest first; the last hundred.',
  })
  @Owner('ALL')
  @Sensitivity('OPERATIONAL')
  async myBreakGlassOpenings(@Ctx() context: ServeContext): Promise<BreakGlassOpening[]> {
    return (await ownOpenings(context)).map((row) => showOpening(row, context));
  }

  @Query(() => [BreakGlassOpening], {
    nullable: true,
    description: 'What was opened of the agreements of your party, the newest first; the last hundred.',
  })
  @Owner('ALL')
  @Sensitivity('OPERATIONAL')
  async breakGlassOpenings(@Ctx() context: ServeContext): Promise<BreakGlassOpening[]> {
    return (await openingsOfOwner(context)).map((row) => showOpening(row, context));
  }

  @Mutation(() => BreakGlassOpening, {
    nullable: true,
    description:
      'Opens the break-glass grants of an agreement for you and the stated purpose, at once. The owner is told, can end it, and reviews it.',
  })
  @Owner('ALL')
  @Sensitivity('OPERATIONAL')
  async openBreakGlass(
    @Args() input: OpenBreakGlassArguments,
    @Ctx() context: ServeContext,
  ): Promise<BreakGlassOpening> {
    return showOpening(await openBreakGlass(input, context), context);
  }

  @Mutation(() => BreakGlassOpening, { nullable: true, description: 'Ends an opening of your own agreement, at once.' })
  @Owner('ALL')
  @Sensitivity('OPERATIONAL')
  async endBreakGlass(
    @Arg('id', () => ID) @Reads('BreakGlassOpening.id') id: string,
    @Ctx() context: ServeContext,
  ): Promise<BreakGlassOpening> {
    return showOpening(await endBreakGlass(id, context), context);
  }

  @Mutation(() => BreakGlassOpening, {
    nullable: true,
    description: 'Records what you found about an opening of your own agreement that has ended.',
  })
  @Owner('ALL')
  @Sensitivity('OPERATIONAL')
  async reviewBreakGlass(
    @Arg('id', () => ID) @Reads('BreakGlassOpening.id') id: string,
    @Arg('finding', () => BreakGlassFinding) @Reads('BreakGlassOpening.finding') finding: BreakGlassFinding,
    @Arg('note', () => String, { description: `What you noted. ${REASON_DESCRIPTION}` })
    @Reads('BreakGlassOpening.note')
    note: string,
    @Ctx() context: ServeContext,
  ): Promise<BreakGlassOpening> {
    return showOpening(await reviewBreakGlass(id, { finding, note }, context), context);
  }
}
