import { Count } from '@pasarela/serve/domain/count';
import { Key, Owner, Sensitivity } from '@pasarela/serve/domain/labels';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import type { PanamaCount } from './mirror-difference';

/** A period for which both states may hold a count of the flow; here Colombia adds its own. */
@ObjectType({
  description:
    'A year, a month or a range of months in which the flow through the Darién is counted. Each state adds its own count.',
})
@Key('period')
@Owner('ANY')
export class DarienFlowPeriod {
  @Field(() => ID, { description: '2023, 2023-08 or 2024-01..2024-07.' })
  @Sensitivity('PUBLIC')
  period!: string;

  @Field(() => Count, {
    nullable: true,
    description: "Panama's registered arrivals in the period: Panama's to answer.",
  })
  @Directive('@external')
  @Owner('PAN')
  @Sensitivity('PUBLIC')
  registeredEntries?: PanamaCount | null;
}
