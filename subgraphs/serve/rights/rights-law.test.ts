import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readRightsLaw } from './rights-law';

const LAW = `title: { en: Law, es: Ley }
whoMayAsk: null
calendar: { country: CO, timeZone: America/Bogota, closed: [{ on: 2026-02-16, source: Decree }] }
kinds:
  CONSULTA:
    title: { en: Enquiry, es: Consulta }
    confirm: null
    answer: { days: 10, counted: WORKING_DAYS }
    extension: null
    source: Law, art. 14
refusals:
  NOT_ENTITLED: { of: [CONSULTA], text: { en: No, es: No }, source: Law }
silence: null
remedy: { en: Complain, es: Reclame }
erasure: { keeps: null, source: Law }
`;

describe('the document of a law', () => {
  let directory: string;
  beforeEach(() => {
    directory = mkdtempSync(path.join(tmpdir(), 'pasarela-law-'));
  });
  afterEach(() => rmSync(directory, { recursive: true }));
  const read = (text: string) => {
    const file = path.join(directory, 'law.yaml');
    writeFileSync(file, text);
    return readRightsLaw(file);
  };

  it('is read as it stands', () => {
    expect(read(LAW).calendar.closed).toEqual([{ on: '2026-02-16', source: 'Decree' }]);
  });

  it.each([
    ['a refusal of a kind that it has not', 'of: [CONSULTA]', 'of: [RECLAMO]', 'names only kinds of this law'],
    ['a silence that is no refusal', 'silence: null', 'silence: LAW_ENFORCEMENT', 'is one of the refusals'],
    ['a country without holidays', 'country: CO', 'country: XX', 'public holidays are known'],
    ['a zone that is none', 'America/Bogota', 'Bogota', 'is a time zone of the IANA'],
    ['no remedy', 'remedy: { en: Complain, es: Reclame }\n', '', 'remedy'],
  ])('with %s is refused', (_, right, wrong, message) => {
    expect(LAW).toContain(right);
    expect(() => read(LAW.replace(right, wrong))).toThrow(message);
  });
});
