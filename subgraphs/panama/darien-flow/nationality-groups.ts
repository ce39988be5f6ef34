/** The group that SNM prints for Haitians together with Brazil- and Chile-born children of Haitians. */
export const MERGED_GROUP = 'HTI+BRA+CHL';

/** The groups of SNM's table by year, 2010 to August 2023. */
export const YEAR_GROUPS: readonly string[] = [
  'VEN',
  MERGED_GROUP,
  'ECU',
  'CUB',
  'COL',
  'CHN',
  'IND',
  'NPL',
  'BGD',
  'OTHER',
];

/** The groups of SNM's table by month, January 2020 to July 2022. */
export const MONTH_GROUPS: readonly string[] = [
  'VEN',
  MERGED_GROUP,
  'ECU',
  'CUB',
  'COL',
  'CHN',
  'IND',
  'AFG',
  'BGD',
  'OTHER',
];

const WITHOUT_MEMBERS = new Set(['OTHER', 'TOTAL']);

/** The nationalities that a printed group names, ISO 3166-1 alpha-3; none for OTHER and TOTAL. */
export const membersOf = (group: string): string[] => (WITHOUT_MEMBERS.has(group) ? [] : group.split('+'));

/** The caution that travels with a printed group's figures, or null. */
export function groupCaution(group: string): string | null {
  if (group !== MERGED_GROUP) return null;
  return 'As printed, HTI+BRA+CHL merges Haitians with Brazil- and Chile-born children of Haitians; it cannot be divided.';
}
