/** What a target is asked by. Texts as they stand in a document or a record; birth dates in ISO 8601 or YYMMDD. */
export interface TargetAttributes {
  readonly issuingState?: string;
  readonly documentNumber?: string;
  readonly familyName?: string;
  readonly givenNames?: string;
  readonly birthDate?: string;
}

/** What one token stands for. */
export type TokenKind = 'DOCUMENT' | 'BIOGRAPHIC';

/** Names in an MRZ end where its shortest name field does (TD1: 30); so both sides cut there. */
const NAME_FIELD = 30;

/** Letters that ICAO 9303 part 3 writes as others; what is left of accents falls away. */
const TRANSLITERATED: ReadonlyArray<readonly [RegExp, string]> = [
  [/ß/g, 'SS'],
  [/[ÆÄ]/g, 'AE'],
  [/[ØÖŒ]/g, 'OE'],
  [/Å/g, 'AA'],
  [/Ü/g, 'UE'],
  [/Þ/g, 'TH'],
  [/[ÐĐ]/g, 'D'],
  [/Ł/g, 'L'],
];

/** A name in the letters of a machine-readable zone, its parts one space apart. */
export function normalisedName(name: string): string {
  const upper = name.normalize('NFC').toUpperCase().replaceAll('<', ' ');
  const letters = TRANSLITERATED.reduce((text, [from, to]) => text.replace(from, to), upper);
  return letters
    .normalize('NFD')
    .replace(/\p{Mark}|['’]/gu, '')
    .replace(/[^A-Z]+/g, ' ')
    .trim();
}

const letterOrDigit = (text: string): string => text.toUpperCase().replace(/[^A-Z0-9]/g, '');

/** YYMMDD, as a zone holds it. */
const shortDate = (date: string): string => date.replaceAll('-', '').slice(-6);

/**
 * What is put under the key for one kind of token, the same for the same person however it was written; undefined
 * where it would stand for too little to tell people apart.
 */
export function normalisedText(kind: TokenKind, attributes: TargetAttributes): string | undefined {
  const { issuingState = '', documentNumber = '', familyName = '', givenNames = '', birthDate = '' } = attributes;
  if (kind === 'DOCUMENT') {
    const parts = [letterOrDigit(issuingState), letterOrDigit(documentNumber)];
    return parts.every(Boolean) ? parts.join('|') : undefined;
  }
  const name = `${normalisedName(familyName)}  ${normalisedName(givenNames)}`.slice(0, NAME_FIELD).trim();
  const date = shortDate(birthDate);
  return normalisedName(familyName) && /^\d{6}$/.test(date) ? `${name}|${date}` : undefined;
}
