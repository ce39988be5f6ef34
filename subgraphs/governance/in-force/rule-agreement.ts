import { Owner } from '@pasarela/serve/domain/labels';
import { ObjectType } from 'type-graphql';
import { GovernanceField } from '../governance-field';

/** What a recipient owes. */
@ObjectType({ description: 'What whoever receives data under an agreement owes.' })
@Owner('ALL')
export class RuleObligations {
  @GovernanceField(() => String, 'Within which time what was received is deleted, a duration in ISO 8601 (P90D).')
  deleteBy!: string;

  @GovernanceField(() => String, 'To whom it may be passed on, in English.')
  passingOnEn!: string;

  @GovernanceField(() => String, 'To whom it may be passed on, in Spanish.')
  passingOnEs!: string;
}

/** One grant of an agreement. */
@ObjectType({ description: 'What an agreement shows: fields, to an audience, for purposes, at a level.' })
@Owner('ALL')
export class RuleGrant {
  @GovernanceField(() => String, 'The id, as notices name it.')
  id!: string;

  @GovernanceField(() => [String], 'The fields, Type.field.')
  fields!: readonly string[];

  @GovernanceField(() => [String], 'To requesters of these parties,')
  parties!: readonly string[] | null;

  @GovernanceField(() => [String], 'of these agencies; blank: of any,')
  agencies!: readonly string[] | null;

  @GovernanceField(() => [String], 'with one of these roles; blank: with any,')
  roles!: readonly string[] | null;

  @GovernanceField(() => [String], 'for these purposes,')
  purposes!: readonly string[];

  @GovernanceField(() => String, 'at this level,')
  level!: string;

  @GovernanceField(() => String, 'on records for which this is certainly true, as JSON; blank: on all.')
  when!: string | null;
}

/** One owner's part of an agreement. */
@ObjectType({ description: "One owner's part of an agreement between parties: why data may cross, for how long." })
@Owner('ALL')
export class RuleAgreement {
  @GovernanceField(() => String, 'OWNER:NAME. Names this part.')
  id!: string;

  @GovernanceField(() => String, 'The name of the agreement.')
  name!: string;

  @GovernanceField(() => String, 'Whose part it is.')
  owner!: string;

  @GovernanceField(() => String, 'The title in English.')
  titleEn!: string;

  @GovernanceField(() => String, 'The title in Spanish.')
  titleEs!: string;

  @GovernanceField(() => [String], 'The parties to it.')
  parties!: readonly string[];

  @GovernanceField(() => [String], 'The purposes of its grants.')
  purposes!: readonly string[];

  @GovernanceField(() => String, 'In force from this instant, ISO 8601, included.')
  from!: string;

  @GovernanceField(() => String, 'In force until this instant, ISO 8601, not included.')
  to!: string;

  @GovernanceField(() => RuleObligations, 'What the recipient owes.')
  obligations!: RuleObligations;

  @GovernanceField(() => String, 'The legal ground in English.')
  legalGroundEn!: string;

  @GovernanceField(() => String, 'The legal ground in Spanish.')
  legalGroundEs!: string;

  @GovernanceField(() => [RuleGrant], 'What it grants.')
  grants!: readonly RuleGrant[];
}
