import { registerEnumType } from 'type-graphql';

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
