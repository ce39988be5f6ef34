import { connectionOf, PageArguments } from '@pasarela/serve/domain/connection';
import { Reads } from '@pasarela/serve/domain/labels';
import { YearMonth } from '@pasarela/serve/domain/scalars';
import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { CrossingRecord, RecordedSex } from './crossing-record';

/** One page of crossing records. */
export const CrossingRecordConnection = connectionOf(() => CrossingRecord, 'CrossingRecord');

/** Which records; every condition narrows. */
@InputType({
  description:
    'Which records; every condition narrows, and each needs the field that it reads, the month of registration at the level of months.',
})
export class CrossingRecordFilter {
  @Field(() => ID, { nullable: true, description: 'ISO 3166-1 alpha-3.' })
  @Reads('CrossingRecord.nationality')
  nationality?: string | null;

  @Field(() => YearMonth, { nullable: true, description: 'The month of registration.' })
  @Reads('CrossingRecord.crossedOn', 'month')
  month?: string | null;

  @Field(() => RecordedSex, { nullable: true, description: 'The sex as recorded.' })
  @Reads('CrossingRecord.sex')
  sex?: RecordedSex | null;
}

/** Which records, and which page of them. */
@ArgsType()
export class CrossingRecordArguments extends PageArguments {
  @Field(() => CrossingRecordFilter, { nullable: true, description: 'Which records; all when left out.' })
  filter?: CrossingRecordFilter | null;
}
