import type { Asker } from './requester';

/** An asker, and what must come of the comparison for it to mean something. */
export interface ComparedAsker extends Asker {
  readonly requests: number;
  /** Decides the requests and the other values. */
  readonly seed: number;
  /** What has to be among the values that are changed; attributes that only conditions read have names too. */
  readonly values: readonly string[];
  /** Of which types rows have to be added, removed and changed altogether. */
  readonly rows: readonly string[];
  /** Caps of which each one alone, once removed, gives a difference away. */
  readonly caps: readonly string[];
}

/** Everybody who asks, 500 requests in all. */
export const ASKERS: readonly ComparedAsker[] = [
  {
    persona: 'analyst.col',
    purposes: ['MIGRATION_MANAGEMENT', 'STATISTICS'],
    requests: 120,
    seed: 1_000,
    values: [
      'CrossingRecord.crossedOn',
      'CrossingRecord.birthDate',
      'CrossingRecord.entryPoint',
      'CrossingRecord.station',
      'CrossingRecord.fullName',
      'CrossingRecord.documentNumber',
      'CrossingRecord.biometricReference',
      'CrossingRecord.unaccompaniedChild',
      'CrossingRecord.guardian',
      'CrossingRecord.specificNeeds',
      'CrossingRecord.asylumClaim',
      'CrossingRecord.officerNotes',
      'CrossingRecord.claimedNationalities',
      'CrossingRecord.habitualResidence',
      'ReturnManifestEntry.flightOn',
      'ReturnManifestEntry.fullName',
      'ReturnManifestEntry.legalCategory',
      'ReturnManifestEntry.documentNumber',
      'ReturnManifestEntry.protectionClaim',
      'PermitHolder.fullName',
      'Permit.guardianLink',
      'UsaSmugglingCaseFigures.cases',
      'UsaSmugglingCaseFigures.casesWithIdentifiedVictims',
      'PanamaSmugglingCaseFigures.cases',
      'PanamaCasePersonFigures.byRole',
      'UsaCasePersonFigures.daysToConfirmed',
      'SmugglingCorridor.panamaCases',
    ],
    rows: ['ColombiaSmugglingCase', 'ControlPost', 'PanamaSmugglingCase', 'ReturnManifestEntry', 'UsaSmugglingCase'],
    caps: ['G-DATES', 'G-PLACE', 'G-RETURN-MANIFEST'],
  },
  {
    persona: 'investigator.pan',
    purposes: ['ENFORCEMENT'],
    requests: 100,
    seed: 2_000,
    values: [
      'UsaSmugglingCase.openedOn',
      'UsaSmugglingCase.routes',
      'UsaSmugglingCase.sourceGrade',
      'UsaSmugglingCase.sourceIdentity',
      'UsaSmugglingCase.narrative',
      'UsaSmugglingCase.history',
      'UsaSmugglingCase.persons',
      'UsaSmugglingNetwork.name',
      'ColombiaSmugglingCase.routes',
      'ColombiaSmugglingCase.persons',
    ],
    rows: [
      'ColombiaSmugglingCase',
      'CrossingRecord',
      'Permit',
      'PermitStageCount',
      'ReturnManifestEntry',
      'ReturnRecrossing',
      'UsaSmugglingCase',
    ],
    caps: ['G-HANDLING', 'G-CORRIDOR-DELAY'],
  },
  {
    persona: 'protection.col',
    purposes: ['CHILD_PROTECTION', 'PROTECTION'],
    requests: 100,
    seed: 3_000,
    values: [
      'CrossingRecord.crossedOn',
      'CrossingRecord.birthDate',
      'CrossingRecord.fullName',
      'CrossingRecord.specificNeeds',
      'CrossingRecord.asylumClaim',
      'PermitHolder.asylumClaim',
      'ColombiaCasePerson.asylumClaim',
    ],
    rows: [
      'ControlPost',
      'CrossingRecord',
      'PanamaSmugglingCase',
      'PermitStageCount',
      'ReturnManifestEntry',
      'ReturnRecrossing',
      'UsaSmugglingCase',
    ],
    caps: ['G-CHILDREN-ONLY', 'G-CHILD-BIRTH-DATE'],
  },
  {
    persona: 'protection.pan',
    purposes: ['PROTECTION'],
    requests: 100,
    seed: 4_000,
    values: [
      'CrossingRecord.asylumClaim',
      'CrossingRecord.specificNeeds',
      'CrossingRecord.fullName',
      'CrossingRecord.unaccompaniedChild',
      'CrossingRecord.guardian',
      'ReturnManifestEntry.protectionClaim',
    ],
    rows: [
      'ColombiaSmugglingCase',
      'ControlPost',
      'Permit',
      'PermitStageCount',
      'ReturnRecrossing',
      'UsaSmugglingCase',
    ],
    caps: ['G-COUNTRY-OF-ORIGIN', 'G-COUNTRY-OF-ORIGIN-NEEDS'],
  },
  {
    persona: 'investigator.usa',
    purposes: ['ENFORCEMENT'],
    requests: 80,
    seed: 7_300,
    values: [
      'UsaSmugglingCase.persons',
      'UsaSmugglingCase.sourceIdentity',
      'UsaCasePerson.role',
      'UsaCasePerson.statement',
    ],
    rows: [
      'ColombiaSmugglingCase',
      'ControlPost',
      'CrossingRecord',
      'PanamaSmugglingCase',
      'Permit',
      'PermitStageCount',
      'ReturnManifestEntry',
      'ReturnRecrossing',
    ],
    caps: ['G-SUSPECTS-ONLY', 'G-SOURCE-ORIGINATOR'],
  },
];
