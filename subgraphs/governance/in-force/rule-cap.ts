import { Owner } from '@pasarela/serve/domain/labels';
import { ObjectType } from 'type-graphql';
import { GovernanceField } from '../governance-field';

/** A restriction. */
@ObjectType({
  description:
    'A restriction: no grant shows more. It names fields, types, tags (all that it names must match) or rows.',
})
@Owner('ALL')
export class RuleCap {
  @GovernanceField(() => String, 'OWNER:NAME. Names the restriction.')
  id!: string;

  @GovernanceField(() => String, 'The name, as notices give it.')
  name!: string;

  @GovernanceField(() => String, 'Whose fields it limits; ALL: of everybody.')
  owner!: string;

  @GovernanceField(() => String, 'The guardrails in which it stands.')
  guardrails!: string | null;

  @GovernanceField(() => [String], 'The fields that it names.')
  fields!: readonly string[] | null;

  @GovernanceField(() => [String], 'The types of which it limits every field.')
  types!: readonly string[] | null;

  @GovernanceField(() => [String], 'The subjects of the fields that it limits.')
  about!: readonly string[] | null;

  @GovernanceField(() => [String], 'The kinds of values that it limits.')
  kinds!: readonly string[] | null;

  @GovernanceField(() => [String], 'The sensitivities that it limits.')
  sensitivities!: readonly string[] | null;

  @GovernanceField(() => [String], 'The subjects of the records that the fields bring.')
  returning!: readonly string[] | null;

  @GovernanceField(() => [String], 'The types of which it hides rows.')
  rows!: readonly string[] | null;

  @GovernanceField(() => [String], 'The subjects of records of which it hides rows.')
  rowsOf!: readonly string[] | null;

  @GovernanceField(() => [String], 'For requesters of these parties; blank: of any.')
  parties!: readonly string[] | null;

  @GovernanceField(() => [String], 'Of these agencies; blank: of any.')
  agencies!: readonly string[] | null;

  @GovernanceField(() => [String], 'With one of these roles; blank: with any.')
  roles!: readonly string[] | null;

  @GovernanceField(() => [String], 'The purposes that it limits; blank: all.')
  purposes!: readonly string[] | null;

  @GovernanceField(() => [String], 'The purposes that it leaves alone.')
  exceptPurposes!: readonly string[] | null;

  @GovernanceField(() => String, 'ALWAYS, or only CROSSING a border: when the requester is of another party.')
  scope!: string;

  @GovernanceField(() => String, 'The most that it leaves; of rows none: they do not exist.')
  level!: string;

  @GovernanceField(() => String, 'Limits records for which this is not certainly false, as JSON.')
  when!: string | null;

  @GovernanceField(() => String, 'Limits records for which this is not certainly true, as JSON.')
  unless!: string | null;

  @GovernanceField(() => String, 'The reason in English.')
  reasonEn!: string;

  @GovernanceField(() => String, 'The reason in Spanish.')
  reasonEs!: string;

  @GovernanceField(() => String, 'The law or principle that it follows.')
  source!: string;
}
