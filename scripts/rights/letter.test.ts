import { SUBGRAPHS } from '../subgraphs';
import type { CollectedCase } from './collect-case';
import { letterOf } from './letter';
import { collectedJson, letterCsv, letterHtml, letterText } from './print-letter';
import { rightsDomain } from './rights-domain';

const definition = rightsDomain('panama-darien-flow');
const collected: CollectedCase = {
  case: {
    id: 'case-1',
    kind: 'ACCESS',
    record: 'abc',
    receivedOn: '2026-01-15',
    deadline: '2026-01-29',
    overdue: false,
    state: 'OPEN',
    ground: null,
    source: 'Ley 81',
    version: 1,
    history: [],
  },
  hasMore: false,
  keptSince: null,
  record: {
    dataset: 'SYNTHETIC crossing records',
    fullName: '<b>=SUM(1)</b>\u001b[2J',
    officerNotes: '=1+1',
    unaccompaniedChild: false,
    nationality: { code: 'VEN', nameEn: 'Venezuela', nameEs: 'Venezuela' },
    specificNeeds: [],
    steps: [{ on: '2026-01-01' }, { on: '2026-01-02' }],
  },
  disclosures: [
    {
      at: '2026-01-15T12:00:00.000Z',
      party: 'COL',
      agency: 'MIGRACION_COLOMBIA',
      purpose: 'MIGRATION_MANAGEMENT',
      agreements: ['PAN:BORDER-MANAGEMENT'],
      fields: [
        { coordinate: 'CrossingRecord.crossedOn', level: 'month' },
        { coordinate: 'CrossingRecord.sex', level: 'full' },
      ],
    },
  ],
  notices: [
    {
      code: 'WITHHELD',
      coordinate: 'CrossingRecord.guardian',
      path: 'x',
      level: 'none',
      rule: 'G-GUARDIAN',
      agreements: [],
      reason: 'For child protection only.',
      source: null,
      contact: null,
    },
  ],
};

describe('the letter to a person', () => {
  it('says in English what is held, what is kept from the office, and who received what', () => {
    expect(letterText(letterOf(collected, definition, 'en'))).toMatchInlineSnapshot(`
     "Answer about your personal data
     SYNTHETIC: made-up data. No real person is behind this record.
     Access, received on 2026-01-15, case case-1. To be answered by 2026-01-29 (Ley 81).
     Working days are counted Monday to Friday; public holidays are not taken into account.

     What we hold about you
       dataset: SYNTHETIC crossing records
       name: <b>=SUM(1)</b> [2J
       officer's notes: =1+1
       unaccompanied child: no
       nationality: Venezuela (VEN)
       specific needs: (blank)
       steps 1: since: 2026-01-01
       steps 2: since: 2026-01-02

     Held, but not shown to the office that writes this letter
       guardian: For child protection only.

     Who received data about you
     Where an answer held several records, fewer of these fields may have been told of yours: the log holds no values.
       2026-01-15T12:00:00.000Z: MIGRACION_COLOMBIA (COL), for MIGRATION_MANAGEMENT, under PAN:BORDER-MANAGEMENT: day of registration (month), sex
     "
    `);
  });

  it('says the same in Spanish', () => {
    const text = letterText(letterOf(collected, definition, 'es'));
    expect(text).toContain('Acceso, recibida el 2026-01-15');
    expect(text).toContain('  nacionalidad: Venezuela (VEN)');
    expect(text).toContain('SINTÉTICO');
    expect(text).toContain('  tutor: For child protection only.');
  });

  it('says when nothing is held and nobody received anything', () => {
    const text = letterText(letterOf({ ...collected, record: null, disclosures: [], notices: [] }, definition, 'en'));
    expect(text).toContain('We no longer hold a record about you.');
    expect(text).toContain('Nobody received data about you.');
    expect(text).not.toContain('not shown');
  });

  it('as a page or a table obeys nothing that a record says', () => {
    const html = letterHtml(letterOf(collected, definition, 'en'));
    expect(html).toContain('&lt;b&gt;=SUM(1)&lt;/b&gt;');
    expect(html).not.toContain('<b>');
    expect(html).not.toContain('\u001b');
    expect(letterCsv(letterOf(collected, definition, 'en'))).toContain("officer's notes,'=1+1");
  });

  it('as JSON is what was collected', () => {
    const { notices: _notices, ...whole } = collected;
    expect(JSON.parse(collectedJson(collected))).toEqual(whole);
  });

  it('is there for every domain that says that it holds records of persons', () => {
    expect(SUBGRAPHS.filter(({ rights }) => rights).map(({ name }) => name)).toEqual([
      'colombia-regularization',
      'panama-darien-flow',
    ]);
    expect(() => rightsDomain('governance')).toThrow('--domain is one of');
  });
});
