import { Owner } from '@pasarela/serve/domain/labels';
import { ObjectType } from 'type-graphql';
import { GovernanceField } from '../governance-field';

/** A field that its owner is about to give up. */
@ObjectType({
  description:
    'A field that its owner is about to give up. Nothing changes by itself when its day comes: removing a field is a change of the schema.',
})
@Owner('ALL')
export class RuleDeprecation {
  @GovernanceField(() => String, 'The field, Type.field.')
  id!: string;

  @GovernanceField(() => String, 'Whose field it is.')
  owner!: string;

  @GovernanceField(() => String, 'Since when it is announced, an instant in ISO 8601.')
  since!: string;

  @GovernanceField(() => String, 'Until when it stays at least, an instant in ISO 8601.')
  until!: string;

  @GovernanceField(() => String, 'The field that takes its place, where one does.')
  insteadField!: string | null;

  @GovernanceField(() => String, 'What takes its place in English, where that is no field.')
  insteadEn!: string | null;

  @GovernanceField(() => String, 'What takes its place in Spanish, where that is no field.')
  insteadEs!: string | null;

  @GovernanceField(() => String, 'The reason in English.')
  reasonEn!: string;

  @GovernanceField(() => String, 'The reason in Spanish.')
  reasonEs!: string;
}
