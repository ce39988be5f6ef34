import { Owner } from '@pasarela/serve/domain/labels';
import { ID, ObjectType, registerEnumType } from 'type-graphql';
import { GovernanceField } from '../governance-field';

/** How far a request has come. */
export enum AccessRequestState {
  OPEN = 'OPEN',
  DRAFTED = 'DRAFTED',
  GRANTED = 'GRANTED',
  DECLINED = 'DECLINED',
  WITHDRAWN = 'WITHDRAWN',
}
registerEnumType(AccessRequestState, {
  name: 'AccessRequestState',
  description:
    'How far a request has come. DRAFTED: a change of rules that grants it is written and not published yet; GRANTED: it is published.',
});

/** Somebody's request for a field. */
@ObjectType({ description: "A request for a field, put to the field's owner." })
@Owner('ALL')
export class AccessRequest {
  @GovernanceField(() => ID, 'Names the request.')
  id!: string;

  @GovernanceField(() => String, 'Whose field it is.')
  owner!: string;

  @GovernanceField(() => String, 'The field, as Type.field.')
  coordinate!: string;

  @GovernanceField(() => String, 'For which purpose it is wanted.')
  purpose!: string;

  @GovernanceField(() => String, 'At which level.')
  level!: string;

  @GovernanceField(() => String, 'Why, in the words of who asks.')
  reason!: string;

  @GovernanceField(() => String, 'The party that asks.')
  party!: string;

  @GovernanceField(() => String, 'Its agency.')
  agency!: string;

  @GovernanceField(() => [String], 'The roles of who asks.')
  roles!: readonly string[];

  @GovernanceField(() => String, 'Who asks, as their issuer names them; blank for every other party.')
  askedBy!: string | null;

  @GovernanceField(() => String, 'When, an instant in ISO 8601.')
  askedAt!: string;

  @GovernanceField(() => AccessRequestState, 'How far it has come.')
  state!: AccessRequestState;

  @GovernanceField(() => String, 'When it was granted, declined or withdrawn, an instant in ISO 8601.')
  answeredAt!: string | null;

  @GovernanceField(() => String, 'Why it was declined.')
  answerReason!: string | null;

  @GovernanceField(() => ID, 'The change of rules that grants it; blank for whoever may not see drafts of the owner.')
  draft!: string | null;
}
