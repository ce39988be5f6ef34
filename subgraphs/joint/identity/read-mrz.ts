import { requestError } from '@pasarela/schema/errors';
import { type FieldName, parse } from 'mrz';
import { MrzCheck, MrzFormat } from './mrz-document';

/** What a machine-readable zone says. None of it proves who holds the document. */
export interface ReadMrz {
  readonly format: MrzFormat;
  /** The check digits that do not fit; empty where all do. */
  readonly failedChecks: readonly MrzCheck[];
  readonly issuingState: string;
  readonly documentNumber: string;
  readonly familyName: string;
  readonly givenNames: string;
  /** YYMMDD: the zone does not hold the century. */
  readonly birthDate: string;
}

/** The field of each check digit (ICAO 9303 parts 4 to 6). TD3's first line, the names, has none in any format. */
const CHECK_DIGITS: ReadonlyArray<readonly [FieldName, MrzCheck]> = [
  ['documentNumberCheckDigit', MrzCheck.DOCUMENT_NUMBER],
  ['birthDateCheckDigit', MrzCheck.BIRTH_DATE],
  ['expirationDateCheckDigit', MrzCheck.EXPIRY_DATE],
  ['personalNumberCheckDigit', MrzCheck.PERSONAL_NUMBER],
  ['compositeCheckDigit', MrzCheck.COMPOSITE],
];

/**
 * Reads the machine-readable zone of a travel document (ICAO 9303: TD1 three lines of 30, TD2 two of 36, TD3 two of
 * 44) and recomputes its check digits. It runs where the document lies, never at the joint host.
 * @throws BAD_INPUT for anything else; the text is never repeated.
 */
export function readMrz(lines: readonly string[]): ReadMrz {
  const { format, fields, details, documentNumber } = parsed(lines);
  const failed = CHECK_DIGITS.filter(([field]) => details.some((detail) => detail.field === field && !detail.valid));
  return {
    format: MrzFormat[format as keyof typeof MrzFormat],
    failedChecks: failed.map(([, check]) => check),
    issuingState: fields.issuingState ?? lines[0]?.slice(2, 5) ?? '',
    documentNumber: documentNumber ?? fields.documentNumber ?? '',
    familyName: fields.lastName ?? '',
    givenNames: fields.firstName ?? '',
    birthDate: fields.birthDate ?? '',
  };
}

function parsed(lines: readonly string[]): ReturnType<typeof parse> {
  const unreadable = requestError('BAD_INPUT', { what: 'these are not the lines of a TD1, TD2 or TD3 document' });
  // The library knows national formats too, by the number of lines alone.
  if (
    !SHAPES.some(
      ({ count, length }) =>
        lines.length === count && lines.every((line) => line.length === length && SIGNS.test(line)),
    )
  )
    throw unreadable;
  try {
    const result = parse([...lines]);
    if (Object.hasOwn(MrzFormat, result.format)) return result;
  } catch {
    // The library's own text holds the line.
  }
  throw unreadable;
}

const SIGNS = /^[A-Z0-9<]*$/;
const SHAPES = [
  { count: 3, length: 30 },
  { count: 2, length: 36 },
  { count: 2, length: 44 },
];
