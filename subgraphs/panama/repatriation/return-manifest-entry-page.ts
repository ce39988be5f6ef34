import { connectionOf, PageArguments } from '@pasarela/serve/domain/connection';
import { Reads } from '@pasarela/serve/domain/labels';
import { YearMonth } from '@pasarela/serve/domain/scalars';
import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { ReturnManifestEntry } from './return-manifest-entry';

/** One page of manifest entries. */
export const ReturnManifestEntryConnection = connectionOf(() => ReturnManifestEntry, 'ReturnManifestEntry');

/** Which entries; every condition narrows. */
@InputType({ description: 'Which entries; every condition narrows, and each needs the field that it reads.' })
export class ReturnManifestEntryFilter {
  @Field(() => ID, { nullable: true, description: 'ISO 3166-1 alpha-3.' })
  @Reads('ReturnManifestEntry.nationality')
  nationality?: string | null;

  @Field(() => YearMonth, { nullable: true, description: 'The month of the flight.' })
  @Reads('ReturnManifestEntry.flightOn', 'month')
  flightMonth?: string | null;
}

/** Which entries, and which page of them. */
@ArgsType()
export class ReturnManifestEntryArguments extends PageArguments {
  @Field(() => ReturnManifestEntryFilter, { nullable: true, description: 'Which entries; all when left out.' })
  filter?: ReturnManifestEntryFilter | null;
}
