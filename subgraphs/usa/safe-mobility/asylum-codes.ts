import { registerEnumType } from 'type-graphql';

/** The authority of the United States that counted. INVARIANT: two are never one series. */
export enum UsaAsylumAuthority {
  USCIS = 'USCIS',
  EOIR = 'EOIR',
  ADMINISTRATIVE_REVIEW = 'ADMINISTRATIVE_REVIEW',
}
registerEnumType(UsaAsylumAuthority, {
  name: 'UsaAsylumAuthority',
  description:
    'USCIS: US Citizenship and Immigration Services (UNHCR: IN). EOIR: Executive Office for Immigration Review, the immigration courts (EO). ADMINISTRATIVE_REVIEW: review of a decision (AR).',
});

/** The kind of application, as UNHCR prints it. */
export enum UsaAsylumApplicationType {
  NEW = 'NEW',
  APPEAL = 'APPEAL',
}
registerEnumType(UsaAsylumApplicationType, {
  name: 'UsaAsylumApplicationType',
  description: "UNHCR's N and A. From 2010 to 2012 it prints those of EOIR as APPEAL.",
});

/** UNHCR's codes of authorities. */
export const AUTHORITY: Readonly<Record<string, UsaAsylumAuthority>> = {
  IN: UsaAsylumAuthority.USCIS,
  EO: UsaAsylumAuthority.EOIR,
  AR: UsaAsylumAuthority.ADMINISTRATIVE_REVIEW,
};

/** UNHCR's codes of kinds of applications. */
export const APPLICATION_TYPE: Readonly<Record<string, UsaAsylumApplicationType>> = {
  N: UsaAsylumApplicationType.NEW,
  A: UsaAsylumApplicationType.APPEAL,
};
