import { Owner, Sensitivity } from '@pasarela/serve/domain/labels';
import { PersonKey } from '@pasarela/serve/domain/scalars';
import { Field, ObjectType, registerEnumType } from 'type-graphql';

/** What a guardian is to the child. */
export enum GuardianRelation {
  MOTHER = 'MOTHER',
  FATHER = 'FATHER',
  GRANDPARENT = 'GRANDPARENT',
  OTHER_CAREGIVER = 'OTHER_CAREGIVER',
}
registerEnumType(GuardianRelation, { name: 'GuardianRelation', description: 'What a guardian is to the child.' });

/** The link from a child's permit to the guardian's permit. For the protection of the child only. */
@ObjectType({ description: "The link from a child's permit to the guardian's permit (PEP-TUTOR)." })
@Owner('COL')
export class GuardianLink {
  @Field(() => PersonKey, { nullable: true, description: "Number of the guardian's permit." })
  @Sensitivity('SENSITIVE', 'GUARDIAN', 'CHILD')
  guardianPermit!: string | null;

  @Field(() => GuardianRelation, { nullable: true, description: 'What the guardian is to the child.' })
  @Sensitivity('SENSITIVE', 'GUARDIAN', 'CHILD')
  relation!: GuardianRelation | null;

  @Field(() => String, { nullable: true, description: 'The programme under which the link was made: PEP-TUTOR.' })
  @Sensitivity('SENSITIVE', 'GUARDIAN', 'CHILD')
  program!: string | null;
}
