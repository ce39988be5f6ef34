import { Owner, Sensitivity } from '@pasarela/serve/domain/labels';
import { Query, Resolver } from 'type-graphql';
import { DeathOrMissingCount } from './death-or-missing';
import { deathOrMissingCounts } from './death-or-missing-facts';

/** Answers what each party publishes of the dead and the missing. */
@Resolver()
export class DeathOrMissingResolver {
  @Query(() => [DeathOrMissingCount], {
    nullable: true,
    description: 'What is published of dead and missing people in the Darién, a row a figure and counting party.',
  })
  @Owner('JOINT')
  @Sensitivity('PUBLIC')
  deathsAndMissing(): DeathOrMissingCount[] {
    return deathOrMissingCounts().map((figure) => Object.assign(new DeathOrMissingCount(), figure));
  }
}
