import { stringify } from 'yaml';
import type { LocalizedText } from '../../localized-text';
import { grantLines, type WrittenGrant } from './grant-text';

/** What a new agreement says before its first grant; days as `2026-01-31`, a duration as `P90D`. */
export interface WrittenAgreement {
  readonly agreement: string;
  readonly owner: string;
  readonly title: LocalizedText;
  readonly parties: readonly string[];
  readonly legalGround: LocalizedText;
  readonly from: string;
  readonly to: string;
  readonly obligations: { readonly deleteBy: string; readonly passingOn: LocalizedText };
}

/** The text of a new agreement with one grant. */
export function agreementText(agreement: WrittenAgreement, grant: WrittenGrant): string {
  const head = stringify(agreement, { lineWidth: 0 });
  return `${head}grants:\n${grantLines(grant)
    .map((line) => `  ${line}\n`)
    .join('')}`;
}

/** The name under which an agreement's text stands: `agreements/border.pan.yaml`. */
export const agreementFileName = (agreement: string, owner: string): string =>
  `agreements/${agreement.toLowerCase()}.${owner.toLowerCase()}.yaml`;
