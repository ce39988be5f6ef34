import { Owner } from '@pasarela/serve/domain/labels';
import { Int, ObjectType } from 'type-graphql';
import { GovernanceField } from '../governance-field';
import { EnforcementPoint } from './enforcement-point';

/** One publication of an owner's rules. */
@ObjectType({ description: "One publication of an owner's rules." })
@Owner('ALL')
export class RulePublication {
  @GovernanceField(() => String, 'Whose rules.')
  owner!: string;

  @GovernanceField(() => Int, 'Their number.')
  number!: number;

  @GovernanceField(() => String, 'When, an instant in ISO 8601.')
  publishedAt!: string;

  @GovernanceField(() => String, "Who published them, by their issuer's name.")
  publishedBy!: string;

  @GovernanceField(() => Boolean, 'Whether no later ones of the same owner were published.')
  newest!: boolean;

  @GovernanceField(
    () => [EnforcementPoint],
    'For the newest, every enforcement point and whether they are in force there.',
  )
  points!: readonly EnforcementPoint[] | null;
}
