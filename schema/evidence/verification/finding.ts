import type { Language } from '../../localized-text';

/** Everything that can be wrong with a log or a receipt. Texts may hold {leaf} and {to}. */
export const FINDINGS = {
  EDITED: {
    en: 'Leaf {leaf} was changed: it is not what its stored hash says.',
    es: 'La hoja {leaf} fue modificada: no es lo que dice su hash almacenado.',
  },
  MISSING: {
    en: 'Leaves {leaf} to {to} are missing.',
    es: 'Faltan las hojas {leaf} a {to}.',
  },
  OUT_OF_PLACE: {
    en: 'Leaf {leaf} stands where it does not belong: inserted, repeated or moved.',
    es: 'La hoja {leaf} está donde no corresponde: insertada, repetida o movida.',
  },
  CUT_TAIL: {
    en: 'The log ends before leaf {leaf}, and had leaves up to {to}.',
    es: 'El registro termina antes de la hoja {leaf}, y tenía hojas hasta la {to}.',
  },
  BROKEN_LINE: {
    en: 'What stands at leaf {leaf} is no whole leaf.',
    es: 'Lo que está en la hoja {leaf} no es una hoja entera.',
  },
  HASHES_CHANGED: {
    en: 'The stored hashes of the tree do not follow from its leaves, at leaf {leaf}.',
    es: 'Los hashes almacenados del árbol no se derivan de sus hojas, en la hoja {leaf}.',
  },
  ROOT_DIFFERS: {
    en: 'Among leaves {leaf} to {to} there is one that is not what the log signed.',
    es: 'Entre las hojas {leaf} a {to} hay una que no es lo que el registro firmó.',
  },
  FORK: {
    en: 'The log goes another way than the checkpoint that is held: somewhere in leaves {leaf} to {to}.',
    es: 'El registro sigue otro camino que el punto de control que se conserva: en algún lugar de las hojas {leaf} a {to}.',
  },
  ROLLED_BACK: {
    en: 'The log is older than the checkpoint that is held: leaves {leaf} to {to} are not there.',
    es: 'El registro es anterior al punto de control que se conserva: no están las hojas {leaf} a {to}.',
  },
  UNSIGNED: {
    en: 'Leaves {leaf} to {to} are under no checkpoint: they prove nothing yet. Left by a crash or a running log, or inserted.',
    es: 'Las hojas {leaf} a {to} no están bajo ningún punto de control: aún no prueban nada. Las dejó una caída o un registro en marcha, o fueron insertadas.',
  },
  DROPPED: {
    en: 'Leaves {leaf} to {to} are gone, and no leaf says that they were dropped.',
    es: 'Las hojas {leaf} a {to} ya no están, y ninguna hoja dice que se eliminaron.',
  },
  CHECKPOINT_REFUSED: {
    en: 'A checkpoint for {to} leaves is not signed by the log, or not well formed.',
    es: 'Un punto de control para {to} hojas no está firmado por el registro, o está mal formado.',
  },
  RECEIPT_DIFFERS: {
    en: 'Leaf {leaf} is not the one that the receipt was given for.',
    es: 'La hoja {leaf} no es aquella por la que se dio el recibo.',
  },
  NOT_INCLUDED: {
    en: 'The receipt does not lead to the root that the log signed: leaf {leaf} is not in its tree.',
    es: 'El recibo no lleva a la raíz que el registro firmó: la hoja {leaf} no está en su árbol.',
  },
} as const satisfies Record<string, Record<Language, string>>;

/** What is wrong, and with which leaf: the first of several, `to` the last. */
export interface Finding {
  readonly code: keyof typeof FINDINGS;
  readonly leaf: number;
  readonly to?: number;
}

/** What a finding says to a reader. */
export const findingText = ({ code, leaf, to = leaf }: Finding, language: Language): string =>
  FINDINGS[code][language].replaceAll('{leaf}', String(leaf)).replaceAll('{to}', String(to));
