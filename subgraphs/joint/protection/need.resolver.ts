import type { RecordFilter } from '@pasarela/schema/access/conditions/record-filter';
import { every } from '@pasarela/schema/access/conditions/record-filter';
import { Owner, Sensitivity } from '@pasarela/serve/domain/labels';
import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import type { Model, QueryFilter } from 'mongoose';
import { Arg, Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { monthsBetween } from './calendar';
import { RegionProtectedNeed, RegionProtectedNeedsArguments } from './region-protected-need';
import { regionProtectedNeedModel } from './region-protected-need.model';
import { ReportRegionNeedInput, ReportStationNeedInput, reportRegionNeed, reportStationNeed } from './report-need';
import { regionNeedsOf, stationNeedsOf } from './show-needs';
import { StationSpecificNeed, StationSpecificNeedsArguments } from './station-specific-need';
import { stationSpecificNeedModel } from './station-specific-need.model';

/** Answers specific needs by station and by region, and lets contributors report them. */
@Resolver()
export class NeedResolver {
  @Query(() => [StationSpecificNeed], {
    nullable: true,
    description:
      'Specific needs by station, month and UNHCR code, each row of one contributor. A month or code without a row was not reported: no zero.',
  })
  @Owner('JOINT')
  @Sensitivity('OPERATIONAL')
  async stationSpecificNeeds(
    @Args() months: StationSpecificNeedsArguments,
    @Ctx() context: ServeContext,
  ): Promise<StationSpecificNeed[]> {
    const rows = await inMonths(
      stationSpecificNeedModel(context.connection),
      months,
      context.existing('StationSpecificNeed'),
    );
    return stationNeedsOf(rows, context);
  }

  @Query(() => [RegionProtectedNeed], {
    nullable: true,
    description:
      'Protected needs by region and month, each row of one contributor. A month or group without a row was not reported: no zero.',
  })
  @Owner('JOINT')
  @Sensitivity('STATISTICAL')
  async regionProtectedNeeds(
    @Args() months: RegionProtectedNeedsArguments,
    @Ctx() context: ServeContext,
  ): Promise<RegionProtectedNeed[]> {
    const rows = await inMonths(
      regionProtectedNeedModel(context.connection),
      months,
      context.existing('RegionProtectedNeed'),
    );
    return regionNeedsOf(rows, context);
  }

  @Mutation(() => StationSpecificNeed, {
    nullable: true,
    description:
      'Reports how many persons at a station had a need in a month, for the party of who reports. Numbers under 10 are kept as suppressed. Safe to retry with the same clientKey.',
  })
  @Owner('JOINT')
  @Sensitivity('OPERATIONAL')
  async reportStationNeed(
    @Arg('input', () => ReportStationNeedInput) input: ReportStationNeedInput,
    @Ctx() context: ServeContext,
  ): Promise<StationSpecificNeed | undefined> {
    return stationNeedsOf([await reportStationNeed(input, context)], context)[0];
  }

  @Mutation(() => RegionProtectedNeed, {
    nullable: true,
    description:
      'Reports how many persons in a region had a protected need in a month, for the party of who reports. Numbers under 10 are kept as suppressed. Safe to retry with the same clientKey.',
  })
  @Owner('JOINT')
  @Sensitivity('OPERATIONAL')
  async reportRegionNeed(
    @Arg('input', () => ReportRegionNeedInput) input: ReportRegionNeedInput,
    @Ctx() context: ServeContext,
  ): Promise<RegionProtectedNeed | undefined> {
    return regionNeedsOf([await reportRegionNeed(input, context)], context)[0];
  }
}

/** The rows of some months that exist for the requester. */
function inMonths<Document>(
  model: Model<Document>,
  { from, to }: { readonly from: string; readonly to: string },
  existing: RecordFilter,
): Promise<Document[]> {
  const months = monthsBetween(from, to);
  const matching = every([existing, { month: { $gte: months[0] as string, $lte: to } }]);
  return model
    .find(matching as QueryFilter<Document>)
    .lean<Document[]>()
    .exec();
}
