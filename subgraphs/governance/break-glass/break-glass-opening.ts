import { Owner } from '@pasarela/serve/domain/labels';
import { ID, ObjectType, registerEnumType } from 'type-graphql';
import { GovernanceField } from '../governance-field';
import { BreakGlassState } from './opening-state';

registerEnumType(BreakGlassState, {
  name: 'BreakGlassState',
  description: 'How far an opening has come. TO_REVIEW: it has ended, and its owner has not recorded a finding yet.',
});

/** What an owner found. */
export enum BreakGlassFinding {
  JUSTIFIED = 'JUSTIFIED',
  TOO_WIDE = 'TOO_WIDE',
  NOT_JUSTIFIED = 'NOT_JUSTIFIED',
}
registerEnumType(BreakGlassFinding, {
  name: 'BreakGlassFinding',
  description:
    'What the owner found. TOO_WIDE: the case justified an opening, and more was asked under it than the case needed.',
});

/** An opening of an agreement. */
@ObjectType({
  description:
    'That somebody opened the break-glass grants of an agreement, for themselves and one purpose, for some hours.',
})
@Owner('ALL')
export class BreakGlassOpening {
  @GovernanceField(() => ID, 'Names the opening.')
  id!: string;

  @GovernanceField(() => String, 'Whose agreement it is.')
  owner!: string;

  @GovernanceField(() => String, 'The agreement.')
  agreement!: string;

  @GovernanceField(() => String, 'The party of who opened it.')
  party!: string;

  @GovernanceField(() => String, 'Their agency.')
  agency!: string;

  @GovernanceField(() => String, 'Who it is, as their issuer names them: an opening is of one person alone.')
  person!: string;

  @GovernanceField(() => String, 'For which purpose.')
  purpose!: string;

  @GovernanceField(() => String, 'The case that it serves.')
  caseReference!: string;

  @GovernanceField(() => String, 'Why, in the words of who opened it.')
  reason!: string;

  @GovernanceField(() => String, 'When, an instant in ISO 8601.')
  openedAt!: string;

  @GovernanceField(() => String, 'When it ended or will end, an instant in ISO 8601.')
  until!: string;

  @GovernanceField(() => BreakGlassState, 'How far it has come.')
  state!: BreakGlassState;

  @GovernanceField(() => BreakGlassFinding, 'What the owner found; blank before the review.')
  finding!: BreakGlassFinding | null;

  @GovernanceField(() => String, 'What the owner noted.')
  note!: string | null;

  @GovernanceField(() => String, 'When it was reviewed, an instant in ISO 8601.')
  reviewedAt!: string | null;
}
