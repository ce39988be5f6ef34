import type { Language } from '@pasarela/schema/localized-text';

/** What the command says, in each language. `{name}` are filled in. */
export const TEXTS = {
  letter: { en: 'What left {domain} in {month}', es: 'Lo que salió de {domain} en {month}' },
  asked: {
    en: "From the owner's own log of evidence. Asked by {as} for {purpose}; request {requestId}, which the log holds too.",
    es: 'Del registro de evidencia del propio titular. Preguntó {as} con la finalidad {purpose}; consulta {requestId}, que también consta en el registro.',
  },
  countsOnly: {
    en: 'Counts are of values that went out, not of people: one person may be in many answers.',
    es: 'Los conteos son de valores entregados, no de personas: una persona puede estar en muchas respuestas.',
  },
  gatewaysWord: {
    en: 'That something was asked for and refused is what the gateway reports; the rule is what the owner itself decides.',
    es: 'Que algo se pidió y se negó es lo que informa la pasarela; la regla es la que decide el propio titular.',
  },
  olderThanRetention: {
    en: 'Answers before {since} may be older than retention: {count} leaves are kept by hash only. What they said is gone and not told here; that they were there is still proven.',
    es: 'Las respuestas anteriores a {since} pueden superar el plazo de conservación: de {count} hojas solo se conserva el hash. Lo que decían ya no existe y no se indica aquí; que existieron sigue probado.',
  },
  olderThanRetentionJointly: {
    en: 'Answers before {since} may be older than retention. What they said is gone and not told here; that they were there is still proven.',
    es: 'Las respuestas anteriores a {since} pueden superar el plazo de conservación. Lo que decían ya no existe y no se indica aquí; que existieron sigue probado.',
  },
  letterOfParty: { en: 'What left {party} in {month}', es: 'Lo que salió de {party} en {month}' },
  ownPart: {
    en: 'Of {domains}, to which several parties contribute: what {party} contributed, and what no one party did (JOINT). What others contributed, and who received it, is not told.',
    es: 'De {domains}, a los que aportan varias partes: lo que aportó {party} y lo que no aportó una sola parte (JOINT). Lo que aportaron otras, y quién lo recibió, no se indica.',
  },
  notShown: {
    en: 'Not shown to {as}, whose party grants itself no evidence there: {domains}.',
    es: 'No se muestra a {as}, cuya parte no se concede allí evidencia: {domains}.',
  },
  unfinished: { en: 'Changes without an outcome in {domain}', es: 'Cambios sin resultado en {domain}' },
  unfinishedMeans: {
    en: 'Each stood in the log before it was to be done, and nothing says what came of it: it was cut off, or is being done now. Whether it was done is learnt by asking for it again with the same client key.',
    es: 'Cada uno constaba en el registro antes de hacerse, y nada dice qué resultó: se interrumpió, o se está haciendo ahora. Si se hizo, se sabe al pedirlo de nuevo con la misma clave del cliente.',
  },
  unfinishedDropped: {
    en: 'Of {count} older leaves only the hash is kept: changes in them are not told.',
    es: 'De {count} hojas más antiguas solo se conserva el hash: los cambios que contenían no se indican.',
  },
  left: { en: 'What left', es: 'Lo que salió' },
  toWhom: { en: 'To whom', es: 'A quién' },
  refused: { en: 'What was refused', es: 'Lo que se negó' },
  disclosures: { en: 'Answers that left {domain}', es: 'Respuestas que salieron de {domain}' },
  recipients: { en: 'Answers in which {type} {id} went out', es: 'Respuestas en las que salió {type} {id}' },
  totals: { en: 'What left {domain}, by day', es: 'Lo que salió de {domain}, por día' },
  nothing: { en: 'Nothing.', es: 'Nada.' },
  day: { en: 'day', es: 'día' },
  time: { en: 'time (UTC)', es: 'hora (UTC)' },
  party: { en: 'party', es: 'parte' },
  agency: { en: 'agency', es: 'entidad' },
  requester: { en: 'who', es: 'quién' },
  purpose: { en: 'purpose', es: 'finalidad' },
  case: { en: 'case', es: 'caso' },
  field: { en: 'field', es: 'campo' },
  fields: { en: 'fields', es: 'campos' },
  level: { en: 'level', es: 'nivel' },
  rule: { en: 'rule', es: 'regla' },
  version: { en: 'rules version', es: 'versión de reglas' },
  agreements: { en: 'agreements', es: 'acuerdos' },
  whose: { en: 'contributed by', es: 'aportado por' },
  days: { en: 'days', es: 'días' },
  answers: { en: 'answers', es: 'respuestas' },
  values: { en: 'values', es: 'valores' },
  records: { en: 'records', es: 'registros' },
  leaf: { en: 'leaf', es: 'hoja' },
  request: { en: 'request', es: 'consulta' },
  full: { en: 'in full', es: 'completo' },
  withheld: { en: 'withheld', es: 'retenido' },
  notGranted: { en: 'no agreement grants it', es: 'ningún acuerdo lo concede' },
  unknownDomain: {
    en: 'There is no domain {name} with evidence. There are: {known}.',
    es: 'No existe un dominio {name} con evidencia. Existen: {known}.',
  },
  badMonth: { en: '--month is a month like 2026-11, not {name}.', es: '--month es un mes como 2026-11, no {name}.' },
  whichParty: {
    en: 'Say whose letter it is: --domain for one domain, or --party PAN for all of a party.',
    es: 'Diga de quién es la carta: --domain para un dominio, o --party PAN para todos los de una parte.',
  },
  noOversight: {
    en: 'Evidence is for auditors, data-protection officers and administrators of its owner; say who asks: --as auditor.pan, or --token-file.',
    es: 'La evidencia es para auditores, encargados de protección de datos y administradores de su titular; diga quién pregunta: --as auditor.pan, o --token-file.',
  },
  notYours: {
    en: 'The evidence of {domain} is not shown to {as}: it is for the oversight of its own owner.',
    es: 'La evidencia de {domain} no se muestra a {as}: es para el control de su propio titular.',
  },
  notTogether: { en: '--csv and --html do not go together.', es: '--csv y --html no van juntas.' },
} as const satisfies Record<string, Record<Language, string>>;

/** A text of the command, by name. */
export type TextName = keyof typeof TEXTS;

/** Says something in a language. */
export const say = (
  text: TextName,
  language: Language,
  slots: Readonly<Record<string, string | number>> = {},
): string => TEXTS[text][language].replaceAll(/\{(\w+)\}/g, (_, name: string) => String(slots[name] ?? ''));

/** Why nothing could be asked: what to say, and about what. */
export class EvidenceFault extends Error {
  constructor(
    readonly text: TextName,
    readonly slots: Readonly<Record<string, string>> = {},
  ) {
    super(say(text, 'en', slots));
  }
}
