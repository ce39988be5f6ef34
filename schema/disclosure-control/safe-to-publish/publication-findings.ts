import type { LocalizedText } from '../../localized-text';
import type { Interval } from '../secondary/protection';

/** What speaks against publishing a table, by code. `{lowest}`, `{highest}` and `{threshold}` are filled in. */
export const PUBLICATION_FINDINGS = {
  SMALL_COUNT: {
    en: 'A count from 1 to {largestSmall} is shown; the rule asks for at least {threshold} people. Suppress it.',
    es: 'Se muestra un conteo entre 1 y {largestSmall}; la regla exige al menos {threshold} personas. Suprímalo.',
  },
  PROTECTED_ZERO: {
    en: 'A zero is shown, and the rule suppresses zeros: that nobody is counted here must not be told.',
    es: 'Se muestra un cero y la regla suprime los ceros: no debe revelarse que aquí no se cuenta a nadie.',
  },
  SHARED_ATTRIBUTE: {
    en: 'All people of this group share one category of the sensitive dimension, and the table tells it. Suppress the categories of the group, its zeros too.',
    es: 'Todas las personas de este grupo comparten una categoría de la dimensión sensible, y la tabla lo revela. Suprima las categorías del grupo, también sus ceros.',
  },
  DERIVABLE: {
    en: 'This suppressed cell can be worked out from the published ones to lie between {lowest} and {highest}. Suppress more cells beside it.',
    es: 'De las celdas publicadas se deduce que esta celda suprimida está entre {lowest} y {highest}. Suprima más celdas junto a ella.',
  },
  NOT_ADDITIVE: {
    en: 'The parts do not add up to their total, whatever the suppressed cells hold.',
    es: 'Las partes no suman su total, sea cual sea el valor de las celdas suprimidas.',
  },
  MISSING_CELL: {
    en: 'The table has no entry for this cell. Give its count, or mark it as suppressed.',
    es: 'La tabla no trae esta celda. Indique su conteo o márquela como suprimida.',
  },
  UNKNOWN_CODE: {
    en: 'This cell stands at a code that its dimension does not have.',
    es: 'Esta celda lleva un código que su dimensión no tiene.',
  },
  DUPLICATE_CELL: {
    en: 'This cell is given more than once.',
    es: 'Esta celda aparece más de una vez.',
  },
  INVALID_COUNT: {
    en: 'This is not a count: it must be a whole number from 0, or nothing where the cell is suppressed.',
    es: 'Esto no es un conteo: debe ser un número entero desde 0, o nada si la celda está suprimida.',
  },
} as const satisfies Record<string, LocalizedText>;

/** A code of a finding. */
export type PublicationFindingCode = keyof typeof PUBLICATION_FINDINGS;

/** One thing that speaks against publishing a table as it is. */
export interface PublicationFinding {
  readonly code: PublicationFindingCode;
  /** The id of the cell; none where it is the table as a whole. */
  readonly cell: string | null;
  /** What anybody can work out of a suppressed cell, in whole people. */
  readonly interval?: Interval;
  readonly text: LocalizedText;
}

/** A finding with its words. It holds no count, only the bounds that the published cells give away. */
export function publicationFinding(
  code: PublicationFindingCode,
  cell: string | null,
  { threshold = 0, interval }: { threshold?: number; interval?: Interval } = {},
): PublicationFinding {
  const slots: Record<string, number | undefined> = { threshold, largestSmall: threshold - 1, ...interval };
  const filled = (text: string): string =>
    text.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(slots[name] ?? ''));
  const { en, es } = PUBLICATION_FINDINGS[code];
  return { code, cell, ...(interval ? { interval } : {}), text: { en: filled(en), es: filled(es) } };
}
