import { placeByCode } from '@pasarela/schema/codes/places';
import { requestError } from '@pasarela/schema/errors';
import { CLIENT_KEY_DESCRIPTION } from '@pasarela/serve/domain/client-key';
import { SpecificNeed, YearMonth } from '@pasarela/serve/domain/scalars';
import { scatteredId } from '@pasarela/serve/domain/scattered-id';
import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import { Field, ID, InputType, Int } from 'type-graphql';
import { datasetReportedBy } from './contributed';
import { type RegionProtectedNeedDocument, regionProtectedNeedModel } from './region-protected-need.model';
import { keptCell } from './small-cells';
import { ProtectedNeed, STATION_NEEDS } from './specific-needs';
import { type StationSpecificNeedDocument, stationSpecificNeedModel } from './station-specific-need.model';
import { isReceptionPlace, isRegion } from './stations';
import { contribute } from './versioned-record';

const MAX_PERSONS = 100_000;

/** What every report of needs says. */
@InputType()
abstract class ReportNeedInput {
  @Field(() => YearMonth, { description: 'The month; one that has begun.' })
  month!: string;

  @Field(() => Int, { description: 'Persons, 0 to 100,000; under 10 it is kept as suppressed, without the number.' })
  persons!: number;

  @Field(() => Int, {
    description: 'The version that was read, 0 for a new record: another one means that it changed since.',
  })
  expectedVersion!: number;

  @Field(() => String, { description: CLIENT_KEY_DESCRIPTION })
  clientKey!: string;
}

/** A report of one need at one station. */
@InputType({ description: 'How many persons at a station had one need in one month. It says nothing of any person.' })
export class ReportStationNeedInput extends ReportNeedInput {
  @Field(() => ID, { description: 'The station, by its code in the list of places.' })
  station!: string;

  @Field(() => SpecificNeed, { description: "UNHCR's sub-code; none of SV, TR, SM, LP, which exist by region only." })
  code!: string;
}

/** A report of one protected group of needs in one region. */
@InputType({
  description: 'How many persons in a region had a protected need in one month. It says nothing of any person.',
})
export class ReportRegionNeedInput extends ReportNeedInput {
  @Field(() => ID, { description: 'The first administrative level, by its ISO 3166-2 code.' })
  region!: string;

  @Field(() => ProtectedNeed, { description: "UNHCR's group of needs." })
  need!: ProtectedNeed;
}

/** Keeps a report of a need at a station. Throws BAD_INPUT, or VERSION_CONFLICT when the record changed since it was read. */
export async function reportStationNeed(
  input: ReportStationNeedInput,
  context: ServeContext,
): Promise<StationSpecificNeedDocument> {
  const { month, station, code } = input;
  check(isReceptionPlace(station), 'station is a reception station or community of the list of places');
  check(STATION_NEEDS.has(code), 'code is a sub-code that is kept by station: none of SV, TR, SM, LP, and no group');
  const model = stationSpecificNeedModel(context.connection);
  return contribute(
    { model, ...kept(input, [month, station, code], context), values: valuesOf(input, { station, code }, context) },
    context,
  );
}

/** Keeps a report of a protected need in a region. Throws BAD_INPUT, or VERSION_CONFLICT when the record changed since it was read. */
export async function reportRegionNeed(
  input: ReportRegionNeedInput,
  context: ServeContext,
): Promise<RegionProtectedNeedDocument> {
  const { month, region, need } = input;
  check(
    isRegion(region) && placeByCode(region) !== undefined,
    'region is a first administrative level of the list of places',
  );
  const model = regionProtectedNeedModel(context.connection);
  return contribute(
    { model, ...kept(input, [month, region, need], context), values: valuesOf(input, { region, need }, context) },
    context,
  );
}

/** The record of a contributor's cell: there is one for each party, month, place and need. */
export const needId = (party: string, cell: readonly string[]): string =>
  scatteredId('Need', [party, ...cell].join('|'));

/** INVARIANT: what is kept to recognise a retry holds no number that is suppressed. */
function kept(input: ReportNeedInput, cell: readonly string[], { requester, now }: ServeContext) {
  const { month, persons, expectedVersion, clientKey } = input;
  check(month <= now.toISOString().slice(0, 7), 'month has begun');
  check(persons >= 0 && persons <= MAX_PERSONS, `persons is from 0 to ${MAX_PERSONS}`);
  check(expectedVersion >= 0, 'expectedVersion is 0 or more');
  const requestInput = JSON.stringify([...cell, keptCell(persons), expectedVersion]);
  return { id: needId(requester.party, cell), expectedVersion, clientKey, requestInput };
}

const valuesOf = <Cell extends object>(
  { month, persons }: ReportNeedInput,
  cell: Cell,
  { requester }: ServeContext,
) => ({
  dataset: datasetReportedBy(requester, 'specific needs'),
  contributedBy: requester.party,
  month,
  ...cell,
  persons: keptCell(persons),
});

function check(holds: boolean, what: string): void {
  if (!holds) throw requestError('BAD_INPUT', { what });
}
