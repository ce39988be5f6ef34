import { Owner, Sensitivity } from '@pasarela/serve/domain/labels';
import { PartialDate } from '@pasarela/serve/domain/scalars';
import { Field, ObjectType, registerEnumType } from 'type-graphql';

/** What happens in the course of a case. */
export enum CaseEventKind {
  OPENED = 'OPENED',
  SUSPENDED = 'SUSPENDED',
  ARREST = 'ARREST',
  INDICTMENT = 'INDICTMENT',
  CONVICTION = 'CONVICTION',
  CLOSED = 'CLOSED',
}
registerEnumType(CaseEventKind, { name: 'CaseEventKind', description: 'What happens in the course of a case.' });

/** One event of a case. */
@ObjectType({ description: 'One event of a case.' })
@Owner('USA')
export class CaseEvent {
  @Field(() => PartialDate, { nullable: true, description: 'The day of the event.' })
  @Sensitivity('OPERATIONAL')
  on!: string | null;

  @Field(() => CaseEventKind, { nullable: true, description: 'What happened.' })
  @Sensitivity('OPERATIONAL')
  event!: CaseEventKind | null;
}
