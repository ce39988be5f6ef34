import { type Answer, answerSchema } from '../questions/answer';

const OWNER = 'DHS Privacy Office (privacy@dhs.example)';

/**
 * The answer to a question about three cases: a corridor that a rule may withhold, a date of birth that a
 * rule may lower, and cases and persons that may be missing. What is null or empty in it does not tell why.
 */
export const CASE_BODY = {
  data: {
    usaSmugglingCases: {
      edges: [
        {
          node: {
            caseNumber: 'p-1',
            openedOn: '2024-12',
            corridor: { mode: 'BOAT' },
            persons: [{ birthDate: '1979-04-14' }, { birthDate: '12-17' }],
          },
        },
        { node: { caseNumber: 'p-2', openedOn: '2026-05', corridor: null, persons: [{ birthDate: null }] } },
        { node: { caseNumber: 'p-3', openedOn: null, corridor: { mode: 'TRUCK' }, persons: [] } },
      ],
    },
    usaSmugglingCase: null,
  },
  extensions: {
    notices: [
      {
        code: 'LOWERED',
        coordinate: 'UsaSmugglingCase.openedOn',
        path: 'usaSmugglingCases.edges.@.node.openedOn',
        level: 'month',
        rule: 'G-DATES',
        agreements: ['SMUGGLING-NETWORKS'],
        reason: 'Another party gets the month of a date.',
        source: 'DHS FIPPs (minimisation)',
        contact: OWNER,
      },
      {
        code: 'CONDITIONAL',
        coordinate: 'UsaSmugglingCase.routes',
        path: 'usaSmugglingCases.edges.@.node.corridor',
        level: 'none',
        rule: 'G-CORRIDOR-DELAY',
        agreements: ['SMUGGLING-NETWORKS'],
        reason: 'May be blank or lowered: Another party gets a corridor 90 days late.',
        source: 'Originator control',
        contact: OWNER,
      },
      {
        code: 'CONDITIONAL',
        coordinate: 'UsaCasePerson.birthDate',
        path: 'usaSmugglingCases.edges.@.node.persons.@.birthDate',
        level: 'ageBand',
        rule: 'G-CHILD-AGE-BAND',
        agreements: ['SMUGGLING-NETWORKS'],
        reason: 'May be blank or lowered: Of a child only the age band is told.',
        source: 'Ley 1581 de 2012, art. 7',
        contact: OWNER,
      },
      {
        code: 'ROWS_CONDITIONAL',
        coordinate: 'UsaSmugglingCase',
        path: 'usaSmugglingCases.edges.@.node',
        level: 'none',
        rule: 'G-HANDLING',
        agreements: [],
        reason: 'Rows may be missing: A case that may not be passed on (H2) stays with its originator.',
        source: 'SIENA handling codes',
        contact: OWNER,
      },
      {
        code: 'ROWS_CONDITIONAL',
        coordinate: 'UsaCasePerson',
        path: 'usaSmugglingCases.edges.@.node.persons.@',
        level: 'none',
        rule: 'G-SUSPECTS-ONLY',
        agreements: [],
        reason: 'Rows may be missing: Under enforcement only suspects exist.',
        source: 'Palermo Protocol, art. 5',
        contact: OWNER,
      },
      {
        code: 'ROWS_CONDITIONAL',
        coordinate: 'UsaSmugglingCase',
        path: 'usaSmugglingCase',
        level: 'none',
        rule: 'G-HANDLING',
        agreements: [],
        reason: 'Rows may be missing: A case that may not be passed on (H2) stays with its originator.',
        source: 'SIENA handling codes',
        contact: OWNER,
      },
    ],
  },
};

/** The sample as it is read. */
export const caseAnswer = (): Answer => answerSchema.parse(CASE_BODY);
