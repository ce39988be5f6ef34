import type { CollectedCase } from './collect-case';
import { letterOf, officeViewOf } from './letter';
import { letterCsv, letterHtml, letterText } from './print-letter';
import { rightsDomain } from './rights-domain';

const definition = rightsDomain('usa-smuggling-cases');
const nothing: CollectedCase = {
  case: {
    id: 'case-1',
    kind: 'ACCESS',
    record: null,
    receivedOn: '2026-06-30',
    confirmBy: null,
    confirmedAt: null,
    deadline: '2026-07-29',
    overdue: false,
    state: 'OPEN',
    ground: null,
    source: '5 U.S.C. 552a(d)(1)',
    version: 1,
    history: [],
  },
  hasMore: false,
  keptSince: null,
  record: null,
  disclosures: [],
  notices: [],
};
const suspect: CollectedCase = {
  ...nothing,
  case: { ...nothing.case, record: 'SYNTHETIC-PERSON-1' },
  hasMore: true,
  record: {
    dataset: 'SYNTHETIC smuggling cases',
    role: 'SUSPECT',
    fullName: 'SYNTHETIC Person 1',
  },
  disclosures: [
    {
      at: '2026-01-15T12:00:00.000Z',
      party: 'PAN',
      agency: 'MINISTERIO_PUBLICO',
      purpose: 'ENFORCEMENT',
      agreements: ['USA:SMUGGLING-NETWORKS'],
      fields: [{ coordinate: 'UsaCasePerson.pseudonym', level: 'pseudonym' }],
    },
  ],
  notices: [
    {
      code: 'WITHHELD',
      coordinate: 'UsaCasePerson.fullName',
      path: 'x',
      level: 'none',
      rule: 'G-CHILD-NAME',
      agreements: [],
      reason: 'For child protection only.',
      source: null,
      contact: null,
    },
  ],
};
const states = (one: CollectedCase): CollectedCase[] => [
  one,
  { ...one, case: { ...one.case, state: 'ANSWERED', version: 2 } },
  {
    ...one,
    case: {
      ...one.case,
      state: 'REFUSED',
      ground: 'LAW_ENFORCEMENT',
      version: 2,
    },
  },
];

/** Whoever asks whether the United States investigate them hears the same, whether they do or not. */
describe('a letter where the law keeps silent', () => {
  it.each(['en', 'es'] as const)(
    'is the same in %s for a suspect and for whom nothing is held of, whatever was done',
    (language) => {
      const letters = [...states(suspect), ...states(nothing)].map((one) => letterOf(one, { definition, language }));
      for (const print of [letterText, letterHtml, letterCsv]) expect(new Set(letters.map(print)).size).toBe(1);
    },
  );

  it('neither confirms nor denies, says who has these rights and whom to turn to', () => {
    expect(letterText(letterOf(suspect, { definition, language: 'en' }))).toMatchInlineSnapshot(`
     "Answer about your personal data
     Access, received on 2026-06-30, case case-1. To be answered by 2026-07-29 (5 U.S.C. 552a(d)(1)).
     The Privacy Act of 1974 gives its rights to citizens and lawful permanent residents of the United States (5 U.S.C. 552a(a)(2)); the Judicial Redress Act of 2015 gives citizens of designated countries a part of them, for some records alone. Unless you are one of these, the Privacy Act gives you no right to see or amend a record. Anybody may ask for records under the Freedom of Information Act (5 U.S.C. 552), and any traveler may ask for redress (DHS TRIP, 49 U.S.C. 44926). Ask the office whether your country is designated.

     Our answer
     Your request was considered. We neither confirm nor deny that records of any investigation about you exist. If there were any, they would be exempt from access and amendment, as records that serve to enforce the law (5 U.S.C. 552a(j)(2) and (k)(2)) or whose disclosure could interfere with that (5 U.S.C. 552(b)(7)). Where a record needed correction, it was corrected. Everybody who asks gets this same answer, and it says nothing about you. (5 U.S.C. 552a(j)(2) and (k)(2); 5 U.S.C. 552(b)(7))

     If you do not agree
     If you do not agree, you can ask the head of the agency to review a refusal to amend, and then have a statement of disagreement kept (5 U.S.C. 552a(d)(3)); appeal under the Freedom of Information Act within 90 days, or ask the Office of Government Information Services to mediate (5 U.S.C. 552(a)(6)(A)(i)); and go to a federal court (5 U.S.C. 552a(g), 552(a)(4)(B)), as far as the law gives you these rights. Travelers can ask DHS TRIP for redress.
     "
    `);
    const spanish = letterText(letterOf(suspect, { definition, language: 'es' }));
    expect(spanish).toContain('No confirmamos ni negamos');
    expect(spanish).toContain('ciudadanos y residentes permanentes legales');
  });

  it('tells nothing that somebody wrote when the answer was put off', () => {
    const step = {
      at: '2026-07-20T12:00:00.000Z',
      by: 'dpo.usa',
      did: 'EXTENDED',
      note: 'The prosecutor is asked.',
    };
    const extended = {
      ...suspect,
      case: { ...suspect.case, state: 'EXTENDED', history: [step] },
    };
    const text = letterText(letterOf(extended, { definition, language: 'en' }));
    expect(text).toContain('The answer was put off, once, to 2026-07-29.');
    expect(text).not.toContain('prosecutor');
  });

  it('the office sees what was collected, under its own title', () => {
    const text = letterText(officeViewOf(suspect, { definition, language: 'en' }));
    expect(text).toMatch(/^FOR THE OFFICE ALONE/);
    expect(text).toContain('role in the case: SUSPECT');
    expect(text).toContain('MINISTERIO_PUBLICO (PAN)');
  });
});
