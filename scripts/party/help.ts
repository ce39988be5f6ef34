import type { LocalizedText } from '@pasarela/schema/localized-text';

/** What each part of the help says, in each language. */
export const HELP = {
  description: {
    en: 'How a party joins the exchange, and how an exchange begins.',
    es: 'Cómo se incorpora una parte al intercambio y cómo comienza un intercambio.',
  },
  new: {
    en: "makes a party's keys, its public enrolment file and its first rules, on its own machine",
    es: 'crea las claves de una parte, su archivo público de inscripción y sus primeras reglas, en su propio equipo',
  },
  admit: {
    en: 'pins a party in the files of this machine, after comparing its fingerprint over the telephone',
    es: 'fija una parte en los archivos de este equipo, tras comparar su huella por teléfono',
  },
  publishFirst: {
    en: 'brings the first rules of a party that was admitted, as an administrator of another one',
    es: 'aporta las primeras reglas de una parte admitida, como administrador de otra',
  },
  signFirst: {
    en: "signs a party's own first rules, as they were drafted for it, on its own machine",
    es: 'firma las primeras reglas de una parte, tal como se redactaron para ella, en su propio equipo',
  },
  found: {
    en: "signs an owner's shipped rules with a production root key and publishes them in an empty store",
    es: 'firma las reglas distribuidas de un titular con una clave raíz de producción y las publica en un almacén vacío',
  },
  code: { en: 'the code of the party: BRA', es: 'el código de la parte: BRA' },
  file: { en: 'the enrolment file', es: 'el archivo de inscripción' },
  nameEn: { en: 'its name in English', es: 'su nombre en inglés' },
  nameEs: { en: 'its name in Spanish', es: 'su nombre en español' },
  agency: {
    en: 'an agency, PF="Polícia Federal"; once for each',
    es: 'una entidad, PF="Polícia Federal"; una vez por cada una',
  },
  issuer: {
    en: 'the https address that names its issuer of tokens',
    es: 'la dirección https que nombra a su emisor de tokens',
  },
  contact: { en: 'whom to ask about its rules', es: 'a quién preguntar por sus reglas' },
  subgraph: {
    en: 'a subgraph, NAME=https://address; once for each',
    es: 'un subgrafo, NOMBRE=https://dirección; una vez por cada uno',
  },
  schema: {
    en: 'its schema with labels (.graphql): its own staff are granted what it owns',
    es: 'su esquema con etiquetas (.graphql): a su personal se le concede lo que posee',
  },
  legalGroundEn: {
    en: 'the law under which its own staff work, in English',
    es: 'la ley bajo la que trabaja su personal, en inglés',
  },
  legalGroundEs: { en: 'the same in Spanish', es: 'lo mismo en español' },
  out: { en: 'the folder to write to', es: 'la carpeta donde escribir' },
  fingerprint: { en: 'as the party read it over the telephone', es: 'tal como la parte la leyó por teléfono' },
  dir: { en: 'the folder of rules', es: 'la carpeta de reglas' },
  as: {
    en: 'an administrator, in development: administrator.pan',
    es: 'un administrador, en desarrollo: administrator.pan',
  },
  tokenFile: {
    en: "a file with an administrator's token, instead of --as",
    es: 'un archivo con el token de un administrador, en lugar de --as',
  },
  draft: { en: 'a draft that was written before', es: 'un borrador ya escrito' },
  key: { en: 'the private root key (JWK)', es: 'la clave raíz privada (JWK)' },
  signed: { en: 'the file with what was signed', es: 'el archivo con lo firmado' },
  url: { en: 'the gateway', es: 'la pasarela' },
  draftFile: { en: 'what was drafted for the party', es: 'lo redactado para la parte' },
  to: { en: 'the file to write what was signed to', es: 'el archivo donde escribir lo firmado' },
  owner: { en: 'whose rules: a party, or ALL', es: 'de quién son las reglas: una parte, o ALL' },
  signOnly: { en: 'only signs, and publishes nothing here', es: 'solo firma, y no publica nada aquí' },
  quorum: {
    en: 'of ALL: more than half of the parties are enough',
    es: 'de ALL: basta con más de la mitad de las partes',
  },
  lang: { en: 'en or es; else the language of your terminal', es: 'en o es; si no, el idioma de su terminal' },
  help: { en: 'this help', es: 'esta ayuda' },
} as const satisfies Record<string, LocalizedText>;

/** The headings of the help, in each language. */
export const HEADINGS = {
  en: {},
  es: { 'Usage:': 'Uso:', 'Arguments:': 'Argumentos:', 'Options:': 'Opciones:', 'Commands:': 'Órdenes:' },
} as const;
