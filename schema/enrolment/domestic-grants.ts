import { isEvidenceField, OVERSIGHT_PURPOSES, OVERSIGHT_ROLES } from '../evidence/oversight';
import type { Purpose, Role } from '../identity/purposes';
import type { FieldLabel } from '../labels/label';

/** A grant to a party's own staff. */
export interface DomesticGrant {
  /** What follows the party's code in its id. */
  readonly suffix: string;
  readonly coordinates: readonly string[];
  readonly roles: readonly Role[];
  readonly purposes: readonly Purpose[];
}

interface DomesticAudience extends Omit<DomesticGrant, 'coordinates'> {
  reaches(label: FieldLabel): boolean;
}

const isStatistical = ({ sensitivity }: FieldLabel) => sensitivity === 'STATISTICAL';
const isOfRecords = ({ coordinate, sensitivity }: FieldLabel) =>
  !isEvidenceField(coordinate) && (sensitivity === 'OPERATIONAL' || sensitivity === 'PERSONAL');
const isOrdinary = ({ about }: FieldLabel) => about.every((subject) => subject === 'NONE');

/** Who of a party's own staff works with what: statisticians, case workers, who protects people, and who oversees what leaves. */
const AUDIENCES: readonly DomesticAudience[] = [
  {
    suffix: 'DOMESTIC-STATISTICS',
    roles: ['ANALYST', 'DASHBOARD', 'ADMINISTRATOR'],
    purposes: ['STATISTICS', 'MIGRATION_MANAGEMENT'],
    reaches: isStatistical,
  },
  {
    suffix: 'DOMESTIC-RECORDS',
    roles: ['ANALYST', 'ADMINISTRATOR'],
    purposes: ['MIGRATION_MANAGEMENT'],
    reaches: (label) => isOfRecords(label) && isOrdinary(label),
  },
  {
    suffix: 'DOMESTIC-PROTECTION',
    roles: ['PROTECTION_OFFICER'],
    purposes: ['PROTECTION', 'CHILD_PROTECTION'],
    reaches: (label) => isOfRecords(label) || label.sensitivity === 'SENSITIVE',
  },
  {
    suffix: 'DOMESTIC-EVIDENCE',
    roles: OVERSIGHT_ROLES,
    purposes: OVERSIGHT_PURPOSES,
    reaches: ({ coordinate }) => isEvidenceField(coordinate),
  },
];

/**
 * What a party's own staff are granted of the fields that it owns, by role and purpose.
 *
 * INVARIANT: nothing PROTECTED and no mutation is granted by itself: the party grants those by hand, to whom needs them.
 */
export function domesticGrants(party: string, labels: Iterable<FieldLabel>): DomesticGrant[] {
  const own = [...labels].filter(
    ({ owner, structural, key, kind }) => owner === party && !structural && !key && kind !== 'mutation',
  );
  return AUDIENCES.map(({ reaches, ...audience }) => ({
    ...audience,
    coordinates: own.filter(reaches).map(({ coordinate }) => coordinate),
  })).filter(({ coordinates }) => coordinates.length > 0);
}
