import { NONE, rankOf } from '@pasarela/schema/access/levels';
import { type DecisionRow, nameOf, readDecisions } from './read-decisions';
import { decideRow, loadShippedRules } from './shipped-rules';

const shipped = loadShippedRules();
const files = readDecisions(__dirname);
const rows = [...files.values()].flat();

const rankIn = ({ field }: DecisionRow, level: string) =>
  rankOf(shipped.ruleSet.labels.fields.get(field)?.kind ?? 'other', level) ?? 0;

describe.each([...files])('decisions: %s', (_, rowsOfFile) => {
  it.each(rowsOfFile.map((row) => [nameOf(row), row] as const))('%s', (_name, row) => {
    const { level, cap, agreements } = decideRow(row, shipped);
    expect({ level, rule: cap?.id }).toEqual({ level: row.level, rule: row.rule });
    if (row.agreement) expect(agreements.map(({ id }) => id)).toContain(row.agreement);
    if (level === NONE) expect(agreements).toEqual([]);
  });
});

describe('decisions: the grants that they name', () => {
  const named = rows.filter(({ grant }) => grant);

  it.each(named.map((row) => [`${row.grant} and ${nameOf(row)}`, row] as const))('%s', (_name, row) => {
    expect([...shipped.grants.keys()]).toContain(row.grant);
    expect(shipped.grants.get(row.grant as string)?.coordinates).toContain(row.field);
    const without = decideRow(row, shipped, row.grant);
    if (row.level === NONE) expect(without.level).toBe(NONE);
    else expect(rankIn(row, without.level)).toBeLessThan(rankIn(row, row.level));
  });
});

describe('decisions: nothing that ships is left out', () => {
  it('has at least 120 rows, each stated once', () => {
    expect(rows.length).toBeGreaterThanOrEqual(120);
    const questions = rows.map(({ requester, purpose, field, at, evenIfGranted }) =>
      JSON.stringify([requester, purpose, field, at, evenIfGranted]),
    );
    expect(questions.filter((question, index) => questions.indexOf(question) !== index)).toEqual([]);
  });

  it.each([...shipped.grants.keys()])('grant %s gives something in one row and nothing in another', (id) => {
    const ofGrant = rows.filter(({ grant }) => grant === id);
    expect(ofGrant.filter(({ level }) => level !== NONE).length).toBeGreaterThan(0);
    expect(ofGrant.filter(({ level, rule }) => level === NONE && !rule).length).toBeGreaterThan(0);
  });

  it.each([...shipped.caps.keys()])('cap %s holds in one row and leaves a field alone in another', (id) => {
    expect(rows.filter(({ rule }) => rule === id).length).toBeGreaterThan(0);
    const reached = rows.filter(({ field }) => shipped.ruleSet.caps.get(field)?.some((cap) => cap.id === id));
    const capLevel = shipped.caps.get(id)?.level as string;
    expect(reached.filter((row) => rankIn(row, row.level) > rankIn(row, capLevel)).length).toBeGreaterThan(0);
  });

  it('names only caps and agreements that ship', () => {
    const agreements = shipped.ruleSet.agreements.map(({ id }) => id);
    expect(rows.filter(({ rule }) => rule && !shipped.caps.has(rule))).toEqual([]);
    expect(rows.filter(({ agreement }) => agreement && !agreements.includes(agreement))).toEqual([]);
  });
});
