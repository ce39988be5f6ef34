import type { DecisionSubject } from '../access/decision-subject';
import type { Agreement, Cap, Deprecation, Grant } from '../access/rule';
import { indexRules, type RuleSet } from '../access/rule-set';
import type { Purpose, Role } from '../identity/purposes';
import type { LabelTable } from '../labels/label';

/** The instant at which tests decide unless they say otherwise. */
export const TEST_INSTANT = Date.parse('2026-01-15T12:00:00Z');

/** An agreement of Panama in force from 2026 to 2027, changed as a test needs it. */
export function agreementOf(changes: Partial<Agreement> = {}): Agreement {
  return {
    id: 'TEST-AGREEMENT',
    owner: 'PAN',
    title: { en: 'A test', es: 'Una prueba' },
    parties: ['COL', 'PAN', 'USA'],
    legalGround: { en: 'None', es: 'Ninguno' },
    from: Date.parse('2026-01-01T00:00:00Z'),
    to: Date.parse('2027-01-01T00:00:00Z'),
    obligations: { deleteBy: 'P1D', passingOn: { en: 'Never.', es: 'Nunca.' } },
    ...changes,
  };
}

/** A grant in full to every analyst for MIGRATION_MANAGEMENT, changed as a test needs it. */
export function grantOf(coordinates: readonly string[], changes: Partial<Grant> = {}): Grant {
  return {
    id: 'TEST-GRANT',
    agreement: agreementOf(),
    coordinates,
    audience: { roles: ['ANALYST'] },
    purposes: ['MIGRATION_MANAGEMENT'],
    level: 'full',
    ...changes,
  };
}

/** A cap that withholds from everybody, always, changed as a test needs it. */
export function capOf(changes: Partial<Cap> = {}): Cap {
  return {
    id: 'TEST-CAP',
    owner: 'ALL',
    target: {},
    audience: {},
    scope: 'ALWAYS',
    level: 'none',
    reason: { en: 'It is a test.', es: 'Es una prueba.' },
    source: 'The test itself',
    ...changes,
  };
}

/** A field of Panama that is announced to go in 2026, changed as a test needs it. */
export function deprecationOf(coordinate: string, changes: Partial<Deprecation> = {}): Deprecation {
  return {
    coordinate,
    owner: 'PAN',
    since: Date.parse('2026-01-01T00:00:00Z'),
    until: Date.parse('2027-01-01T00:00:00Z'),
    instead: { en: 'Nothing', es: 'Nada' },
    reason: { en: 'A test', es: 'Una prueba' },
    ...changes,
  };
}

/** Rules that a test writes itself. */
export interface TestRules {
  readonly labels: LabelTable;
  readonly grants?: readonly Grant[];
  readonly caps?: readonly Cap[];
  readonly deprecations?: readonly Deprecation[];
  readonly version?: string;
  readonly revocations?: RuleSet['revocations'];
}

/** A rule set of the given rules, with Colombia, Panama and the United States as parties. */
export function ruleSetOf(rules: TestRules): RuleSet {
  const { labels, grants = [], caps = [], deprecations = [], version = 'test', revocations = [] } = rules;
  const party = (name: string) => ({
    name: { en: name, es: name },
    contact: `${name}'s data protection officer`,
    agencies: ['AGENCY'],
  });
  return indexRules({
    version,
    labels,
    parties: { COL: party('Colombia'), PAN: party('Panama'), USA: party('United States') },
    agreements: [...new Set(grants.map(({ agreement }) => agreement))],
    rules: { grants, caps, deprecations },
    revocations,
  });
}

/** Who asks in a test. */
export interface TestSubject {
  readonly party?: string;
  readonly agency?: string;
  readonly roles?: readonly Role[];
  readonly purpose?: Purpose;
  readonly at?: number;
}

/** An analyst of Colombia who asks for MIGRATION_MANAGEMENT, changed as a test needs it. */
export function subjectOf({
  party = 'COL',
  agency = 'AGENCY',
  roles = ['ANALYST'],
  purpose = 'MIGRATION_MANAGEMENT',
  at = TEST_INSTANT,
}: TestSubject = {}): DecisionSubject {
  return { requester: { party, agency, roles }, purpose, at };
}
