import type { Language } from '@pasarela/schema/localized-text';

/** The words of the code lists in Spanish; English readers see the codes, which are English words. */
const SPANISH: Readonly<Record<string, string>> = {
  VALUE: 'VALOR',
  ZERO: 'CERO',
  SUPPRESSED: 'SUPRIMIDO',
  WITHHELD: 'RETENIDO',
  WITHHELD_OR_ABSENT: 'RETENIDO_O_AUSENTE',
  NOT_PUBLISHED: 'NO_PUBLICADO',
  NOT_APPLICABLE: 'NO_APLICA',
  NOT_COLLECTED: 'NO_RECOLECTADO',
  OUTAGE: 'SIN_CONEXIÓN',
  PROVISIONAL: 'PROVISIONAL',
  REVISED: 'REVISADA',
  PERSONS: 'personas',
  DETECTIONS: 'detecciones',
  REGISTERED_ENTRIES: 'ingresos registrados',
  ENCOUNTERS: 'encuentros',
  PERMITS: 'permisos',
  CASES: 'casos',
  ARRESTS: 'capturas',
  CONVICTIONS: 'condenas',
  APPLICATIONS: 'solicitudes',
  CONSULTATIONS: 'consultas',
  REFERRALS: 'remisiones',
  NORTH: 'hacia el norte',
  SOUTH: 'hacia el sur',
  FEMALE: 'mujeres',
  MALE: 'hombres',
  TOTAL: 'total',
  ADULTS: 'personas adultas',
  MINORS: 'personas menores de 18 años',
  WOMEN: 'mujeres',
  MEN: 'hombres',
  BOYS: 'niños',
  GIRLS: 'niñas',
  UNACCOMPANIED_AND_SEPARATED_CHILDREN: 'NNA no acompañados y separados',
  MINORS_AGED_0_TO_5: 'menores de 0 a 5 años',
  UNACCOMPANIED_AND_SEPARATED_AGED_0_TO_5: 'NNA no acompañados y separados, 0 a 5 años',
  UNACCOMPANIED_AND_SEPARATED_AGED_6_TO_12: 'NNA no acompañados y separados, 6 a 12 años',
  UNACCOMPANIED_AND_SEPARATED_AGED_13_TO_17: 'NNA no acompañados y separados, 13 a 17 años',
  CHILDREN_ADOLESCENTS_AND_YOUTH: 'niñas, niños, adolescentes y jóvenes (NNAJ)',
  OTHER: 'otros',
  MIGRACION_COLOMBIA: 'Migración Colombia',
  DEFENSORIA: 'Defensoría del Pueblo',
  'whole Urabá-Darién': 'todo Urabá-Darién',
  'of which Necoclí and Turbo': 'de los cuales Necoclí y Turbo',
  'PAN: SNM, registered arrivals': 'PAN: SNM, ingresos registrados',
  PREREGISTERED: 'preregistro',
  BIOMETRIC_DONE: 'biometría realizada',
  IN_REVIEW: 'en estudio',
  APPROVED: 'aprobado',
  PRINTED: 'impreso',
  DELIVERED: 'entregado',
  AUTHORISED: 'autorizado',
  IN_PROCESS: 'en trámite',
  AUTHORISED_OR_IN_PROCESS: 'autorizado o en trámite',
  HELD: 'en poder de titulares',
  JOINT_STATEMENT_CLAIM: 'afirmación de la declaración conjunta',
  REQUIRED: 'requerido',
  DENIED: 'negado',
  CANCELLED: 'cancelado',
  OPEN: 'abierto',
  CLOSED: 'cerrado',
  SMUGGLED_MIGRANT: 'persona objeto de tráfico ilícito',
  TRAFFICKING_VICTIM: 'víctima de trata de personas',
  WITNESS: 'testigo',
  SUSPECT: 'persona sospechosa',
  PRELIMINARY: 'preliminar',
  CONFIRMED: 'confirmada',
  US_CONVICTIONS: 'condenas en Estados Unidos',
  SENTENCED: 'personas sentenciadas',
  ON_FOOT: 'a pie',
  BOAT: 'lancha',
  BUS: 'bus',
  TRUCK: 'camión',
  AIR: 'avión',
  NO_LONGER_ACTIVE: 'ya no está activa',
  REGISTERED: 'inscripciones',
  SCREENED_FOR_OTHER_PATHWAYS: 'evaluaciones para otras vías',
  REFERRED: 'remisiones',
  ARRIVED: 'llegadas',
  CHNV_PAROLE: 'permiso humanitario (parole) CHNV',
  FAMILY_REUNIFICATION_PAROLE: 'permiso (parole) de reunificación familiar',
  LABOUR: 'vía laboral',
  RESETTLEMENT_ELSEWHERE: 'reasentamiento en otro país',
  AS_PRINTED: 'como se publicó',
  MORE_THAN: 'más de',
  ALMOST: 'casi',
  ADMINISTRATIVE_REVIEW: 'revisión administrativa',
  NEW: 'nuevas',
  APPEAL: 'apelaciones',
  STATISTICS: 'ESTADÍSTICA',
  MIGRATION_MANAGEMENT: 'GESTIÓN MIGRATORIA',
  PROTECTION: 'PROTECCIÓN',
  CHILD_PROTECTION: 'PROTECCIÓN DE LA NIÑEZ',
  ENFORCEMENT: 'PERSECUCIÓN DEL DELITO',
  POLICY_ADMINISTRATION: 'ADMINISTRACIÓN DE REGLAS',
  AUDIT: 'AUDITORÍA',
  DATA_SUBJECT_RIGHTS: 'DERECHOS DE LOS TITULARES',
  SYNTHETIC: 'SINTÉTICO',
  LOWERED: 'REDUCIDO',
  CONDITIONAL: 'CONDICIONAL',
  ROWS_CONDITIONAL: 'FILAS CONDICIONALES',
  BREAK_GLASS: 'ABIERTO POR URGENCIA',
};

/** The levels of the rules (schema/access/levels.ts) in Spanish. */
const SPANISH_LEVELS: Readonly<Record<string, string>> = {
  none: 'nada',
  full: 'completo',
  exact: 'exacto',
  raw: 'sin enmascarar',
  year: 'año',
  month: 'mes',
  ageBand: 'banda de edad',
  firstAdministrativeLevel: 'primer nivel administrativo',
  pseudonym: 'seudónimo',
  rounded: 'redondeado',
  allow: 'permitido',
};

/** Colombia's grouping with points; English uses commas. Counts have no decimals, so neither can be misread. */
const LOCALES: Readonly<Record<Language, string>> = { en: 'en-US', es: 'es-CO' };

/** How codes and numbers are written in one language. */
export interface Vocabulary {
  /** A code of a list as its reader knows it; other texts stay as they are. */
  word(code: string): string;
  /** A level that a rule allows. */
  level(code: string): string;
  /** A whole number with its thousands grouped. */
  number(value: number): string;
}

/** How codes and numbers are written in a language. */
export function vocabularyOf(language: Language): Vocabulary {
  const format = new Intl.NumberFormat(LOCALES[language], { useGrouping: 'always' });
  return {
    word: (code) => (language === 'es' ? (SPANISH[code] ?? code) : code),
    level: (code) => (language === 'es' ? (SPANISH_LEVELS[code] ?? code) : code),
    number: (value) => format.format(value),
  };
}
