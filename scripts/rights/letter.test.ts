import { SUBGRAPHS } from '../subgraphs';
import { extensionOf } from './case-notice';
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
    confirmBy: null,
    confirmedAt: null,
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
    expect(letterText(letterOf(collected, { definition, language: 'en' }))).toMatchInlineSnapshot(`
     "Answer about your personal data
     SYNTHETIC: made-up data. No real person is behind this record.
     Access, received on 2026-01-15, case case-1. To be answered by 2026-01-29 (Ley 81).

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

     If you do not agree
     If you do not agree with this answer, or the term passed without one, you can complain to the Autoridad Nacional de Transparencia y Acceso a la Información (Ley 81 de 2019), or bring an action of habeas data (Constitution, art. 44).
     "
    `);
  });

  it('says the same in Spanish', () => {
    const text = letterText(letterOf(collected, { definition, language: 'es' }));
    expect(text).toContain('Acceso, recibida el 2026-01-15');
    expect(text).toContain('  nacionalidad: Venezuela (VEN)');
    expect(text).toContain('SINTÉTICO');
    expect(text).toContain('  tutor: For child protection only.');
  });

  it('says when nothing is held and nobody received anything', () => {
    const text = letterText(
      letterOf({ ...collected, record: null, disclosures: [], notices: [] }, { definition, language: 'en' }),
    );
    expect(text).toContain('We hold no record about you.');
    expect(text).toContain('Nobody received data about you.');
    expect(text).not.toContain('not shown');
  });

  it('as a page or a table obeys nothing that a record says', () => {
    const html = letterHtml(letterOf(collected, { definition, language: 'en' }));
    expect(html).toContain('&lt;b&gt;=SUM(1)&lt;/b&gt;');
    expect(html).not.toContain('<b>');
    expect(html).not.toContain('\u001b');
    expect(letterCsv(letterOf(collected, { definition, language: 'en' }))).toContain("officer's notes,'=1+1");
  });

  it('as JSON is what was collected', () => {
    const { notices: _notices, ...whole } = collected;
    expect(JSON.parse(collectedJson(collected))).toEqual(whole);
  });

  it('of a refusal tells the reason of the law and whom to turn to, and nothing of what is held', () => {
    const refused = { ...collected, case: { ...collected.case, state: 'REFUSED', ground: 'NOT_ENTITLED' } };
    const text = letterText(letterOf(refused, { definition, language: 'en' }));
    expect(text).toContain('Your request was refused\nIt was not shown that you are the person');
    expect(text).toContain('complain to the Autoridad Nacional');
    expect(text).not.toContain('What we hold');
    expect(text).not.toContain('MIGRACION_COLOMBIA');
  });

  it('says why and until when the answer was put off', () => {
    const step = { at: '2026-01-20T12:00:00.000Z', by: 'dpo.col', did: 'EXTENDED', note: 'The archive is closed.' };
    const extended = { ...collected.case, kind: 'CONSULTA', state: 'EXTENDED', history: [step] };
    const options = { definition: rightsDomain('colombia-regularization'), language: 'es' } as const;
    const sentence = 'La respuesta se prorrogó, una sola vez, hasta el 2026-01-29: The archive is closed.';
    expect(letterText(extensionOf(extended, options))).toContain(sentence);
    expect(letterText(letterOf({ ...collected, case: extended }, options))).toContain(sentence);
  });

  it('is there for every domain that says that it holds records of persons', () => {
    expect(SUBGRAPHS.filter(({ rights }) => rights).map(({ name }) => name)).toEqual([
      'colombia-regularization',
      'panama-darien-flow',
      'panama-repatriation',
      'usa-smuggling-cases',
    ]);
    expect(() => rightsDomain('governance')).toThrow('--domain is one of');
  });
});
