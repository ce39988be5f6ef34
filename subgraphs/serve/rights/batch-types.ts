import { type ClassType, ID, Int, ObjectType } from 'type-graphql';
import { Owner } from '../domain/labels';
import type { RightsDefinition } from './rights-definition';
import { RightsField } from './rights-field';
import { CorrectionKind } from './rights-state';

/** Makes the type of what an owner recorded of a correction. */
export function correctionTypeOf({ name, party }: RightsDefinition): ClassType<object> {
  @ObjectType(`${name}Correction`, { description: 'That a record was corrected, or is to be erased.' })
  @Owner(party)
  class Correction {
    @RightsField(() => CorrectionKind, 'What was done.')
    what!: CorrectionKind;

    @RightsField(() => String, 'When it was recorded; an ISO instant.')
    recordedAt!: string;

    @RightsField(() => String, 'The day on which past recipients hear of it, and on which an erasure is done.')
    batch!: string;

    @RightsField(() => String, 'What the law keeps of an erased record, in English; null where nothing.')
    keepsEn!: string | null;

    @RightsField(() => String, 'What the law keeps of an erased record, in Spanish; null where nothing.')
    keepsEs!: string | null;
  }
  return Correction;
}

/** Makes the type of what a recipient is told. */
export function supersededTypeOf({ name, party }: RightsDefinition): ClassType<object> {
  @ObjectType(`${name}SupersededRecord`, {
    description: 'A record that you received and that is superseded: ask again or delete it. Why is never told.',
  })
  @Owner(party)
  class Superseded {
    @RightsField(() => ID, 'The key under which you received it.')
    key!: string;

    @RightsField(() => [String], 'The fields that you received, as Type.field, and that the rules still show you.')
    fields!: string[];

    @RightsField(() => String, 'The day of the weekly batch.')
    batch!: string;

    @RightsField(() => String, 'Give it as `after` for those that follow.')
    cursor!: string;
  }
  return Superseded;
}

/** Makes the type of a batch as one recipient got it. */
export function batchTypeOf({ name, party }: RightsDefinition): ClassType<object> {
  @ObjectType(`${name}SupersededBatch`, { description: 'What one recipient was told in one weekly batch.' })
  @Owner(party)
  class Batch {
    @RightsField(() => String, 'The day of the batch.')
    batch!: string;

    @RightsField(() => String, 'The party that was told.')
    party!: string;

    @RightsField(() => String, 'The agency that was told.')
    agency!: string;

    @RightsField(() => String, 'For what it had received the records.')
    purpose!: string;

    @RightsField(() => Int, 'Of how many records.')
    records!: number;

    @RightsField(() => String, 'When somebody of the recipient said that they heard it; null until then.')
    acknowledgedAt!: string | null;
  }
  return Batch;
}
