import { Owner, Sensitivity } from '@pasarela/serve/domain/labels';
import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import { Ctx, Query, Resolver } from 'type-graphql';
import { governanceOf } from '../governance-service';
import { EnforcementPoint } from './enforcement-point';
import { showPoints } from './show-points';

/** Answers where rules are in force. */
@Resolver(() => EnforcementPoint)
export class EnforcementPointResolver {
  @Query(() => [EnforcementPoint], {
    nullable: true,
    description: 'Every place where rules are enforced, and whether it has the newest.',
  })
  @Owner('ALL')
  @Sensitivity('OPERATIONAL')
  enforcementPoints(@Ctx() context: ServeContext): EnforcementPoint[] {
    const { points, office } = governanceOf(context);
    return showPoints(points.states(), office);
  }
}
