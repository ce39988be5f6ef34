import { registerEnumType } from 'type-graphql';

/** Where a case stands. */
export enum CaseStatus {
  OPEN = 'OPEN',
  SUSPENDED = 'SUSPENDED',
  PROSECUTED = 'PROSECUTED',
  CLOSED = 'CLOSED',
}
registerEnumType(CaseStatus, { name: 'CaseStatus', description: 'Where a case stands.' });

/** What may be done with intelligence, by Europol's SIENA codes. */
export enum HandlingCode {
  H0 = 'H0',
  H1 = 'H1',
  H2 = 'H2',
  H3 = 'H3',
}
registerEnumType(HandlingCode, {
  name: 'HandlingCode',
  description: 'What may be done with the information (SIENA).',
  valuesConfig: {
    H0: { description: 'For the prevention and prosecution of crime only.' },
    H1: { description: "Not in court without the originator's permission." },
    H2: { description: "Not passed on, nor counted for others, without the originator's permission." },
    H3: { description: 'Other limits, stated by the originator.' },
  },
});

/** How far a source is trusted, apart from what it says. */
export enum SourceGrade {
  A = 'A',
  B = 'B',
  C = 'C',
  X = 'X',
}
registerEnumType(SourceGrade, {
  name: 'SourceGrade',
  description: 'How far a source is trusted: A always reliable, B mostly, C mostly not, X not known.',
});

/** The traffic light protocol 2.0: with whom a document may be shared. A label, not law. */
export enum TrafficLight {
  RED = 'RED',
  AMBER_STRICT = 'AMBER_STRICT',
  AMBER = 'AMBER',
  GREEN = 'GREEN',
  CLEAR = 'CLEAR',
}
registerEnumType(TrafficLight, {
  name: 'TrafficLight',
  description: 'The traffic light protocol 2.0: with whom a document may be shared. A label, not law.',
});
