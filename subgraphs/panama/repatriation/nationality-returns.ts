import { Count } from '@pasarela/serve/domain/count';
import { Owner, Sensitivity } from '@pasarela/serve/domain/labels';
import { Field, ObjectType } from 'type-graphql';
import { ReturnTotal } from './return-total';

/** Panama's published returns of one nationality. */
@ObjectType({
  description:
    "Panama's published returns of one nationality: totals up to a date. They are about a nationality, not about people who were followed.",
})
@Owner('PAN')
export class NationalityReturns {
  @Field(() => Count, {
    nullable: true,
    description:
      'Persons, the latest total printed (commercial flights may not be in it); NOT_PUBLISHED where none is.',
  })
  @Sensitivity('PUBLIC')
  persons!: Count;

  @Field(() => Count, {
    nullable: true,
    description: 'Flights, the latest total printed; NOT_PUBLISHED where none is.',
  })
  @Sensitivity('PUBLIC')
  flights!: Count;

  @Field(() => Count, {
    nullable: true,
    description: 'Persons on commercial flights, the latest total printed; NOT_PUBLISHED where none is.',
  })
  @Sensitivity('PUBLIC')
  personsOnCommercialFlights!: Count;

  @Field(() => Count, {
    nullable: true,
    description: 'Persons by month. Returns are not published by nationality and month: NOT_PUBLISHED.',
  })
  @Sensitivity('PUBLIC')
  personsByMonth!: Count;

  @Field(() => [ReturnTotal], { nullable: true, description: 'Every published total of the nationality, by its date.' })
  @Sensitivity('PUBLIC')
  totals!: ReturnTotal[];
}
