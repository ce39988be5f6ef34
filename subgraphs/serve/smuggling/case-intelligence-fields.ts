import { Field, Int, ObjectType } from 'type-graphql';
import { Sensitivity } from '../domain/labels';
import { SourceGrade } from './case-handling';
import { SmugglingCase } from './smuggling-case';

/** What an owner's type of cases has beside the common shape: whose intelligence it is, and what it says. */
@ObjectType()
export abstract class CaseIntelligenceFields extends SmugglingCase {
  @Field(() => SourceGrade, { nullable: true, description: 'How far the source is trusted.' })
  @Sensitivity('OPERATIONAL')
  sourceGrade!: SourceGrade | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'How far the information is trusted: 1 not in doubt, 2 known to the source itself, 3 not known to it but corroborated, 4 neither.',
  })
  @Sensitivity('OPERATIONAL')
  informationGrade!: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'Who the information is from; the recipient may not pass it on without them.',
  })
  @Sensitivity('OPERATIONAL')
  originator!: string | null;

  @Field(() => String, { nullable: true, description: 'Who the source is. For the originator only.' })
  @Sensitivity('PROTECTED', 'SOURCE')
  sourceIdentity!: string | null;

  @Field(() => String, { nullable: true, description: 'What the investigators wrote.' })
  @Sensitivity('SENSITIVE', 'FREE_TEXT')
  narrative!: string | null;
}
