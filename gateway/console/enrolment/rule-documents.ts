import type { SaidOfParty } from './enrolment-form';
import type { OwnField } from './own-fields';

/** A rule document: its name under a folder of rules, and its text. */
export type RuleDocument = { name: string; text: string };

const quoted = (text: string): string => JSON.stringify(text);
const quotedTexts = ({ en, es }: { en: string; es: string }): string => `{ en: ${quoted(en)}, es: ${quoted(es)} }`;

/** Writes who a party is. */
export function partyDocument({ party, name, contact, agencies }: SaidOfParty): RuleDocument {
  const lines = [
    `party: ${party}`,
    `name: ${quotedTexts(name)}`,
    `contact: ${quoted(contact)}`,
    `agencies: [${agencies.map(({ code }) => code).join(', ')}]`,
  ];
  return { name: `parties/${party.toLowerCase()}.yaml`, text: `${lines.join('\n')}\n` };
}

type Audience = { suffix: string; roles: string[]; purposes: string[]; reaches: (field: OwnField) => boolean };

/** What answers from the party's own evidence is for its oversight. */
const isEvidence = ({ coordinate }: OwnField): boolean => /^Query\.\w+Evidence$/.test(coordinate);
const isOfRecords = (field: OwnField): boolean =>
  !isEvidence(field) && (field.sensitivity === 'OPERATIONAL' || field.sensitivity === 'PERSONAL');

/** Nothing PROTECTED and no mutation is granted by itself: the party grants those by hand, to whom needs them. */
const AUDIENCES: readonly Audience[] = [
  {
    suffix: 'DOMESTIC-STATISTICS',
    roles: ['ANALYST', 'DASHBOARD', 'ADMINISTRATOR'],
    purposes: ['STATISTICS', 'MIGRATION_MANAGEMENT'],
    reaches: ({ sensitivity }) => sensitivity === 'STATISTICAL',
  },
  {
    suffix: 'DOMESTIC-RECORDS',
    roles: ['ANALYST', 'ADMINISTRATOR'],
    purposes: ['MIGRATION_MANAGEMENT'],
    reaches: (field) => isOfRecords(field) && field.about.every((subject) => subject === 'NONE'),
  },
  {
    suffix: 'DOMESTIC-PROTECTION',
    roles: ['PROTECTION_OFFICER'],
    purposes: ['PROTECTION', 'CHILD_PROTECTION'],
    reaches: (field) => isOfRecords(field) || field.sensitivity === 'SENSITIVE',
  },
  {
    suffix: 'DOMESTIC-EVIDENCE',
    roles: ['ADMINISTRATOR', 'AUDITOR', 'DATA_PROTECTION_OFFICER'],
    purposes: ['AUDIT', 'POLICY_ADMINISTRATION'],
    reaches: isEvidence,
  },
];

const YEARS = 5;

/** What a party's agreement with its own staff is made of. */
export type DomesticParts = {
  said: Pick<SaidOfParty, 'party' | 'name'>;
  fields: readonly OwnField[];
  legalGround: { en: string; es: string };
  from: Date;
};

/** Whether there is anything to grant to a party's own staff. */
export const hasGrants = (fields: readonly OwnField[]): boolean =>
  AUDIENCES.some(({ reaches }) => fields.some(reaches));

/** Writes what a party's own staff see of its data; null where there is nothing to grant. */
export function domesticDocument({ said, fields, legalGround, from }: DomesticParts): RuleDocument | null {
  if (!hasGrants(fields)) return null;
  const { party, name } = said;
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
    ...AUDIENCES.flatMap((audience) => grantLines(audience, fields.filter(audience.reaches), party)),
  ];
  return { name: `agreements/domestic.${party.toLowerCase()}.yaml`, text: `${lines.join('\n')}\n` };
}

const dayOf = (instant: Date): string => instant.toISOString().slice(0, 10);

function grantLines({ suffix, roles, purposes }: Audience, fields: readonly OwnField[], party: string): string[] {
  if (fields.length === 0) return [];
  const types = [...new Set(fields.map(({ coordinate }) => coordinate.split('.')[0]))];
  const namesIn = (type: string | undefined) =>
    fields
      .filter(({ coordinate }) => coordinate.startsWith(`${type}.`))
      .map(({ coordinate }) => coordinate.split('.')[1]);
  return [
    `  - id: ${party}-${suffix}`,
    '    fields:',
    ...types.map(
      (type) =>
        `      ${type}: [${namesIn(type)
          .map((name) => quoted(name ?? ''))
          .join(', ')}]`,
    ),
    `    audience: { parties: [${party}], roles: [${roles.join(', ')}] }`,
    `    purposes: [${purposes.join(', ')}]`,
    '    level: full',
  ];
}
