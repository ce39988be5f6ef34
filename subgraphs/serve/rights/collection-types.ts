import { type ClassType, Field, ObjectType } from 'type-graphql';
import { Owner, Sensitivity } from '../domain/labels';
import type { RightsDefinition } from './rights-definition';
import { RightsField } from './rights-field';

/** Makes the type of what is collected for a case. */
export function collectionTypeOf(
  { name, party, recordType }: RightsDefinition,
  caseType: ClassType<object>,
): ClassType<object> {
  @ObjectType(`${name}DisclosedField`, { description: 'A field that was disclosed.' })
  @Owner(party)
  class Disclosed {
    @RightsField(() => String, 'Type.field.')
    coordinate!: string;

    @RightsField(() => String, 'The most at which it was told: full, month, ageBand, pseudonym ...')
    level!: string;
  }

  @ObjectType(`${name}RecordDisclosure`, {
    description: "One disclosure that held the record, by the owner's evidence.",
  })
  @Owner(party)
  class Disclosure {
    @RightsField(() => String, 'When; an ISO instant.')
    at!: string;

    @RightsField(() => String, 'The party that received it.')
    party!: string;

    @RightsField(() => String, 'The agency that received it.')
    agency!: string;

    @RightsField(() => String, 'For what.')
    purpose!: string;

    @RightsField(() => [String], 'Under which agreements, as OWNER:ID.')
    agreements!: string[];

    @RightsField(
      () => [Disclosed],
      'Which fields. An answer that held several records may have told fewer of this one: evidence holds no values.',
    )
    fields!: Disclosed[];
  }

  @ObjectType(`${name}RightsCollection`, { description: 'What is held of a record, and to whom it was disclosed.' })
  @Owner(party)
  class Collection {
    @RightsField(() => caseType, 'The case for which it was collected.')
    case!: object;

    @Field(() => recordType(), { nullable: true, description: 'What is held, field by field as the rules grant it.' })
    @Sensitivity('PERSONAL', 'NONE')
    record!: object | null;

    @RightsField(() => [Disclosure], 'To whom it was disclosed, the oldest first; the newest thousand.')
    disclosures!: Disclosure[];

    @RightsField(() => Boolean, 'Whether there were older ones.')
    hasMore!: boolean;

    @RightsField(
      () => String,
      'The instant before which disclosures may be older than retention: their evidence is kept by hash only, so they are not told. Null where all are.',
    )
    keptSince!: string | null;
  }
  return Collection;
}
