import { CLIENT_KEY_DESCRIPTION } from '@pasarela/serve/domain/client-key';
import { Reads } from '@pasarela/serve/domain/labels';
import { BirthDate, PartialDate } from '@pasarela/serve/domain/scalars';
import { Sex } from '@pasarela/serve/domain/sex';
import { Field, ID, InputType, Int } from 'type-graphql';
import { DocumentStatus } from './document-status';

/** What the asked party gives of the person. */
@InputType({
  description:
    'What the asked party gives of the person, for this hit alone; it is deleted with it. Whether the person is a child, a victim or a claimant, and where they come from, is read by the guardrails and never shown.',
})
export class GivenDetailsInput {
  @Field(() => String, { description: 'ICAO 9303 document code, 1 or 2 letters.' })
  @Reads('IdentityHit.hit')
  documentType!: string;

  @Field(() => String, { description: 'ISO 3166-1 alpha-3 of the state that issued the document.' })
  @Reads('IdentityHit.hit')
  issuingState!: string;

  @Field(() => DocumentStatus, { description: 'What your party knows of the document.' })
  @Reads('IdentityHit.hit')
  documentStatus!: DocumentStatus;

  @Field(() => PartialDate, { nullable: true, description: 'Until when the document is valid.' })
  @Reads('IdentityHit.hit')
  documentExpiresOn?: string | null;

  @Field(() => String, { description: 'ISO 3166-1 alpha-3 of the nationality on record.' })
  @Reads('IdentityHit.hit')
  nationality!: string;

  @Field(() => [String], { description: 'Nationalities that the person claims; empty where none.' })
  @Reads('IdentityHit.hit')
  claimedNationalities!: string[];

  @Field(() => String, { description: 'ISO 3166-1 alpha-3 of the habitual residence.' })
  @Reads('IdentityHit.hit')
  habitualResidence!: string;

  @Field(() => Sex, { nullable: true, description: 'The sex on record.' })
  @Reads('IdentityHit.hit')
  sex?: Sex | null;

  @Field(() => BirthDate, { nullable: true, description: 'The date of birth on record.' })
  @Reads('IdentityHit.hit')
  birthDate?: string | null;

  @Field(() => PartialDate, { nullable: true, description: 'When your party last recorded the person.' })
  @Reads('IdentityHit.hit')
  lastRecordedOn?: string | null;

  @Field(() => Boolean, { description: 'Whether the person is a child; then nothing is shown.' })
  @Reads('IdentityHit.hit')
  minor!: boolean;

  @Field(() => Boolean, { description: 'Whether the person is a victim; then nothing is shown.' })
  @Reads('IdentityHit.hit')
  victim!: boolean;

  @Field(() => Boolean, { description: 'Whether the person claimed protection; then nothing is shown.' })
  @Reads('IdentityHit.hit')
  claimant!: boolean;
}

/** An approval. */
@InputType({ description: "An approval for one's own party." })
export class ApproveHitInput {
  @Field(() => ID, { description: 'The hit.' })
  @Reads('IdentityHit.hit')
  hit!: string;

  @Field(() => GivenDetailsInput, { nullable: true, description: 'ASKED gives it, ASKING does not.' })
  @Reads('IdentityHit.hit')
  details?: GivenDetailsInput | null;

  @Field(() => Int, { description: 'The version that you read: another means that it changed since.' })
  @Reads('IdentityHit.version')
  expectedVersion!: number;

  @Field(() => String, { description: CLIENT_KEY_DESCRIPTION })
  @Reads('IdentityHit.hit')
  clientKey!: string;
}

/** A refusal, or an approval taken back. */
@InputType({ description: "A refusal for one's own party; the partner is not told." })
export class DeclineHitInput {
  @Field(() => ID, { description: 'The hit.' })
  @Reads('IdentityHit.hit')
  hit!: string;
}
