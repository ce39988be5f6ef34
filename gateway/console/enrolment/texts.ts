import type { Language } from '../languages';

const es = {
  title: 'Inscripción de una parte',
  motto: 'Cada gobierno decide, campo por campo, quién ve qué y para qué.',
  languageLabel: 'Idioma de la página',
  intro:
    'Para quien se incorpora al intercambio. Todo se crea en este navegador y nada se envía a ningún lugar: guarde los archivos que la página le ofrezca.',
  partySection: 'Quién se incorpora',
  machineSection: 'Con qué se incorpora',
  party: 'Código de la parte',
  partyHint: 'De 3 a 12 mayúsculas; para un país, el de ISO 3166: BRA.',
  nameEn: 'Nombre en inglés',
  nameEs: 'Nombre en español',
  nameHint: 'Como se mostrará a los demás.',
  contact: 'Contacto',
  contactHint: 'A quién preguntar por sus reglas: cargo y dirección, sin nombres de personas.',
  agencies: 'Entidades',
  agenciesHint: 'Una por línea: PF = Polícia Federal',
  issuer: 'Emisor de tokens',
  issuerHint: 'La dirección https que nombra a su servicio de identidad.',
  subgraphs: 'Subgrafos (si los hay)',
  subgraphsHint: 'Uno por línea: brazil-refuge = https://data.example.org/graphql',
  schema: 'Esquema con etiquetas (si lo hay)',
  schemaHint: 'Un archivo .graphql. A su propio personal se le concede lo que la parte posee, salvo lo PROTECTED.',
  legalGroundEn: 'Fundamento legal, en inglés',
  legalGroundEs: 'Fundamento legal, en español',
  legalGroundHint: 'La ley bajo la que trabaja su propio personal. Solo hace falta con un esquema.',
  make: 'Crear claves e inscripción',
  making: 'Creando…',
  wrong: 'Corrija lo señalado; aún no se creó nada.',
  noKeys:
    'Este navegador no puede crear claves Ed25519 aquí: use uno reciente y abra la página por https, o use npm run party -- new.',
  schemaWrong:
    'El esquema no se puede leer aquí: no es GraphQL, o da otros nombres a las directivas. Use npm run party -- new.',
  problems: {
    needed: 'Falta.',
    partyCode: 'Un código tiene de 3 a 12 mayúsculas, y no es ALL ni ANY.',
    unprintable: 'Contiene caracteres que no se ven.',
    tooLong: 'Es demasiado largo.',
    agencyCode: 'Cada línea empieza con un código de mayúsculas, cifras y _: PF = Polícia Federal',
    named: 'Cada entidad necesita un nombre después de =.',
    twice: 'Nombra algo dos veces.',
    address: 'Es una dirección https completa, sin usuario ni contraseña.',
    subgraphName:
      'Cada línea empieza con un nombre como brazil-refuge: brazil-refuge = https://data.example.org/graphql',
    innerAddress: 'Use un nombre público, no una dirección IP ni localhost.',
    legalGround: 'Con un esquema, indique la ley en ambos idiomas.',
  },
  made: 'Listo. Descargue todos los archivos ahora: al cerrar la página se pierden.',
  files: {
    rootKey:
      'Clave raíz privada: con ella se firman sus reglas. Guárdela sin conexión, con una copia; nadie puede volver a crearla.',
    issuerKey: 'Clave privada del emisor: con ella su servicio de identidad firma tokens.',
    enrolment: 'Inscripción: pública. Envíela al operador de cada equipo del intercambio.',
    rules:
      'Reglas: colóquelas en la carpeta que su nombre indica y entréguelas a un administrador de una parte que ya está.',
  },
  secret: 'secreta',
  public: 'público',
  download: 'Descargar',
  downloaded: 'Descargado',
  fingerprint: 'Huella',
  fingerprintHint:
    'Léala por teléfono a cada operador, a un número que ya conociera antes; no la envíe junto con el archivo. Cada uno escribe la huella que usted le lea:',
  asRead: 'LO-QUE-OYE',
  protect: 'Restrinja los archivos de claves a su usuario (chmod 600).',
  later: 'Las concesiones a su personal se publican cuando se componga su subgrafo.',
};

const en: typeof es = {
  title: 'Enrolment of a party',
  motto: 'Each government decides, field by field, who sees what and why.',
  languageLabel: 'Language of the page',
  intro:
    'For whoever joins the exchange. Everything is made in this browser and nothing is sent anywhere: keep the files that the page offers.',
  partySection: 'Who joins',
  machineSection: 'What it joins with',
  party: 'Code of the party',
  partyHint: '3 to 12 capitals; of a country the one of ISO 3166: BRA.',
  nameEn: 'Name in English',
  nameEs: 'Name in Spanish',
  nameHint: 'As others will see it.',
  contact: 'Contact',
  contactHint: 'Whom to ask about its rules: an office and an address, no names of people.',
  agencies: 'Agencies',
  agenciesHint: 'One a line: PF = Polícia Federal',
  issuer: 'Issuer of tokens',
  issuerHint: 'The https address that names its identity service.',
  subgraphs: 'Subgraphs (if any)',
  subgraphsHint: 'One a line: brazil-refuge = https://data.example.org/graphql',
  schema: 'Schema with labels (if any)',
  schemaHint: 'A .graphql file. Its own staff are granted what the party owns, but for what is PROTECTED.',
  legalGroundEn: 'Legal ground, in English',
  legalGroundEs: 'Legal ground, in Spanish',
  legalGroundHint: 'The law under which its own staff work. Needed with a schema only.',
  make: 'Make keys and enrolment',
  making: 'Making…',
  wrong: 'Correct what is marked; nothing was made yet.',
  noKeys:
    'This browser cannot make Ed25519 keys here: use a recent one and open the page over https, or use npm run party -- new.',
  schemaWrong:
    'The schema cannot be read here: it is no GraphQL, or gives directives other names. Use npm run party -- new.',
  problems: {
    needed: 'This is needed.',
    partyCode: 'A code has 3 to 12 capitals, and is neither ALL nor ANY.',
    unprintable: 'Holds characters that cannot be seen.',
    tooLong: 'This is too long.',
    agencyCode: 'Each line begins with a code of capitals, digits and _: PF = Polícia Federal',
    named: 'Each agency needs a name after the =.',
    twice: 'Names something twice.',
    address: 'It is a whole https address, without user name or password.',
    subgraphName: 'Each line begins with a name like brazil-refuge: brazil-refuge = https://data.example.org/graphql',
    innerAddress: 'Use a public name, not an IP address or localhost.',
    legalGround: 'With a schema, name the law in both languages.',
  },
  made: 'Done. Download every file now: they are gone when the page is closed.',
  files: {
    rootKey:
      'Private root key: it signs the rules of the party. Keep it offline, with a copy; nobody can make it again.',
    issuerKey: 'Private key of the issuer: the identity service signs tokens with it.',
    enrolment: 'Enrolment: public. Send it to the operator of every machine of the exchange.',
    rules:
      'Rules: put them into the folder that their name says, and give them to an administrator of a party that is there already.',
  },
  secret: 'secret',
  public: 'public',
  download: 'Download',
  downloaded: 'Downloaded',
  fingerprint: 'Fingerprint',
  fingerprintHint:
    'Read it to each operator over the telephone, at a number that they knew before; do not send it along with the file. Each types the fingerprint that you read:',
  asRead: 'AS-THEY-HEAR-IT',
  protect: 'Restrict the files of keys to your own user (chmod 600).',
  later: 'Grants to your own staff are published once your subgraph is composed in.',
};

/** All words of the page in one language. */
export type EnrolmentTexts = typeof es;

/** All words of the page. */
export const ENROLMENT_TEXTS: Record<Language, EnrolmentTexts> = { es, en };
