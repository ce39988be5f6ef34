import type { LocalizedText } from '../localized-text';
import type { DomesticGrant } from './domestic-grants';
import type { Enrolment } from './enrolment';
import type { FirstDocument } from './party-document';
import { quoted, quotedTexts } from './quoted';

/** What a party's agreement with its own staff is made of. */
export interface DomesticAgreement extends Pick<Enrolment, 'party' | 'name'> {
  readonly legalGround: LocalizedText;
  readonly grants: readonly DomesticGrant[];
  /** The day from which it holds; it ends five years later. */
  readonly from: Date;
}

const YEARS = 5;

/** Writes what a party's own staff see of its own data. Undefined where there is nothing to grant. */
export function domesticAgreement(agreement: DomesticAgreement): FirstDocument | undefined {
  const { party, name, legalGround, grants, from } = agreement;
  if (grants.length === 0) return undefined;
  const to = new Date(Date.UTC(from.getUTCFullYear() + YEARS, from.getUTCMonth(), from.getUTCDate()));
  const lines = [
    `# What the own staff of ${party} see of its data: they need grants like everyone else. PROTECTED fields and`,
    '# mutations are left out: grant those by hand, to whom needs them.',
    `agreement: ${party}-DOMESTIC`,
    `owner: ${party}`,
    `title: ${quotedTexts({ en: `${name.en}, own staff`, es: `${name.es}, personal propio` })}`,
    `parties: [${party}]`,
    `legalGround: ${quotedTexts(legalGround)}`,
    `from: ${dayOf(from)}`,
    `to: ${dayOf(to)}`,
    'obligations:',
    `  deleteBy: P${YEARS}Y`,
    '  passingOn:',
    '    en: Not outside the agency without an agreement.',
    '    es: No fuera de la entidad sin un acuerdo.',
    'grants:',
    ...grants.flatMap((grant) => grantLines(grant, party)),
  ];
  return { name: `agreements/domestic.${party.toLowerCase()}.yaml`, text: `${lines.join('\n')}\n` };
}

const dayOf = (instant: Date): string => instant.toISOString().slice(0, 10);

function grantLines({ suffix, coordinates, roles, purposes }: DomesticGrant, party: string): string[] {
  const byType = Map.groupBy(coordinates, (coordinate) => coordinate.split('.')[0] as string);
  return [
    `  - id: ${party}-${suffix}`,
    '    fields:',
    ...[...byType].map(([type, fields]) => `      ${type}: [${fields.map(fieldName).join(', ')}]`),
    `    audience: { parties: [${party}], roles: [${roles.join(', ')}] }`,
    `    purposes: [${purposes.join(', ')}]`,
    '    level: full',
  ];
}

/** Quoted: a field may be named `on`, `null` or `yes`, which some read as something else than a name. */
const fieldName = (coordinate: string): string => quoted(coordinate.split('.')[1] as string);
