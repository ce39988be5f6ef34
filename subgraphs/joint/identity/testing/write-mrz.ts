import { normalisedName, type TargetAttributes } from '../normalised-attributes';

/** A document to print: what a target is asked by, all of it. */
export type PrintedDocument = Required<TargetAttributes>;

const WEIGHTS = [7, 3, 1];

/** A check digit of ICAO 9303 part 3: weights 7-3-1, A to Z are 10 to 35, the filler is 0. Written apart from the library. */
export function checkDigit(text: string): string {
  const sum = [...text].reduce((total, sign, index) => {
    const value = sign === '<' ? 0 : Number.parseInt(sign, 36);
    return total + value * (WEIGHTS[index % WEIGHTS.length] as number);
  }, 0);
  return String(sum % 10);
}

const field = (text: string, length: number): string => text.replaceAll(' ', '<').padEnd(length, '<').slice(0, length);

const names = ({ familyName, givenNames }: PrintedDocument, length: number): string =>
  field(`${normalisedName(familyName)}<<${normalisedName(givenNames)}`, length);

const checked = (text: string): string => `${text}${checkDigit(text)}`;
const shortDate = (date: string): string => date.replaceAll('-', '').slice(-6);
const EXPIRES = '320101';

/** A passport's zone (TD3). */
export function writeTd3(document: PrintedDocument): string[] {
  const { issuingState, documentNumber, birthDate } = document;
  const number = checked(field(documentNumber, 9));
  const birth = checked(shortDate(birthDate));
  const expiry = checked(EXPIRES);
  const personal = checked(field('', 14));
  const composite = checkDigit(`${number}${birth}${expiry}${personal}`);
  return [
    `P<${issuingState}${names(document, 39)}`,
    `${number}${issuingState}${birth}F${expiry}${personal}${composite}`,
  ];
}

/** An identity card's zone of two lines (TD2). */
export function writeTd2(document: PrintedDocument): string[] {
  const { issuingState, documentNumber, birthDate } = document;
  const number = checked(field(documentNumber, 9));
  const birth = checked(shortDate(birthDate));
  const expiry = checked(EXPIRES);
  const optional = field('', 7);
  const composite = checkDigit(`${number}${birth}${expiry}${optional}`);
  return [
    `I<${issuingState}${names(document, 31)}`,
    `${number}${issuingState}${birth}F${expiry}${optional}${composite}`,
  ];
}

/** An identity card's zone of three lines (TD1). */
export function writeTd1(document: PrintedDocument): string[] {
  const { issuingState, documentNumber, birthDate } = document;
  const number = checked(field(documentNumber, 9));
  const birth = checked(shortDate(birthDate));
  const expiry = checked(EXPIRES);
  const first = `${number}${field('', 15)}`;
  const optional = field('', 11);
  const composite = checkDigit(`${first}${birth}${expiry}${optional}`);
  return [`I<${issuingState}${first}`, `${birth}F${expiry}${issuingState}${optional}${composite}`, names(document, 30)];
}
