import { Direction } from '@pasarela/serve/domain/direction';
import { Owner, Sensitivity } from '@pasarela/serve/domain/labels';
import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { MonthlyCrossings } from './monthly-crossings';
import { readMonthlyCrossings } from './read-monthly-crossings';
import { ReviseMonthlyCrossingsInput, reviseMonthlyCrossings } from './revise-monthly-crossings';

/** Lets SNM publish a revised monthly figure. */
@Resolver()
export class ReviseMonthlyCrossingsResolver {
  @Mutation(() => MonthlyCrossings, {
    nullable: true,
    description:
      'Publishes a revised figure of a month: it is appended, and the earlier ones stay. Safe to retry with the same clientKey.',
  })
  @Owner('PAN')
  @Sensitivity('OPERATIONAL')
  async reviseMonthlyCrossings(
    @Arg('input', () => ReviseMonthlyCrossingsInput) input: ReviseMonthlyCrossingsInput,
    @Ctx() context: ServeContext,
  ): Promise<MonthlyCrossings | null> {
    await reviseMonthlyCrossings(input, context);
    const [row] = await readMonthlyCrossings(context.connection, {
      from: input.month,
      to: input.month,
      direction: Direction.NORTH,
    });
    return row ?? null;
  }
}
