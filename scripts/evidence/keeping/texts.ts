import type { Language } from '@pasarela/schema/localized-text';

/** What the commands about a log's files say, in each language. `{name}` are filled in. */
export const KEEPING_TEXTS = {
  retained: {
    en: 'Leaves {first} to {last} of {log} are kept by hash only from now on: all of them are older than {before}. Leaf {leaf} says so, by {by}, under: {rule}.',
    es: 'De las hojas {first} a {last} de {log} solo se conserva el hash desde ahora: todas son anteriores a {before}. Lo dice la hoja {leaf}, por {by}, según: {rule}.',
  },
  stillProven: {
    en: 'Every receipt, proof and checkpoint that anybody holds still verifies.',
    es: 'Todo recibo, prueba y punto de control que alguien conserve se sigue verificando.',
  },
  wouldRetain: {
    en: 'Leaves {first} to {last} of {log} ({bytes} bytes) would be kept by hash only. Nothing was changed.',
    es: 'De las hojas {first} a {last} de {log} ({bytes} bytes) solo se conservaría el hash. No se cambió nada.',
  },
  nothingOld: {
    en: 'No file of {log} holds only leaves older than {before}. Nothing was changed. Leaves go by whole files: one ends after a day or 64 MB, with the next leaf.',
    es: 'Ningún archivo de {log} contiene solo hojas anteriores a {before}. No se cambió nada. Las hojas se eliminan por archivos enteros: uno termina tras un día o 64 MB, con la hoja siguiente.',
  },
  beforeOrKeep: {
    en: 'Give either --before DATE (2016-11-28) or --keep DAYS (a whole number).',
    es: 'Indique --before FECHA (2016-11-28) o bien --keep DÍAS (un número entero).',
  },
  noName: {
    en: 'Say who orders it: --by NAME, and --rule TEXT of at most 500 characters. It stands in the log.',
    es: 'Diga quién lo ordena: --by NOMBRE, y --rule TEXTO de 500 caracteres como máximo. Consta en el registro.',
  },
  tooYoung: {
    en: 'Every leaf is kept for {minimum} (EVIDENCE_MIN_RETENTION): those since {from} stay. Nothing was changed.',
    es: 'Toda hoja se conserva durante {minimum} (EVIDENCE_MIN_RETENTION): las posteriores a {from} permanecen. No se cambió nada.',
  },
  running: {
    en: 'Process {writer} writes to the log {log}. Stop it first; nothing was changed.',
    es: 'El proceso {writer} escribe en el registro {log}. Deténgalo primero; no se cambió nada.',
  },
  notSigned: {
    en: 'The log could not sign what is dropped, so nothing was dropped: {reason}',
    es: 'El registro no pudo firmar lo que se elimina, así que no se eliminó nada: {reason}',
  },
  noLog: {
    en: '{file} is not the folder of a log: it is DATA_DIR/evidence/NAME.',
    es: '{file} no es la carpeta de un registro: es DATA_DIR/evidence/NOMBRE.',
  },
  damaged: {
    en: '{file} is not what the log {log} signed: {finding}',
    es: '{file} no es lo que firmó el registro {log}: {finding}',
  },
  copying: { en: 'copying {log}', es: 'copiando {log}' },
  backedUp: {
    en: 'Copied and verified: {size} leaves of {log}, {signed} of them signed, in {to}.',
    es: 'Copiado y verificado: {size} hojas de {log}, {signed} de ellas firmadas, en {to}.',
  },
  backUpToo: {
    en: 'Keep the keys (DATA_DIR/keys/evidence) and the store apart from it: a copy of the log has neither.',
    es: 'Guarde aparte las claves (DATA_DIR/keys/evidence) y el almacén: la copia del registro no los contiene.',
  },
  exists: {
    en: '{file} exists already. Give a folder that does not: a copy is never written over another.',
    es: '{file} ya existe. Indique una carpeta que no exista: una copia nunca se escribe sobre otra.',
  },
  isWhole: {
    en: 'The log {log} in its place is whole, {size} leaves: there is nothing to restore, and a copy could lose its newest leaves. Nothing was changed. If it has to go, move its folder away first.',
    es: 'El registro {log} está íntegro en su lugar, {size} hojas: no hay nada que restaurar, y una copia podría perder sus hojas más recientes. No se cambió nada. Si debe retirarse, mueva antes su carpeta.',
  },
  restored: {
    en: 'The log {log} stands again, {size} leaves, and holds all that any known checkpoint covers. What stood there before is in {aside}.',
    es: 'El registro {log} está de nuevo en su lugar, {size} hojas, con todo lo que cubre cualquier punto de control conocido. Lo que había antes está en {aside}.',
  },
  nothingBefore: { en: 'no folder: there was none', es: 'ninguna carpeta: no había' },
  olderCopy: {
    en: 'The copy has {size} leaves, but the log {log} signed {known}: leaves {size} to {last} would be lost. Nothing was changed. Look for a newer copy first. If there is none, accept the loss openly with --accept-loss --by NAME --reason TEXT: the log goes on from the copy with a new key, and its first new leaf names the checkpoint of {known} leaves, so that the gap is itself evidence.',
    es: 'La copia tiene {size} hojas, pero el registro {log} firmó {known}: se perderían las hojas {size} a {last}. No se cambió nada. Busque primero una copia más reciente. Si no la hay, acepte la pérdida abiertamente con --accept-loss --by NOMBRE --reason TEXTO: el registro continúa desde la copia con una clave nueva, y su primera hoja nueva nombra el punto de control de {known} hojas, de modo que el vacío es en sí evidencia.',
  },
  noReason: {
    en: 'Say who accepts the loss and why: --by NAME --reason TEXT. It stands in the log.',
    es: 'Diga quién acepta la pérdida y por qué: --by NOMBRE --reason TEXTO. Consta en el registro.',
  },
  wentOn: {
    en: 'The log {log} goes on from the copy. Leaf {leaf} says that leaves {leaf} to {last} of the former log are lost, by {by}. What stood there before is in {aside}.',
    es: 'El registro {log} continúa desde la copia. La hoja {leaf} dice que se perdieron las hojas {leaf} a {last} del registro anterior, por {by}. Lo que había antes está en {aside}.',
  },
  newKey: {
    en: 'It has a new key, {file}. Give it to every partner who keeps its checkpoints: they keep on with it in a new folder, and keep the old one as proof of what was lost.',
    es: 'Tiene una clave nueva, {file}. Entréguela a cada socio que conserve sus puntos de control: siguen con ella en una carpeta nueva, y guardan la anterior como prueba de lo perdido.',
  },
  finished: {
    en: 'An earlier restoration of {log} was cut off after its log was in place. It is finished now.',
    es: 'Una restauración anterior de {log} se interrumpió con el registro ya en su lugar. Ahora está terminada.',
  },
  badCheckpoint: {
    en: '{file} is not a checkpoint that the log {log} signed.',
    es: '{file} no es un punto de control firmado por el registro {log}.',
  },
} as const satisfies Record<string, Record<Language, string>>;

/** A text of these commands, by name. */
export type KeepingText = keyof typeof KEEPING_TEXTS;
type Slots = Readonly<Record<string, string | number>>;

/** Says something in a language. */
export const tell = (text: KeepingText, language: Language, slots: Slots = {}): string =>
  KEEPING_TEXTS[text][language].replaceAll(/\{(\w+)\}/g, (_, name: string) => String(slots[name] ?? ''));

/** Why nothing was done: what to say, and about what. */
export class KeepingFault extends Error {
  constructor(
    readonly text: KeepingText,
    readonly slots: Slots = {},
  ) {
    super(tell(text, 'en', slots));
  }

  /** The line in a language. */
  line(language: Language): string {
    return tell(this.text, language, this.slots);
  }
}
