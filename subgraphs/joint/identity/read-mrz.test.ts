import { normalisedText } from './normalised-attributes';
import { readMrz } from './read-mrz';
import { checkDigit, writeTd1, writeTd2, writeTd3 } from './testing/write-mrz';

/** The specimens of ICAO 9303 parts 4, 5 and 6. */
const TD3 = ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'];
const TD2 = ['I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<', 'D231458907UTO7408122F1204159<<<<<<<6'];
const TD1 = ['I<UTOD231458907<<<<<<<<<<<<<<<', '7408122F1204159UTO<<<<<<<<<<<6', 'ERIKSSON<<ANNA<MARIA<<<<<<<<<<'];

const codeOf = (lines: readonly string[]): unknown => {
  try {
    readMrz(lines);
  } catch (error) {
    return [(error as { code?: string }).code, (error as Error).message];
  }
  return undefined;
};

describe('the specimens', () => {
  it.each([
    ['TD3', TD3, 'L898902C3'],
    ['TD2', TD2, 'D23145890'],
    ['TD1', TD1, 'D23145890'],
  ])('are read: %s', (format, lines, documentNumber) => {
    expect(readMrz(lines)).toEqual({
      format,
      failedChecks: [],
      issuingState: 'UTO',
      documentNumber,
      familyName: 'ERIKSSON',
      givenNames: 'ANNA MARIA',
      birthDate: '740812',
    });
  });

  it('of TD3 have the check digits 6, 2, 9 and composite 0', () => {
    expect(['L898902C3', '740812', '120415'].map(checkDigit)).toEqual(['6', '2', '9']);
    expect(checkDigit('L898902C3674081221204159ZE184226B<<<<<1')).toBe('0');
  });
});

describe('check digits', () => {
  const changed = (lines: string[], line: number, column: number, sign: string) =>
    lines.map((text, index) => (index === line ? text.slice(0, column) + sign + text.slice(column + 1) : text));

  it.each([
    ['the document number', changed(TD3, 1, 0, 'M'), ['DOCUMENT_NUMBER', 'COMPOSITE']],
    ['the birth date', changed(TD3, 1, 17, '3'), ['BIRTH_DATE', 'COMPOSITE']],
    ['the expiry date', changed(TD3, 1, 22, '3'), ['EXPIRY_DATE', 'COMPOSITE']],
    ['the personal number', changed(TD3, 1, 30, '5'), ['PERSONAL_NUMBER', 'COMPOSITE']],
    ['the composite', changed(TD3, 1, 43, '1'), ['COMPOSITE']],
    ['the document number of a TD1', changed(TD1, 0, 6, '3'), ['DOCUMENT_NUMBER', 'COMPOSITE']],
    ['the birth date of a TD2', changed(TD2, 1, 14, '5'), ['BIRTH_DATE', 'COMPOSITE']],
  ])('show a change of %s', (_, lines, failed) => {
    expect(readMrz(lines).failedChecks).toEqual(failed);
  });

  it('show nothing of an altered name: the first line of a TD3 has none', () => {
    const altered = [(TD3[0] as string).replace('ERIKSSON', 'ERIKSEN<'), TD3[1] as string];
    expect(readMrz(altered).failedChecks).toEqual([]);
  });
});

it.each([
  ['nothing', []],
  ['one line', [TD3[1] as string]],
  ['a line too many', [...TD3, TD3[1] as string]],
  ['lines too short', TD3.map((line) => line.slice(1))],
  ['signs of another alphabet', [TD3[0] as string, (TD3[1] as string).replace('L', 'Ł')]],
  ['a French national card', ['IDFRATEST<NAME<<<<<<<<<<<<<<<<0CHE02', '1710GVA123451ROBERTA<<<<<<<9206185F9']],
])('refuses %s, and repeats none of it', (_, lines) => {
  const [code, message] = codeOf(lines) as [string, string];
  expect(code).toBe('BAD_INPUT');
  expect(message).not.toMatch(/L898902|NAME|ROBERTA/);
});

it('gives one text for one person, whichever document holds the name and however it is accented', () => {
  const person = {
    issuingState: 'VEN',
    documentNumber: 'SA0012345',
    familyName: 'Núñez de la Peña y Castañeda',
    givenNames: 'María José Altagracia',
    birthDate: '1980-02-29',
  };
  const wanted = [normalisedText('DOCUMENT', person), normalisedText('BIOGRAPHIC', person)];
  for (const lines of [writeTd1(person), writeTd2(person), writeTd3(person)]) {
    const read = readMrz(lines);
    expect(read.failedChecks).toEqual([]);
    expect([normalisedText('DOCUMENT', read), normalisedText('BIOGRAPHIC', read)]).toEqual(wanted);
  }
});
