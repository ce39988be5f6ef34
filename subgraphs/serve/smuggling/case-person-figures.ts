import { Field, ObjectType } from 'type-graphql';
import { Count } from '../domain/count';
import { Counts, Owner, Sensitivity } from '../domain/labels';
import type { CaseOwner } from './case-domain';
import { CasePersonRole, VictimConfirmation } from './case-person-role';

/** Makes an owner's type of one figure of persons. */
export function personCountType({ party, prefix, name }: CaseOwner) {
  @ObjectType(`${prefix}CasePersonCount`, {
    description: `Persons of one role in the synthetic cases of ${name}; victims of trafficking by how far their identification has come.`,
  })
  @Owner(party)
  class CasePersonCount {
    @Field(() => CasePersonRole, {
      nullable: true,
      description: 'What the persons are in the cases. A smuggled migrant is no victim.',
    })
    @Counts('role')
    @Sensitivity('STATISTICAL')
    role!: CasePersonRole | null;

    @Field(() => VictimConfirmation, {
      nullable: true,
      description: "How far victims' identification has come; null for all other roles.",
    })
    @Counts('confirmation')
    @Sensitivity('STATISTICAL')
    confirmation!: VictimConfirmation | null;

    @Field(() => Count, {
      nullable: true,
      description:
        'How many persons. Other parties are told the release in force: under 10, zero too, and what would give such a cell away, is suppressed.',
    })
    @Sensitivity('STATISTICAL')
    persons!: Count | null;
  }
  return CasePersonCount;
}

/** Makes an owner's type of the figures of persons, over its type of one of them. */
export function personFiguresType({ party, prefix, name }: CaseOwner, personCount: ReturnType<typeof personCountType>) {
  @ObjectType(`${prefix}CasePersonFigures`, {
    description: `Persons in the synthetic cases of ${name}, and how long the confirmation of victims took. Never added to another owner's.`,
  })
  @Owner(party)
  class CasePersonFigures {
    @Field(() => String, { description: 'The dataset that is counted; synthetic ones begin with SYNTHETIC.' })
    @Sensitivity('PUBLIC')
    dataset!: string;

    @Field(() => [personCount], {
      nullable: true,
      description: 'Persons by role and, for victims of trafficking, confirmation: every combination, in one order.',
    })
    @Sensitivity('STATISTICAL')
    byRole!: object[] | null;

    @Field(() => Count, {
      nullable: true,
      description:
        'Median of the days from PRELIMINARY to CONFIRMED over confirmed victims; those who are not confirmed are not in it. Other parties are told what the release in force froze: over 10 victims or more, to ten days.',
    })
    @Sensitivity('STATISTICAL')
    daysToConfirmed!: Count | null;
  }
  return CasePersonFigures;
}
