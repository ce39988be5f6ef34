import { Field, ObjectType } from 'type-graphql';
import { Count } from '../domain/count';
import { Owner, Sensitivity } from '../domain/labels';
import type { CaseOwner } from './case-domain';

/** Makes an owner's type of figures by nationality. */
export function caseFiguresType({ party, prefix, name }: CaseOwner) {
  @ObjectType(`${prefix}SmugglingCaseFigures`, {
    description: `How many synthetic cases of ${name} concern one nationality. Other parties are told the release in force: small cells, and what would give them away, are suppressed. Never added to another nationality's or another owner's.`,
  })
  @Owner(party)
  class SmugglingCaseFigures {
    @Field(() => String, { description: 'The dataset that is counted; synthetic ones begin with SYNTHETIC.' })
    @Sensitivity('PUBLIC')
    dataset!: string;

    @Field(() => Count, {
      nullable: true,
      description:
        'Cases in which at least one victim of trafficking of the nationality is identified, preliminary or confirmed; counted under each nationality that it concerns. Other parties are told the release in force: under 10, zero too, is suppressed.',
    })
    @Sensitivity('STATISTICAL')
    casesWithIdentifiedVictims!: Count | null;

    @Field(() => Count, {
      nullable: true,
      description:
        'Cases in which at least one smuggled migrant or victim of trafficking has the nationality; counted under each that it concerns. Other parties are told the release in force: 1 to 4 are suppressed.',
    })
    @Sensitivity('STATISTICAL')
    cases!: Count | null;
  }
  return SmugglingCaseFigures;
}
