import type { Language } from '@pasarela/schema/localized-text';

/** What a letter says. `{name}` are filled in. */
export const TEXTS = {
  title: { en: 'Answer about your personal data', es: 'Respuesta sobre sus datos personales' },
  case: {
    en: '{kind}, received on {receivedOn}, case {id}. To be answered by {deadline} ({source}).',
    es: '{kind}, recibida el {receivedOn}, caso {id}. Debe responderse hasta el {deadline} ({source}).',
  },
  confirmed: {
    en: 'Your request came in and is being considered.',
    es: 'Su solicitud fue recibida y se está considerando.',
  },
  extended: {
    en: 'The answer was put off, once, to {deadline}: {note}',
    es: 'La respuesta se prorrogó, una sola vez, hasta el {deadline}: {note}',
  },
  extendedWithout: {
    en: 'The answer was put off, once, to {deadline}.',
    es: 'La respuesta se prorrogó, una sola vez, hasta el {deadline}.',
  },
  refused: { en: 'Your request was refused', es: 'Su solicitud fue rechazada' },
  because: { en: '{text} ({source})', es: '{text} ({source})' },
  answer: { en: 'Our answer', es: 'Nuestra respuesta' },
  office: {
    en: 'FOR THE OFFICE ALONE: not to be handed out.',
    es: 'SOLO PARA LA OFICINA: no se entrega.',
  },
  remedy: { en: 'If you do not agree', es: 'Si no está de acuerdo' },
  synthetic: {
    en: 'SYNTHETIC: made-up data. No real person is behind this record.',
    es: 'SINTÉTICO: datos inventados. No hay una persona real detrás de este registro.',
  },
  held: { en: 'What we hold about you', es: 'Qué datos suyos conservamos' },
  notHeld: { en: 'We hold no record about you.', es: 'No conservamos ningún registro sobre usted.' },
  withheld: {
    en: 'Held, but not shown to the office that writes this letter',
    es: 'Conservado, pero no mostrado a la oficina que escribe esta carta',
  },
  disclosed: { en: 'Who received data about you', es: 'Quién recibió datos sobre usted' },
  notDisclosed: { en: 'Nobody received data about you.', es: 'Nadie recibió datos sobre usted.' },
  notDisclosedSince: {
    en: 'By the evidence that is still kept, nobody received data about you.',
    es: 'Según la evidencia que aún se conserva, nadie recibió datos sobre usted.',
  },
  under: {
    en: '{at}: {agency} ({party}), for {purpose}, under {agreements}',
    es: '{at}: {agency} ({party}), para {purpose}, según {agreements}',
  },
  severalRecords: {
    en: 'Where an answer held several records, fewer of these fields may have been told of yours: the log holds no values.',
    es: 'Si una respuesta incluía varios registros, es posible que de usted se informaran menos campos: el registro no guarda valores.',
  },
  more: { en: 'There are older disclosures; ask for them.', es: 'Hay comunicaciones más antiguas; solicítelas.' },
  olderThanRetention: {
    en: 'Disclosures before {since} may be older than retention: their evidence is kept by hash only and no longer says whose data they held.',
    es: 'Las comunicaciones anteriores a {since} pueden superar el plazo de conservación: de su evidencia solo se conserva el hash, que ya no dice de quién eran los datos.',
  },
  blank: { en: '(blank)', es: '(en blanco)' },
  yes: { en: 'yes', es: 'sí' },
  no: { en: 'no', es: 'no' },
} as const;

/** A text with its places filled. */
export function textOf(
  name: keyof typeof TEXTS,
  language: Language,
  details: Readonly<Record<string, string>> = {},
): string {
  return TEXTS[name][language].replace(/\{(\w+)\}/g, (_, detail: string) => details[detail] ?? '');
}
