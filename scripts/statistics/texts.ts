import type { Language } from '@pasarela/schema/localized-text';

/** What the commands say, in each language. `{name}` are filled in. */
export const TEXTS = {
  inForce: {
    en: '{domain} {table}: release {number} of {madeOn}, {published} cells published, {suppressed} suppressed ({protection})',
    es: '{domain} {table}: publicación {number} del {madeOn}, {published} celdas publicadas, {suppressed} suprimidas ({protection})',
  },
  made: {
    en: '{domain} {table}: release {number} was made',
    es: '{domain} {table}: se hizo la publicación {number}',
  },
  none: { en: 'No release was made yet.', es: 'Todavía no se hizo ninguna publicación.' },
  counting: { en: 'counting {domain}', es: 'recuento de {domain}' },
  rebuilt: { en: '{domain}: {records} records counted anew.', es: '{domain}: {records} registros contados de nuevo.' },
  unknownDomain: {
    en: '--domain is one of: {known}.',
    es: '--domain es uno de: {known}.',
  },
  unknownTable: { en: '--table is one of: {known}.', es: '--table es una de: {known}.' },
  badEarlier: {
    en: '--earlier is a whole number from 0 to 52.',
    es: '--earlier es un número entero de 0 a 52.',
  },
  whoAsks: {
    en: 'Say who asks: --as administrator.col, or --token-file.',
    es: 'Diga quién pregunta: --as administrator.col, o --token-file.',
  },
  notShown: {
    en: 'The releases of {domain} are not shared with whoever asks.',
    es: 'Las publicaciones de {domain} no se comparten con quien pregunta.',
  },
  inUse: {
    en: 'The store of {domain} is open in another process. Stop the federation first; nothing was changed.',
    es: 'El almacén de {domain} está abierto en otro proceso. Detenga antes la federación; no se cambió nada.',
  },
  notSeeded: {
    en: 'The store of {domain} was not filled yet: npm run seed.',
    es: 'El almacén de {domain} todavía no se llenó: npm run seed.',
  },
} as const satisfies Record<string, Record<Language, string>>;

/** A text of the commands, by name. */
export type TextName = keyof typeof TEXTS;

type Slots = Readonly<Record<string, string | number>>;

/** Says something in a language. */
export const say = (text: TextName, language: Language, slots: Slots = {}): string =>
  TEXTS[text][language].replaceAll(/\{(\w+)\}/g, (_, name: string) => String(slots[name] ?? ''));

/** Why nothing was done: what to say, and about what. */
export class StatisticsFault extends Error {
  constructor(
    readonly text: TextName,
    readonly slots: Slots = {},
  ) {
    super(say(text, 'en', slots));
  }
}

/** The line of whatever went wrong. */
export const lineOf = (error: Error, language: Language): string =>
  `${error instanceof StatisticsFault ? say(error.text, language, error.slots) : error.message}\n`;
