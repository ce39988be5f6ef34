import type { LocalizedText } from '@pasarela/schema/localized-text';

/** One option of the command: its flags, and what it does in each language. */
export interface OptionText extends LocalizedText {
  readonly flags: string;
}

/** Every option of the command. */
export const OPTIONS: readonly OptionText[] = [
  {
    flags: '--as <persona>',
    en: 'who asks, in development: analyst.pan, investigator.usa ... (npm run token -- --help lists them)',
    es: 'quién pregunta, en desarrollo: analyst.pan, investigator.usa ... (npm run token -- --help las lista)',
  },
  {
    flags: '--token <token>',
    en: 'a bearer token of your own issuer, instead of --as; other users of this machine can see it, so prefer --token-file',
    es: 'un token de su emisor, en lugar de --as; otros usuarios de este equipo pueden verlo: prefiera --token-file',
  },
  { flags: '--token-file <file>', en: 'a file that holds the token', es: 'un archivo que contiene el token' },
  {
    flags: '--key-file <file>',
    en: 'the private key (JWK) to which the token is bound, if it is',
    es: 'la clave privada (JWK) a la que está vinculado el token, si lo está',
  },
  {
    flags: '--purpose <purpose>',
    en: 'the purpose of the question: STATISTICS, ENFORCEMENT ...',
    es: 'la finalidad de la pregunta: STATISTICS, ENFORCEMENT ...',
  },
  {
    flags: '--case <reference>',
    en: 'the case that the question serves, where the purpose needs one',
    es: 'el caso al que sirve la pregunta, cuando la finalidad lo exige',
  },
  { flags: '--file <file>', en: 'asks a query of your own (.graphql)', es: 'hace una consulta propia (.graphql)' },
  {
    flags: '--variables <json>',
    en: 'variables of the query; they replace saved ones of the same name',
    es: 'variables de la consulta; reemplazan las guardadas del mismo nombre',
  },
  {
    flags: '--why <path>',
    en: 'explains one blank: nationalities.0.usaSmugglingCaseFigures, or with @ for every entry of a list',
    es: 'explica un espacio sin valor: nationalities.0.usaSmugglingCaseFigures, o con @ para todas las entradas de una lista',
  },
  {
    flags: '--dry-run',
    en: 'what would be withheld, what it costs and who would be asked; nothing is fetched',
    es: 'qué se retendría, cuánto cuesta y a quién se consultaría; no se obtiene ningún dato',
  },
  { flags: '--json', en: 'the answer as it came', es: 'la respuesta tal como llegó' },
  {
    flags: '--csv',
    en: 'a row for each figure, with its provenance and what is withheld',
    es: 'una fila por cifra, con su procedencia y lo retenido',
  },
  { flags: '--list', en: 'lists the saved questions', es: 'lista las preguntas guardadas' },
  {
    flags: '--lang <language>',
    en: 'en or es; else the language of your terminal',
    es: 'en o es; si no, el idioma de su terminal',
  },
  {
    flags: '--url <address>',
    en: 'where the gateway is; else http://127.0.0.1:4000/graphql, or the HOST and PORT that are set',
    es: 'dónde está la pasarela; si no, http://127.0.0.1:4000/graphql, o los que digan HOST y PORT',
  },
  { flags: '--no-color', en: 'no emphasis on a terminal', es: 'sin realces en la terminal' },
];

/** What stands around the options in the help. */
export const HELP = {
  description: {
    en: 'Asks a saved question, or a query of your own, at the running gateway (npm start).',
    es: 'Hace una pregunta guardada, o una consulta propia, a la pasarela en marcha (npm start).',
  },
  question: { en: 'the number of a saved question: 07', es: 'el número de una pregunta guardada: 07' },
  help: { en: 'this help', es: 'esta ayuda' },
  headings: {
    en: { 'Usage:': 'Usage:', 'Arguments:': 'Arguments:', 'Options:': 'Options:' },
    es: { 'Usage:': 'Uso:', 'Arguments:': 'Argumentos:', 'Options:': 'Opciones:' },
  },
  examples: {
    en: `
Examples:
  npm run ask -- 07 --as analyst.pan --purpose STATISTICS
  npm run ask -- 01 --variables '{"firstYear": 2019}' --lang es
  npm run ask -- 07 --why nationalities.@.usaSmugglingCaseFigures
  npm run --silent ask -- 06 --csv > mirror-counts.csv
  npm run ask -- watch 01 06 --as analyst.pan --at 06:00
  npm run ask -- --file my.graphql --as analyst.col --purpose STATISTICS --dry-run

Exit code: 0 answered, 1 refused or failed, 2 asked wrongly.`,
    es: `
Ejemplos:
  npm run ask -- 07 --as analyst.pan --purpose STATISTICS
  npm run ask -- 01 --variables '{"firstYear": 2019}' --lang es
  npm run ask -- 07 --why nationalities.@.usaSmugglingCaseFigures
  npm run --silent ask -- 06 --csv > conteos-espejo.csv
  npm run ask -- watch 01 06 --as analyst.pan --at 06:00
  npm run ask -- --file mi.graphql --as analyst.col --purpose STATISTICS --dry-run

Código de salida: 0 respondida, 1 rechazada o fallida, 2 mal preguntada.`,
  },
} as const;
