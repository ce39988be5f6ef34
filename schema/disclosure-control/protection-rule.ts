/** How an owner protects a table of people before others read it. */
export interface ProtectionRule {
  /** The least number of people of a published cell: 5, and 10 for protection and children. */
  readonly threshold: number;
  /** Whether a zero is suppressed too, as where the fact that is counted is PROTECTED. */
  readonly zerosSuppressed: boolean;
  /** The dimension whose value must never be told of a whole group: where all of a group share it, the group's cells are suppressed. */
  readonly sensitiveDimension?: string;
  /** The base to which values are rounded, last of all; none where the rule's level does not say so. */
  readonly roundTo?: number;
}
