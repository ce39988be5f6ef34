import { Sensitivity } from '@pasarela/serve/domain/labels';
import { CasePersonFields } from '@pasarela/serve/smuggling/case-person-fields';
import { Field, ObjectType } from 'type-graphql';

/** What only the United States record of a person in a case. */
@ObjectType()
export abstract class UsaPersonFields extends CasePersonFields {
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether an application for a T visa is on record (8 USC 1367).',
  })
  @Sensitivity('PROTECTED', 'VICTIM')
  tVisaApplication!: boolean | null;
}
