import { loadRuleSet } from '@pasarela/schema/access/load-rule-set';
import { RuleFileError } from '@pasarela/schema/access/read-yaml';
import type { Cap } from '@pasarela/schema/access/rule';
import { LABEL_DIRECTIVES_SDL } from '@pasarela/schema/directives';
import { buildSchema } from 'graphql';
import { openProtectedPeople, PROTECTED_PEOPLE_SDL } from '../fixtures/protected-people/open-protected-people';
import { attributesOf, reachesAnything, sidesOf } from './both-sides';
import { expectRow } from './expect-row';
import { isFieldRow, nameOf, readDecisions } from './read-decisions';
import { loadRules, loadShippedRules, type ShippedRules } from './shipped-rules';

const shipped = loadShippedRules();
const files = readDecisions(__dirname, /^fixture-/);
const rows = [...files.values()].flat();

/** The shipped rules over a contract that has what no domain of the product has yet. */
const future: ShippedRules = (() => {
  const fixture = openProtectedPeople();
  try {
    return loadRules(fixture.directory, fixture.labels);
  } finally {
    fixture.remove();
  }
})();

describe.each([...files])('decisions: %s', (_, rowsOfFile) => {
  it.each(rowsOfFile.map((row) => [nameOf(row), row] as const))('%s', (_name, row) => expectRow(row, future));
});

describe('guardrails of kinds of records that came later than they', () => {
  it('reach something in the product, every one', () => {
    expect([...shipped.caps.values()].filter((cap) => !reachesAnything(cap, shipped)).map(({ id }) => id)).toEqual([]);
  });

  it.each(['G-CONSENT', 'G-PROBE-CASE', 'G-PROBE-COUNTRY-OF-ORIGIN', 'G-PROBE-EXCLUDED', 'G-RETURN-MANIFEST'])(
    '%s holds in one row of the fixture and leaves a record alone in another',
    (id) => {
      const cap = future.caps.get(id) as Cap;
      const { limits, leavesAlone, limitsTheKnown, limitsTheUnknown, spares } = sidesOf(cap, rows, future);
      expect([limits, leavesAlone].map(({ length }) => length > 0)).toEqual([true, true]);
      if (attributesOf(cap).length === 0) return;
      expect([limitsTheKnown, limitsTheUnknown, spares].map(({ length }) => length > 0)).toEqual([true, true, true]);
    },
  );

  it('G-NAMES lets a state know the names of its own nationals whom it receives, from both sides', () => {
    const { limitsTheKnown, limitsTheUnknown, spares } = sidesOf(future.caps.get('G-NAMES') as Cap, rows, future);
    expect([limitsTheKnown, limitsTheUnknown, spares].map(({ length }) => length > 0)).toEqual([true, true, true]);
  });

  it('G-COUNTRY-OF-ORIGIN reaches referrals, from both sides and where nothing is known', () => {
    const cap = future.caps.get('G-COUNTRY-OF-ORIGIN') as Cap;
    const referrals = rows.filter((row) => isFieldRow(row) && isReferral(row.field));
    const { limitsTheKnown, limitsTheUnknown, spares } = sidesOf(cap, referrals, future);
    expect([limitsTheKnown, limitsTheUnknown, spares].map(({ length }) => length > 0)).toEqual([true, true, true]);
  });
});

const isReferral = (field: string) => future.ruleSet.labels.fields.get(field)?.about.includes('REFERRAL') ?? false;

it('a person is no key across owners: a domain that makes one is refused', () => {
  const sdl = PROTECTED_PEOPLE_SDL.replace('type AssistedPerson', 'type AssistedPerson @key(fields: "dataset")');
  expect(() => openProtectedPeople(sdl)).toThrow(
    /AssistedPerson .* is a record of a person, who is no key across owners/,
  );
});

describe('a row that disappears tells nothing', () => {
  it.each([
    ['claimant', 'G-PROBE-EXCLUDED', 'IdentityTarget'],
    ['removalFinal', 'G-RETURN-MANIFEST', 'ReturnRecord'],
  ])('a domain that declares %s a PROTECTED fact that can change is refused by %s', (attribute, cap, type) => {
    const sdl = PROTECTED_PEOPLE_SDL.replace(
      new RegExp(`@attribute\\(name: "${attribute}", type: BOOLEAN, as: \\w+\\)`),
      `@attribute(name: "${attribute}", type: BOOLEAN, as: PROTECTED)`,
    );
    const fixture = openProtectedPeople(sdl);
    try {
      const load = () => loadRuleSet(fixture.directory, fixture.labels);
      expect(load).toThrow(RuleFileError);
      expect(load).toThrow(
        new RegExp(
          `guardrails/identity\\.yaml:\\d+: cap ${cap}: reads ${attribute} of ${type}, a PROTECTED fact that can change`,
        ),
      );
    } finally {
      fixture.remove();
    }
  });
});

it('the fixture is a schema', () => {
  const schema = buildSchema(`directive @inaccessible on ENUM ${LABEL_DIRECTIVES_SDL} ${PROTECTED_PEOPLE_SDL}`);
  expect(Object.keys(schema.getTypeMap())).toEqual(
    expect.arrayContaining(['ReturnRecord', 'IdentityTarget', 'ReferredPerson', 'AssistedPerson', 'TracingRequest']),
  );
});
