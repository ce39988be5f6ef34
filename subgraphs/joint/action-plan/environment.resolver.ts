import { Owner, Sensitivity } from '@pasarela/serve/domain/labels';
import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { CommunityEnvironment } from './community-environment';
import { CommunityInvestment } from './community-investment';
import { EnvironmentFact } from './environment-fact';
import { PUBLISHED_ENVIRONMENT } from './published-environment';
import { readCommunities } from './read-communities';
import { CommunityInvestmentInput, WaterTestInput } from './report-input';
import { reportInvestment, reportWaterTest } from './report-on-community';
import { WaterTest } from './water-test';

/** Answers what is held of ecosystems and communities, and takes what the parties report. */
@Resolver()
export class EnvironmentResolver {
  @Query(() => [EnvironmentFact], {
    nullable: true,
    description: 'The published figures on the environment of the Darién, each with its source.',
  })
  @Owner('JOINT')
  @Sensitivity('PUBLIC')
  environmentFacts(): readonly EnvironmentFact[] {
    return PUBLISHED_ENVIRONMENT;
  }

  @Query(() => [CommunityEnvironment], {
    nullable: true,
    description: 'Waste, tests of water and investment by community on the way. Side by side with crossings, no more.',
  })
  @Owner('JOINT')
  @Sensitivity('PUBLIC')
  communityEnvironment(@Ctx() { connection }: ServeContext): Promise<CommunityEnvironment[]> {
    return readCommunities(connection);
  }

  @Mutation(() => WaterTest, {
    nullable: true,
    description: 'Reports a test of water for your party. Safe to retry with the same clientKey.',
  })
  @Owner('JOINT')
  @Sensitivity('OPERATIONAL')
  reportWaterTest(
    @Arg('input', () => WaterTestInput) input: WaterTestInput,
    @Ctx() context: ServeContext,
  ): Promise<WaterTest> {
    return reportWaterTest(input, context);
  }

  @Mutation(() => CommunityInvestment, {
    nullable: true,
    description: 'Reports an investment in a community for your party. Safe to retry with the same clientKey.',
  })
  @Owner('JOINT')
  @Sensitivity('OPERATIONAL')
  reportCommunityInvestment(
    @Arg('input', () => CommunityInvestmentInput) input: CommunityInvestmentInput,
    @Ctx() context: ServeContext,
  ): Promise<CommunityInvestment> {
    return reportInvestment(input, context);
  }
}
