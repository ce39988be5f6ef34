import { Structural } from '@pasarela/serve/domain/labels';
import { PartialDate } from '@pasarela/serve/domain/scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import { ConsentField, ConsentPurpose, ConsentRecipient } from './integration-codes';

/** What a person consented to, as it stands. */
@ObjectType({
  description: 'What a person consented to, or a guardian for a child (Ley 1581 de 2012, art. 9), as it stands.',
})
@Structural()
export class IntegrationConsent {
  @Field(() => Int, { description: 'How often it was changed: give it when you change it.' })
  version!: number;

  @Field(() => [ConsentField], { description: 'What may be told; empty once it is revoked.' })
  fields!: ConsentField[];

  @Field(() => [ConsentPurpose], { description: 'For what; empty once it is revoked.' })
  purposes!: ConsentPurpose[];

  @Field(() => [ConsentRecipient], { description: 'To whom; empty once it is revoked.' })
  recipients!: ConsentRecipient[];

  @Field(() => PartialDate, { description: 'The day on which it was given.' })
  givenOn!: string;

  @Field(() => PartialDate, { description: 'The last day on which it holds.' })
  until!: string;

  @Field(() => PartialDate, { nullable: true, description: 'The day on which it was revoked; null while it was not.' })
  revokedOn!: string | null;
}
