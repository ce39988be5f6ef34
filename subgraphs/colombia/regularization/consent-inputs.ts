import { CLIENT_KEY_DESCRIPTION } from '@pasarela/serve/domain/client-key';
import { PartialDate } from '@pasarela/serve/domain/scalars';
import { Field, ID, InputType, Int } from 'type-graphql';
import { ConsentField, ConsentPurpose, ConsentRecipient } from './integration-codes';

/** Whose consent changes. */
@InputType({ description: 'Whose consent is revoked.' })
export class RevokeConsentInput {
  @Field(() => ID, { description: 'The permit, by the id that you were given.' })
  permit!: string;

  @Field(() => Int, { description: "The consent's version when you read it; 0 where there was none." })
  expectedVersion!: number;

  @Field(() => String, { description: CLIENT_KEY_DESCRIPTION })
  clientKey!: string;
}

/** What somebody consents to. */
@InputType({ description: 'What a person, or a guardian for a child, consents to; it takes the place of what stood.' })
export class RecordConsentInput extends RevokeConsentInput {
  @Field(() => [ConsentField], { description: 'What may be told; at least one.' })
  fields!: ConsentField[];

  @Field(() => [ConsentPurpose], { description: 'For what; at least one.' })
  purposes!: ConsentPurpose[];

  @Field(() => [ConsentRecipient], { description: 'To whom; at least one.' })
  recipients!: ConsentRecipient[];

  @Field(() => PartialDate, { description: 'The day on which it was given; none that is to come.' })
  givenOn!: string;

  @Field(() => PartialDate, {
    description: 'The last day on which it holds: from the day it was given, ten years at most.',
  })
  until!: string;
}
