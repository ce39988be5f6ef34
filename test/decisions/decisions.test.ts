import { NONE, rankOf } from '@pasarela/schema/access/levels';
import { attributesOf, reachesAnything, sidesOf } from './both-sides';
import { decideRow } from './decide-row';
import { expectRow } from './expect-row';
import { type FieldRow, isFieldRow, nameOf, readDecisions } from './read-decisions';
import { loadShippedRules } from './shipped-rules';

const shipped = loadShippedRules();
const files = readDecisions(__dirname, /^(?!fixture-|law\.)/);
const rows = [...files.values()].flat();
const fieldRows = rows.filter(isFieldRow);

describe.each([...files])('decisions: %s', (_, rowsOfFile) => {
  it.each(rowsOfFile.map((row) => [nameOf(row), row] as const))('%s', (_name, row) => expectRow(row, shipped));
});

const rankIn = ({ field }: FieldRow, level: string | undefined) =>
  rankOf(shipped.ruleSet.labels.fields.get(field)?.kind ?? 'other', level ?? NONE) ?? 0;

describe('decisions: the grants that they name', () => {
  const named = fieldRows.filter(({ grant }) => grant);

  it.each(named.map((row) => [`${row.grant} and ${nameOf(row)}`, row] as const))('%s', (_name, row) => {
    expect([...shipped.grants.keys()]).toContain(row.grant);
    expect(shipped.grants.get(row.grant as string)?.coordinates).toContain(row.field);
    const without = decideRow(row, shipped, row.grant);
    if (row.level === NONE) expect(without.level).toBe(NONE);
    else expect(rankIn(row, without.level)).toBeLessThan(rankIn(row, row.level));
  });
});

describe('decisions: nothing that ships is left out', () => {
  it('has at least 320 rows, each stated once', () => {
    expect(rows.length).toBeGreaterThanOrEqual(320);
    const questions = rows.map(({ why: _why, rule: _rule, ...row }) =>
      JSON.stringify({ ...row, level: undefined, exists: undefined, mayBeLess: undefined, grant: undefined }),
    );
    expect(questions.filter((question, index) => questions.indexOf(question) !== index)).toEqual([]);
  });

  it.each([...shipped.grants.keys()])('grant %s gives something in one row and nothing in another', (id) => {
    const ofGrant = fieldRows.filter(({ grant }) => grant === id);
    expect(ofGrant.filter(({ level }) => level !== NONE).length).toBeGreaterThan(0);
    expect(ofGrant.filter(({ level, rule }) => level === NONE && !rule).length).toBeGreaterThan(0);
  });

  const reaching = [...shipped.caps.values()].filter((cap) => reachesAnything(cap, shipped));

  it.each(reaching.map((cap) => [cap.id, cap] as const))(
    'cap %s holds in one row and leaves a field or a record alone in another',
    (_, cap) => {
      const { limits, leavesAlone } = sidesOf(cap, rows, shipped);
      expect(limits.length).toBeGreaterThan(0);
      expect(leavesAlone.length).toBeGreaterThan(0);
    },
  );

  // A cap whose attributes no type of the product has yet limits every record here; the fixture shows its other side.
  const stored = new Set(
    [...shipped.ruleSet.labels.records.values()].flatMap(({ attributes }) => [...attributes.keys()]),
  );
  const conditional = reaching.filter((cap) => {
    const read = attributesOf(cap);
    return read.length > 0 && read.every((name) => stored.has(name));
  });

  it.each(conditional.map((cap) => [cap.id, cap] as const))(
    'cap %s limits one record, spares another for the same requester, and limits one of which too little is known',
    (_, cap) => {
      const { limitsTheKnown, limitsTheUnknown, spares } = sidesOf(cap, rows, shipped);
      expect(limitsTheKnown.length).toBeGreaterThan(0);
      expect(limitsTheUnknown.length).toBeGreaterThan(0);
      expect(spares.length).toBeGreaterThan(0);
    },
  );

  it('names only caps and agreements that ship', () => {
    const agreements = shipped.ruleSet.agreements.map(({ id }) => id);
    expect(rows.filter(({ rule }) => rule && !shipped.caps.has(rule))).toEqual([]);
    expect(fieldRows.filter(({ agreement }) => agreement && !agreements.includes(agreement))).toEqual([]);
  });
});
