import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { schemaDirectory } from '../../package-directory';
import { readYaml } from '../read-yaml';
import { agreementFile } from '../rule-files';
import { addGrant } from './add-grant';
import { agreementFileName, agreementText } from './agreement-text';
import type { WrittenGrant } from './grant-text';

const GRANT: WrittenGrant = {
  id: 'PAN-ASKED-1',
  coordinate: 'CrossingRecord.sex',
  audience: { parties: ['COL'], agencies: ['MIGRACION_COLOMBIA'], roles: ['ANALYST'] },
  purposes: ['MIGRATION_MANAGEMENT'],
  level: 'full',
};
const READ = {
  id: 'PAN-ASKED-1',
  fields: { CrossingRecord: ['sex'] },
  audience: { parties: ['COL'], agencies: ['MIGRACION_COLOMBIA'], roles: ['ANALYST'] },
  purposes: ['MIGRATION_MANAGEMENT'],
  level: 'full',
};
const LINES = `  - id: PAN-ASKED-1
    fields: { CrossingRecord: [ sex ] }
    audience: { parties: [ COL ], agencies: [ MIGRACION_COLOMBIA ], roles: [ ANALYST ] }
    purposes: [ MIGRATION_MANAGEMENT ]
    level: full
`;
const shipped = path.join(schemaDirectory, 'agreements');
const files = readdirSync(shipped).filter((name) => name.endsWith('.yaml'));
const textOf = (name: string) => readFileSync(path.join(shipped, name), 'utf8');
const grantsIn = (text: string) => readYaml('a.yaml', text, agreementFile).content.grants;

const HEAD = `agreement: BORDER
owner: PAN
title: { en: Border, es: Frontera }
parties: [COL, PAN]
legalGround: { en: A law, es: Una ley }
from: 2024-01-01
to: 2027-01-01
obligations: { deleteBy: P1Y, passingOn: { en: None., es: Ninguna. } }
`;
const ENTRY = '{ id: A, fields: { B: [c] }, audience: { parties: [COL] }, purposes: [AUDIT], level: full }';

describe('addGrant', () => {
  it.each(files)('adds lines to %s, and every other one stays as it was', (name) => {
    const before = textOf(name);
    const after = addGrant(name, before, GRANT);
    expect(after).toBe(`${before}${LINES}`);
    expect(grantsIn(after)).toEqual([...grantsIn(before), READ]);
  });

  it.each([
    ['comments behind the last grant', `${HEAD}grants:\n  - ${ENTRY}\n  # and no more\n`],
    ['no line end', `${HEAD}grants:\n  - ${ENTRY}`],
    ['entries that are not indented', `${HEAD}grants:\n- ${ENTRY}\n`],
    ['something behind its grants', `grants:\n  - ${ENTRY}\n\n# who\n${HEAD}`],
    ['grants on one line', `${HEAD}grants: [${ENTRY}] # one\n`],
    ['windows line ends', `${HEAD}grants:\n  - ${ENTRY}\n`.replaceAll('\n', '\r\n')],
  ])('adds to a text with %s', (_, text) => {
    const after = addGrant('a.yaml', text, GRANT);
    expect(grantsIn(after)).toEqual([...grantsIn(text), READ]);
    for (const [comment] of text.matchAll(/#.*/g)) expect(after).toContain(comment.trim());
  });

  it('refuses what is no agreement', () => {
    expect(() => addGrant('a.yaml', 'grants: none', GRANT)).toThrow(/a\.yaml/);
  });
});

describe('agreementText', () => {
  it('writes an agreement that is read back as it was meant, whatever the words', () => {
    const words = 'Law: 81 of 2019 # "quoted"\n- and a dash';
    const text = agreementText(
      {
        agreement: 'VISITS',
        owner: 'PAN',
        title: { en: words, es: words },
        parties: ['COL', 'PAN'],
        legalGround: { en: words, es: words },
        from: '2026-01-01',
        to: '2027-01-01',
        obligations: { deleteBy: 'P90D', passingOn: { en: words, es: words } },
      },
      GRANT,
    );
    expect(readYaml(agreementFileName('VISITS', 'PAN'), text, agreementFile).content).toEqual({
      agreement: 'VISITS',
      owner: 'PAN',
      title: { en: words, es: words },
      parties: ['COL', 'PAN'],
      legalGround: { en: words, es: words },
      from: Date.parse('2026-01-01'),
      to: Date.parse('2027-01-01'),
      obligations: { deleteBy: 'P90D', passingOn: { en: words, es: words } },
      grants: [READ],
    });
  });

  it('names the file as the others are named', () => {
    expect(agreementFileName('BORDER-MANAGEMENT', 'PAN')).toBe('agreements/border-management.pan.yaml');
  });
});
