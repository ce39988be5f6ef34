import { type ClassType, Field, ObjectType } from 'type-graphql';
import { Attribute, Key, Owner, Records, Sensitivity } from '../domain/labels';
import { NationalityReference } from '../domain/references';
import { PartialDate } from '../domain/scalars';
import { type CaseOwner, personTypeName } from './case-domain';
import { CasePersonFields } from './case-person-fields';
import { VictimConfirmation } from './case-person-role';

/** The class that a type of persons extends: the common fields, or an owner's with fields of its own. */
export type PersonFields = abstract new () => CasePersonFields;

/** An owner's `Nationality`: a class of its own, because the owner adds its figures to it and to no other's. */
export function nationalityType() {
  @ObjectType('Nationality', { description: 'A nationality by its ISO 3166-1 alpha-3 code.' })
  @Key('code')
  @Owner('ANY')
  class Nationality extends NationalityReference {}
  return Nationality;
}

/** An owner's type of steps in the identification of victims. */
export function confirmationChangeType({ party, prefix }: CaseOwner) {
  @ObjectType(`${prefix}ConfirmationChange`, {
    description: 'A step in the identification of a victim of trafficking.',
  })
  @Owner(party)
  class ConfirmationChange {
    @Field(() => VictimConfirmation, { nullable: true, description: 'The state that began.' })
    @Sensitivity('SENSITIVE', 'VICTIM')
    confirmation!: VictimConfirmation | null;

    @Field(() => PartialDate, { nullable: true, description: 'The day on which it began.' })
    @Sensitivity('SENSITIVE', 'VICTIM')
    on!: string | null;
  }
  return ConfirmationChange;
}

/** An owner's type of persons in cases. Not an entity: a person is no key across owners. */
export function casePersonType(
  owner: CaseOwner,
  nationality: ClassType<NationalityReference>,
  fields: PersonFields = CasePersonFields,
) {
  const change = confirmationChangeType(owner);

  @ObjectType(personTypeName(owner), {
    description: `A person in a case of ${owner.name}. Under ENFORCEMENT only suspects exist. SYNTHETIC: no real person is behind any record.`,
  })
  @Owner(owner.party)
  @Records('PERSON')
  @Attribute('role', { as: 'SENSITIVE' })
  @Attribute('nationality', { as: 'PERSONAL' })
  @Attribute('claimedNationalities', { list: true, as: 'SENSITIVE' })
  @Attribute('habitualResidence', { as: 'PERSONAL' })
  @Attribute('minor', { type: 'BOOLEAN', as: 'PERSONAL' })
  class CasePerson extends fields {
    @Field(() => [change], {
      nullable: true,
      description: "The steps of a victim's identification, oldest first: preliminary, then confirmed or not.",
    })
    @Sensitivity('SENSITIVE', 'VICTIM')
    stateHistory!: object[] | null;

    @Field(() => nationality, { nullable: true, description: 'Nationality as established.' })
    @Sensitivity('PERSONAL', 'NONE')
    nationality!: NationalityReference | null;
  }
  return { Person: CasePerson, Change: change };
}
