import type { Language } from '@pasarela/schema/localized-text';

const en = {
  noRows: 'no rows',
  rowsMayBeMissing:
    '{notices} Rows may be missing here, by a rule on rows. This is said whatever the data; it does not say whether any row is missing.',
  moreRows: 'More rows follow this page: ask for them with after.',
  syntheticResult:
    'SYNTHETIC: this result holds synthetic data, so all of it is synthetic. It says nothing about real people or cases.',
  figures: 'Where the figures come from (a mark in a head holds for the figures without a mark of their own)',
  unknownParty: 'counting party not asked for',
  asOf: 'as of',
  covers: 'covers',
  periodsEach: 'periods, each row its own',
  dataset: 'dataset',
  source: 'source',
  note: 'note',
  blanks: 'What the blanks mean',
  withheldTitle: 'What the rules withhold or lower, always or on some records',
  nothingWithheld: 'No rule withholds or lowers anything in this answer.',
  level: 'level',
  leastLevel: 'the least that a record may show',
  rowsOfType: 'rows of type',
  rule: 'rule',
  agreements: 'agreements',
  law: 'law or principle',
  ask: 'ask',
  none: 'none',
  conditional: {
    CONDITIONAL:
      'on some records the rule may leave the field blank or lower it, down to the level named. The notice follows from the rules alone, whatever the data: it does not say whether anything was hidden or lowered here.',
    ROWS_CONDITIONAL:
      'the rule may leave out rows of the type named. The notice follows from the rules alone, whatever the data: it does not say whether any row is missing here.',
  },
  deprecatedTitle: 'Which fields of this answer are about to go',
  staysUntil: 'stays at least until',
  instead: 'instead',
  problemsTitle: 'What could not be had',
  notes: 'How to read this',
  disclosureTitle: 'On what terms this was answered',
  request: 'request',
  purpose: 'purpose',
  ruleSet: 'rule set',
  legalBasis: 'legal basis',
  deleteWithin: 'delete within',
  periods: { Y: ['year', 'years'], M: ['month', 'months'], W: ['week', 'weeks'], D: ['day', 'days'] },
  passingOn: 'passing on',
  dryRunTitle: 'Dry run: nothing was fetched',
  cost: 'cost',
  subgraphs: 'subgraphs that would be asked',
  fieldsShown: 'fields that would be answered',
  refused: 'The gateway refused:',
  savedQuestions: 'Saved questions (npm run ask -- NUMBER):',
  states: {
    SUPPRESSED:
      'too few people to show without risk of recognising them; suppressed statistically, not by an agreement.',
    WITHHELD: 'held back by a rule: see the notice with its number.',
    WITHHELD_OR_ABSENT:
      'a rule may have held it back on this record, or nothing is there: the two look alike. The notice with its number names the rule and does not say which of the two it is.',
    NOT_PUBLISHED: 'no source that is held prints this figure. It is not a zero.',
    NOT_APPLICABLE: 'the figure has no meaning for this row. It is not a zero.',
    NOT_COLLECTED: 'nobody collects this figure. It is not a zero.',
    OUTAGE: 'the data could not be reached just now; ask again later.',
    NULL: 'nothing there, and no rule withholds it. An absent record and a hidden one look alike.',
  },
  why: {
    notAsked: 'The question has no such path: {path}. It has, for instance: {known}.',
    notFetched: 'No rule withholds {path}. A dry run fetches nothing, so its value is not known.',
    withheld: '{path} is withheld by a rule.',
    lowered: '{path} is shown at a lower level than the owner holds.',
    conditional:
      '{path} may be blank or lowered on some records under rule {rules}. The notice stands whatever the data: it does not say whether anything was hidden or lowered here.',
    missingRows:
      'Rows may be missing at {path}, or on the way to it, under rule {rules}. The notice stands whatever the data: it does not say whether any row is missing here.',
    beneath: 'Beneath {path} the rules withhold or lower, always or on some records:',
    notBlank: '{path} is not blank: {value}. No rule lowers it.',
    notBlankConditional: '{path} is not blank: {value}. Whether a rule lowered it on this record is not said.',
    state: '{path} is blank because its state is {state}: {meaning}',
    outage: '{path} could not be had: {message}',
    nullValue:
      '{path} is null, and the rules do not withhold it. An absent record and a hidden one look alike, so a null says nothing about anybody.',
    nullConditional:
      '{path} is null: a rule may have held it back, or nothing is there. The two look alike, so the null says nothing about anybody.',
  },
  faults: {
    usage: 'npm run ask -- --help explains what can be asked.',
    noQuestion: 'Name a saved question (npm run ask -- --list) or a file (--file my.graphql).',
    unknownOption: 'There is no option {name}.',
    missingArgument: 'The option {name} needs a value.',
    tooMany: 'One question at a time: name one number.',
    notTogether: '{one} and {other} do not go together.',
    badLanguage: 'The language is en or es, not {name}.',
    unknownPersona: 'There is no persona {name}. npm run token -- --help lists them.',
    badUrl: 'The address {name} is no http or https address.',
    badVariables: '--variables takes one JSON object, like \'{"year": 2023}\'.',
    badSchedule:
      '{name} is no schedule: --every takes a duration from PT1M to P30D, --at times of the day (UTC) like 06:00,18:30.',
    badPath: '--why takes a path, like nationalities.0.usaSmugglingCaseFigures or nationalities.@.code.',
    unknownQuestion: 'There is no saved question {name}. There are: {known}.',
    unreadableFile: 'The file {name} cannot be read.',
    keyWithoutToken: '--key-file goes with --token or --token-file; --as finds the key by itself.',
    badKey: 'The file {name} holds no private key (JWK) of a client: Ed25519 or P-256.',
    nobodyAsks: 'Say who asks: --as analyst.pan, or --token or --token-file.',
    notRunning: 'The gateway does not answer at {url}. Start it in another window: npm start',
    timeout: 'The gateway at {url} did not answer within {seconds} seconds.',
    notGateway: 'What answered at {url} is not the gateway (HTTP {status}).',
    unsendable: 'The token, the purpose or the case reference has characters that cannot be sent.',
    badYaml: 'The saved question {name} does not fit its form: {what}.',
  },
};

/** The words of the command in one language. */
export type Texts = typeof en;

const es: Texts = {
  noRows: 'sin filas',
  rowsMayBeMissing:
    '{notices} Aquí pueden faltar filas, por una regla sobre filas. Se dice sean cuales sean los datos; no dice si falta alguna fila.',
  moreRows: 'Hay más filas después de esta página: pídalas con after.',
  syntheticResult:
    'SINTÉTICO: este resultado contiene datos sintéticos, por lo que todo él es sintético. No dice nada de personas ni de casos reales.',
  figures: 'De dónde vienen las cifras (la marca de un encabezado vale para las cifras sin marca propia)',
  unknownParty: 'no se preguntó quién contó',
  asOf: 'a fecha de',
  covers: 'cubre',
  periodsEach: 'períodos, cada fila el suyo',
  dataset: 'conjunto de datos',
  source: 'fuente',
  note: 'nota',
  blanks: 'Qué significan los espacios sin cifra',
  withheldTitle: 'Qué retienen o reducen las reglas, siempre o en algunos registros',
  nothingWithheld: 'Ninguna regla retiene ni reduce nada en esta respuesta.',
  level: 'nivel',
  leastLevel: 'lo mínimo que puede mostrar un registro',
  rowsOfType: 'filas del tipo',
  rule: 'regla',
  agreements: 'acuerdos',
  law: 'norma o principio',
  ask: 'consulte a',
  none: 'ninguno',
  conditional: {
    CONDITIONAL:
      'en algunos registros la regla puede dejar el campo en blanco o reducirlo, hasta el nivel indicado. El aviso se deriva solo de las reglas, sean cuales sean los datos: no dice si aquí se ocultó o se redujo algo.',
    ROWS_CONDITIONAL:
      'la regla puede excluir filas del tipo indicado. El aviso se deriva solo de las reglas, sean cuales sean los datos: no dice si aquí falta alguna fila.',
  },
  deprecatedTitle: 'Qué campos de esta respuesta se van a retirar',
  staysUntil: 'permanece al menos hasta',
  instead: 'en su lugar',
  problemsTitle: 'Qué no se pudo obtener',
  notes: 'Cómo leer esto',
  disclosureTitle: 'En qué condiciones se respondió',
  request: 'consulta',
  purpose: 'finalidad',
  ruleSet: 'conjunto de reglas',
  legalBasis: 'base legal',
  deleteWithin: 'eliminar en un plazo de',
  periods: { Y: ['año', 'años'], M: ['mes', 'meses'], W: ['semana', 'semanas'], D: ['día', 'días'] },
  passingOn: 'transmisión a terceros',
  dryRunTitle: 'Ensayo: no se obtuvo ningún dato',
  cost: 'costo',
  subgraphs: 'subgrafos que se consultarían',
  fieldsShown: 'campos que se responderían',
  refused: 'La pasarela rechazó la consulta:',
  savedQuestions: 'Preguntas guardadas (npm run ask -- NÚMERO):',
  states: {
    SUPPRESSED:
      'son tan pocas personas que mostrarlas permitiría reconocerlas; suprimido por estadística, no por un acuerdo.',
    WITHHELD: 'retenido por una regla: vea el aviso con su número.',
    WITHHELD_OR_ABSENT:
      'puede que una regla lo haya retenido en este registro, o que no haya nada: ambos casos se ven igual. El aviso con su número nombra la regla y no dice cuál de los dos es.',
    NOT_PUBLISHED: 'ninguna fuente disponible publica esta cifra. No es un cero.',
    NOT_APPLICABLE: 'la cifra no tiene sentido para esta fila. No es un cero.',
    NOT_COLLECTED: 'nadie recolecta esta cifra. No es un cero.',
    OUTAGE: 'los datos no están disponibles en este momento; pregunte más tarde.',
    NULL: 'no hay nada y ninguna regla lo retiene. Un registro ausente y uno oculto se ven igual.',
  },
  why: {
    notAsked: 'La pregunta no tiene esa ruta: {path}. Tiene, por ejemplo: {known}.',
    notFetched: 'Ninguna regla retiene {path}. Un ensayo no obtiene datos, así que su valor no se conoce.',
    withheld: '{path} está retenido por una regla.',
    lowered: '{path} se muestra a un nivel menor que el que tiene su dueño.',
    conditional:
      '{path} puede estar en blanco o reducido en algunos registros según la regla {rules}. El aviso aparece sean cuales sean los datos: no dice si aquí se ocultó o se redujo algo.',
    missingRows:
      'En {path}, o en el camino hacia esa ruta, pueden faltar filas según la regla {rules}. El aviso aparece sean cuales sean los datos: no dice si aquí falta alguna fila.',
    beneath: 'Dentro de {path} las reglas retienen o reducen, siempre o en algunos registros:',
    notBlank: '{path} sí tiene valor: {value}. Ninguna regla lo reduce.',
    notBlankConditional: '{path} sí tiene valor: {value}. No se dice si una regla lo redujo en este registro.',
    state: '{path} no tiene cifra porque su estado es {state}: {meaning}',
    outage: '{path} no se pudo obtener: {message}',
    nullValue:
      '{path} es nulo y las reglas no lo retienen. Un registro ausente y uno oculto se ven igual, así que un nulo no dice nada de nadie.',
    nullConditional:
      '{path} es nulo: puede que una regla lo haya retenido, o que no haya nada. Ambos casos se ven igual, así que el nulo no dice nada de nadie.',
  },
  faults: {
    usage: 'npm run ask -- --help --lang es explica qué se puede preguntar.',
    noQuestion: 'Indique una pregunta guardada (npm run ask -- --list) o un archivo (--file mi.graphql).',
    unknownOption: 'No existe la opción {name}.',
    missingArgument: 'La opción {name} necesita un valor.',
    tooMany: 'Una pregunta a la vez: indique un solo número.',
    notTogether: '{one} y {other} no van juntas.',
    badLanguage: 'El idioma es en o es, no {name}.',
    unknownPersona: 'No existe la persona {name}. npm run token -- --help las lista.',
    badUrl: 'La dirección {name} no es http ni https.',
    badVariables: '--variables recibe un objeto JSON, como \'{"year": 2023}\'.',
    badSchedule:
      '{name} no es un horario: --every recibe una duración de PT1M a P30D, --at horas del día (UTC) como 06:00,18:30.',
    badPath: '--why recibe una ruta, como nationalities.0.usaSmugglingCaseFigures o nationalities.@.code.',
    unknownQuestion: 'No existe la pregunta guardada {name}. Existen: {known}.',
    unreadableFile: 'No se puede leer el archivo {name}.',
    keyWithoutToken: '--key-file va con --token o --token-file; --as encuentra la clave por sí solo.',
    badKey: 'El archivo {name} no contiene una clave privada (JWK) de cliente: Ed25519 o P-256.',
    nobodyAsks: 'Diga quién pregunta: --as analyst.pan, o --token o --token-file.',
    notRunning: 'La pasarela no responde en {url}. Iníciela en otra ventana: npm start',
    timeout: 'La pasarela en {url} no respondió en {seconds} segundos.',
    notGateway: 'Lo que respondió en {url} no es la pasarela (HTTP {status}).',
    unsendable: 'El token, la finalidad o el número de caso tiene caracteres que no se pueden enviar.',
    badYaml: 'La pregunta guardada {name} no tiene la forma debida: {what}.',
  },
};

/** The words of the command in every language. */
export const TEXTS: Readonly<Record<Language, Texts>> = { en, es };

/** Fills the `{name}` slots of a text. */
export function fill(text: string, slots: Readonly<Record<string, string | number>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(slots[name] ?? ''));
}
