import type { Language } from '@pasarela/schema/localized-text';

/** What the command says, in each language. `{name}` are filled in. */
export const TEXTS = {
  whole: {
    en: 'The log {log} is whole: {size} leaves, signed up to leaf {last}. Root {root}.',
    es: 'El registro {log} está íntegro: {size} hojas, firmado hasta la hoja {last}. Raíz {root}.',
  },
  empty: {
    en: 'The log {log} holds nothing: no leaf, no checkpoint.',
    es: 'El registro {log} no contiene nada: ni hojas ni puntos de control.',
  },
  dropped: {
    en: '{count} leaves kept by hash only: older than {olderThan}, as leaf {leaf} says, by {by}, under: {rule}. Their hashes are there and agree.',
    es: 'De {count} hojas solo se conserva el hash: son anteriores a {olderThan}, como dice la hoja {leaf}, por {by}, según: {rule}. Sus hashes están y coinciden.',
  },
  restored: {
    en: 'It goes on from a copy: leaves {leaf} to {last} of the log that {key} signed are lost, as leaf {leaf} says, by {by}: {reason}',
    es: 'Continúa desde una copia: se perdieron las hojas {leaf} a {last} del registro que firmó {key}, como dice la hoja {leaf}, por {by}: {reason}',
  },
  held: {
    en: 'It agrees with {count} checkpoints that are held.',
    es: 'Coincide con {count} puntos de control que se conservan.',
  },
  wrong: {
    en: 'The log {log} is NOT what was signed.',
    es: 'El registro {log} NO es lo que se firmó.',
  },
  unsigned: {
    en: 'Leaves {first} to {last} are not signed yet: they prove nothing.',
    es: 'Las hojas {first} a {last} aún no están firmadas: no prueban nada.',
  },
  former: {
    en: 'It agrees with {count} checkpoints of the log that it goes on from: {within} of leaves that it has, {lost} of leaves that it says are lost.',
    es: 'Coincide con {count} puntos de control del registro desde el que continúa: {within} de hojas que tiene, {lost} de hojas que declara perdidas.',
  },
  notFormer: {
    en: 'The log does not say that it goes on from the log that {key} signed.',
    es: 'El registro no dice que continúe el registro que firmó {key}.',
  },
  included: {
    en: 'Leaf {leaf} is in the log {log}, under a checkpoint of {size} leaves.',
    es: 'La hoja {leaf} está en el registro {log}, bajo un punto de control de {size} hojas.',
  },
  pending: {
    en: 'Not proven yet: no checkpoint and proof of leaf {leaf} are at hand. Give --url or --log, or ask again later.',
    es: 'Aún sin probar: no hay punto de control y prueba de la hoja {leaf}. Indique --url o --log, o pregunte más tarde.',
  },
  witnessed: {
    en: 'Also signed by: {names}.',
    es: 'También firmado por: {names}.',
  },
  sameTree: {
    en: 'The checkpoints are signed by {log} and do not contradict each other.',
    es: 'Los puntos de control están firmados por {log} y no se contradicen.',
  },
  needsLog: {
    en: 'Checkpoints of different sizes can only be compared with the log: give --log.',
    es: 'Los puntos de control de distinto tamaño solo se pueden comparar con el registro: indique --log.',
  },
  unreadable: {
    en: 'The file {file} cannot be read.',
    es: 'No se puede leer el archivo {file}.',
  },
  noLog: {
    en: 'There is no log in {file}.',
    es: 'No hay ningún registro en {file}.',
  },
  badKey: {
    en: 'The file {file} does not hold the key of a log: a line name+id+base64, and further lines for witnesses.',
    es: 'El archivo {file} no contiene la clave de un registro: una línea nombre+id+base64, y otras para testigos.',
  },
  badCheckpoint: {
    en: '{file} is not a checkpoint that the log signed: {reason}',
    es: '{file} no es un punto de control firmado por el registro: {reason}',
  },
  badReceipt: {
    en: '{file} is not a receipt, nor an answer with one.',
    es: '{file} no es un recibo, ni una respuesta que lo contenga.',
  },
  otherLog: {
    en: 'The receipt is of the log {log}, the key of {key}.',
    es: 'El recibo es del registro {log}, la clave de {key}.',
  },
  noAnswer: {
    en: 'No proof could be had from {url}.',
    es: 'No se pudo obtener una prueba de {url}.',
  },
  noCheckpoint: {
    en: 'No checkpoint, or no proof that it goes on from the one kept, could be had from {url}.',
    es: 'No se pudo obtener de {url} un punto de control, o la prueba de que continúa el que se conserva.',
  },
  keptFirst: {
    en: 'Kept: the log {log} has {size} leaves. Root {root}. It is the first: nothing to compare it with.',
    es: 'Conservado: el registro {log} tiene {size} hojas. Raíz {root}. Es el primero: no hay con qué compararlo.',
  },
  kept: {
    en: 'Kept: the log {log} has {size} leaves and goes on from the {before} kept before. Root {root}.',
    es: 'Conservado: el registro {log} tiene {size} hojas y continúa las {before} conservadas antes. Raíz {root}.',
  },
  proof: {
    en: 'What it signed now is kept as proof: {file}. What was kept before stays.',
    es: 'Lo que firmó ahora se conserva como prueba: {file}. Lo conservado antes permanece.',
  },
  usage: {
    en: 'Give --key FILE, and --log DIR, --receipt FILE, --checkpoint FILE, or --keep DIR with --url URL. More: --help',
    es: 'Indique --key ARCHIVO, y --log CARPETA, --receipt ARCHIVO, --checkpoint ARCHIVO, o --keep CARPETA con --url URL. Más: --help',
  },
} as const satisfies Record<string, Record<Language, string>>;

/** Says something in a language. */
export const say = (
  text: keyof typeof TEXTS,
  language: Language,
  slots: Record<string, string | number> = {},
): string => TEXTS[text][language].replaceAll(/\{(\w+)\}/g, (_, name: string) => String(slots[name] ?? ''));

/** How the command ends. */
export const EXIT = { proven: 0, wrong: 1, failed: 2, pending: 3 } as const;

/** Why nothing could be looked at: what to say, and about what. */
export class VerifyFault extends Error {
  constructor(
    readonly text: keyof typeof TEXTS,
    readonly slots: Record<string, string> = {},
  ) {
    super(say(text, 'en', slots));
  }
}
