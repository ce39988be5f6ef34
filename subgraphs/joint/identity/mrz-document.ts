import { registerEnumType } from 'type-graphql';

/** The formats of machine-readable travel documents that are read. */
export enum MrzFormat {
  TD1 = 'TD1',
  TD2 = 'TD2',
  TD3 = 'TD3',
}
registerEnumType(MrzFormat, {
  name: 'MrzFormat',
  description:
    'The format of a machine-readable zone (ICAO 9303): TD1 three lines of 30 (identity cards), TD2 two of 36, TD3 two of 44 (passports). A valid MRZ is not identity proof: whoever prints a document can compute its check digits.',
});

/** The check digits of a machine-readable zone. */
export enum MrzCheck {
  DOCUMENT_NUMBER = 'DOCUMENT_NUMBER',
  BIRTH_DATE = 'BIRTH_DATE',
  EXPIRY_DATE = 'EXPIRY_DATE',
  PERSONAL_NUMBER = 'PERSONAL_NUMBER',
  COMPOSITE = 'COMPOSITE',
}
registerEnumType(MrzCheck, {
  name: 'MrzCheck',
  description:
    'A check digit of a machine-readable zone (weights 7-3-1). The names have none: the first line of a TD3 has no check digit, so a name can be altered and everything still fits. A valid MRZ is not identity proof.',
});
