import { connectionOf } from '@pasarela/serve/domain/connection';
import { Owner } from '@pasarela/serve/domain/labels';
import { ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { AccessRequest } from '../access-requests/access-request';
import { BreakGlassOpening } from '../break-glass/break-glass-opening';
import { RuleChange } from '../drafts/rule-change';
import { RuleDraft } from '../drafts/rule-draft';
import { GovernanceField } from '../governance-field';

/** What an item is about. */
export enum InboxItemKind {
  APPROVAL_WAITING = 'APPROVAL_WAITING',
  AGREEMENT_LAPSES = 'AGREEMENT_LAPSES',
  ACCESS_REQUEST = 'ACCESS_REQUEST',
  BREAK_GLASS_OPENED = 'BREAK_GLASS_OPENED',
  BREAK_GLASS_TO_REVIEW = 'BREAK_GLASS_TO_REVIEW',
}
registerEnumType(InboxItemKind, { name: 'InboxItemKind', description: 'What an item of the inbox is about.' });

/** One thing that waits for somebody. */
@ObjectType({ description: 'One thing that waits for the administrators or data-protection officers of a party.' })
@Owner('ALL')
export class InboxItem {
  @GovernanceField(() => ID, 'Names the item; it stays the same for as long as the item stands.')
  id!: string;

  @GovernanceField(() => InboxItemKind, 'What it is about.')
  kind!: InboxItemKind;

  @GovernanceField(() => String, 'What to do, in English.')
  whatToDoEn!: string;

  @GovernanceField(() => String, 'What to do, in Spanish.')
  whatToDoEs!: string;

  @GovernanceField(() => String, 'Whose rules it is about.')
  owner!: string;

  @GovernanceField(() => String, 'Since when it waits, an instant in ISO 8601.')
  since!: string;

  @GovernanceField(() => String, 'By when, an instant in ISO 8601; blank where nothing ends.')
  until!: string | null;

  @GovernanceField(() => RuleDraft, 'APPROVAL_WAITING: the change that a second person has to approve.')
  draft?: RuleDraft;

  @GovernanceField(() => String, 'AGREEMENT_LAPSES: the agreement.')
  agreement?: string;

  @GovernanceField(() => Int, 'AGREEMENT_LAPSES: it ends within so many days: 60, 30 or 7.')
  withinDays?: number;

  @GovernanceField(
    () => [RuleChange],
    'AGREEMENT_LAPSES: what your party loses; of its own agreement, what it stops sharing, and with whom.',
  )
  lost?: readonly RuleChange[];

  @GovernanceField(() => AccessRequest, 'ACCESS_REQUEST: the request.')
  accessRequest?: AccessRequest;

  @GovernanceField(() => BreakGlassOpening, 'BREAK_GLASS_OPENED, BREAK_GLASS_TO_REVIEW: the opening.')
  opening?: BreakGlassOpening;
}

/** A page of the inbox. */
export const InboxConnection = connectionOf(() => InboxItem, 'Inbox');
