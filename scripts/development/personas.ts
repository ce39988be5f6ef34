import type { Purpose, Role } from '@pasarela/schema/identity/purposes';

/** The parties that have a development issuer: three governments and a humanitarian organisation. */
export const DEVELOPMENT_PARTIES = ['COL', 'HUM', 'PAN', 'USA'] as const;
type DevelopmentParty = (typeof DEVELOPMENT_PARTIES)[number];

/** The issuer's name says what it is; production refuses it. */
export const developmentIssuerUrl = (party: string): string =>
  `https://development-issuer.${party.toLowerCase()}.invalid/`;

/** Somebody who can ask, on a developer's machine. */
export interface Persona {
  readonly party: DevelopmentParty;
  readonly agency: string;
  readonly roles: readonly Role[];
  readonly purposes: readonly Purpose[];
  readonly assurance: number;
}

type Rights = Pick<Persona, 'roles' | 'purposes' | 'assurance'>;

/** What each role's issuer grants purposes for. */
const ROLES = {
  analyst: { roles: ['ANALYST'], purposes: ['STATISTICS', 'MIGRATION_MANAGEMENT'], assurance: 2 },
  investigator: { roles: ['INVESTIGATOR'], purposes: ['ENFORCEMENT'], assurance: 3 },
  protection: { roles: ['PROTECTION_OFFICER'], purposes: ['PROTECTION', 'CHILD_PROTECTION'], assurance: 3 },
  dashboard: { roles: ['DASHBOARD'], purposes: ['STATISTICS'], assurance: 1 },
  administrator: {
    roles: ['ADMINISTRATOR'],
    purposes: ['POLICY_ADMINISTRATION', 'MIGRATION_MANAGEMENT'],
    assurance: 3,
  },
  deputy: { roles: ['ADMINISTRATOR'], purposes: ['POLICY_ADMINISTRATION'], assurance: 3 },
  auditor: { roles: ['AUDITOR'], purposes: ['AUDIT'], assurance: 3 },
  border: { roles: ['BORDER_OFFICER'], purposes: ['MIGRATION_MANAGEMENT'], assurance: 3 },
  dpo: {
    roles: ['DATA_PROTECTION_OFFICER'],
    purposes: ['AUDIT', 'POLICY_ADMINISTRATION', 'DATA_SUBJECT_RIGHTS'],
    assurance: 3,
  },
} as const satisfies Readonly<Record<string, Rights>>;

/** An organisation investigates nobody; its officers protect. */
const { administrator, deputy, auditor, dpo } = ROLES;
const ROLES_OF_ORGANISATION: Readonly<Record<string, Rights>> = {
  officer: ROLES.protection,
  administrator,
  deputy,
  auditor,
  dpo,
};

const AGENCIES: Readonly<Record<DevelopmentParty, Readonly<Record<string, string>>>> = {
  COL: { default: 'MIGRACION_COLOMBIA', investigator: 'FISCALIA', protection: 'ICBF' },
  PAN: { default: 'SNM', investigator: 'MINISTERIO_PUBLICO' },
  USA: { default: 'DHS', investigator: 'DOJ', protection: 'STATE' },
  HUM: { default: 'FIELD_PROTECTION' },
};

const rolesOf = (party: DevelopmentParty): Readonly<Record<string, Rights>> =>
  party === 'HUM' ? ROLES_OF_ORGANISATION : ROLES;

/** Every persona by its name, `<role>.<party>`: analyst.pan, dpo.col, officer.hum ... */
export const PERSONAS: ReadonlyMap<string, Persona> = new Map(
  DEVELOPMENT_PARTIES.flatMap((party) =>
    Object.entries(rolesOf(party)).map(([role, rights]) => {
      const agency = AGENCIES[party][role] ?? (AGENCIES[party].default as string);
      return [`${role}.${party.toLowerCase()}`, { party, agency, ...rights }] as const;
    }),
  ),
);
