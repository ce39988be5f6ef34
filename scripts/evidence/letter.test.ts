import { letterSheets } from './letter-sheets';
import { daysOf } from './options';
import type { ToldTotal } from './told-evidence';
import { writeReport } from './write-report';

const total = (changes: Partial<ToldTotal> = {}): ToldTotal => ({
  contributor: null,
  day: '2026-11-03',
  party: 'USA',
  purpose: 'STATISTICS',
  ruleSetVersion: 'v1',
  coordinate: 'Row.field',
  outcome: 'SHOWN',
  level: null,
  rule: null,
  answers: 2,
  values: 5,
  ...changes,
});
const disclosure = (changes: object = {}) => ({
  contributor: null,
  party: 'USA',
  agency: 'DHS',
  requester: 'somebody',
  purpose: 'STATISTICS',
  records: 3,
  fields: [total()],
  ...changes,
});

const OF_ONE = { isJoint: false };

describe('a letter', () => {
  it('adds up the days of one field, party, purpose, level and version', () => {
    const left = [
      total(),
      total({ day: '2026-11-04' }),
      total({ level: 'month', rule: 'G' }),
      total({ ruleSetVersion: 'v2' }),
    ];
    const [sheet] = letterSheets({ left, disclosures: [], refused: [] }, 'en', OF_ONE);
    expect(sheet?.rows).toEqual([
      ['USA', 'STATISTICS', 'Row.field', 'month', 'G', 'v1', 1, 2, 5],
      ['USA', 'STATISTICS', 'Row.field', 'in full', '', 'v1', 2, 4, 10],
      ['USA', 'STATISTICS', 'Row.field', 'in full', '', 'v2', 1, 2, 5],
    ]);
  });

  it('counts as received only answers in which something was shown', () => {
    const refused = disclosure({ fields: [total({ outcome: 'WITHHELD' })], records: 0 });
    const disclosures = [disclosure(), disclosure(), refused];
    const [, receivers] = letterSheets({ left: [], disclosures, refused: [] }, 'en', OF_ONE);
    expect(receivers?.rows).toEqual([['USA', 'DHS', 'somebody', 'STATISTICS', 2, 6]]);
  });

  it('of a joint domain keeps apart, and names, what one party contributed and what none alone did', () => {
    const own = { contributor: 'PAN' };
    const joint = { contributor: 'JOINT' };
    const told = {
      left: [total(own), total(joint), total({ ...own, day: '2026-11-04' })],
      disclosures: [disclosure(own), disclosure(joint), disclosure(own)],
      refused: [total({ ...joint, outcome: 'WITHHELD' })],
    };
    const [left, toWhom, refused] = letterSheets(told, 'en', { isJoint: true });
    expect(left?.columns.at(-1)).toBe('contributed by');
    expect(left?.rows.map((row) => row.slice(-4))).toEqual([
      [1, 2, 5, 'JOINT'],
      [2, 4, 10, 'PAN'],
    ]);
    expect(toWhom?.rows.map((row) => row.slice(-3))).toEqual([
      [1, 3, 'JOINT'],
      [2, 6, 'PAN'],
    ]);
    expect(refused?.rows.map((row) => row.at(-1))).toEqual(['JOINT']);
  });

  it.each([
    ['2026-02', '2026-02-01', '2026-03-01'],
    ['2026-12', '2026-12-01', '2027-01-01'],
  ])('of %s is from %s until %s', (month, from, to) => {
    expect(daysOf(month)).toEqual({ from, to });
  });

  it.each(['2026-13', '2026-1', 'November'])('is not of %s', (month) => {
    expect(() => daysOf(month)).toThrow('--month is a month');
  });
});

describe('a written report', () => {
  const HOSTILE = '=cmd()<script>alert("1")</script>\u001b[31m';
  const sheet = { title: 'T', columns: ['a', 'b'], rows: [[HOSTILE, 7]] };
  const report = { title: HOSTILE, remarks: [HOSTILE], sheets: [sheet, { ...sheet, columns: ['b', 'c'] }] };

  it('as CSV runs no formula, and has one head for all tables', () => {
    const [head, row, other] = writeReport(report, 'csv', 'en').split('\n');
    expect(head).toBe(',a,b,c');
    expect(row).toMatch(/^T,"'=cmd\(\)/);
    expect(row).toMatch(/,7,$/);
    expect(other).toMatch(/^T,,"'=cmd\(\).*,7$/);
  });

  it('as HTML runs and loads nothing, whatever a name is', () => {
    const page = writeReport(report, 'html', 'es');
    for (const steering of ['<script', '\u001b']) expect(page).not.toContain(steering);
    expect(page).toContain('=cmd()&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;');
    expect(page).toContain("default-src 'none'");
    expect(page).toContain('<html lang="es">');
  });

  it('as text does not steer the terminal, and says where there is nothing', () => {
    const text = writeReport({ ...report, sheets: [sheet, { ...sheet, rows: [] }] }, 'text', 'es');
    expect(text).not.toContain('\u001b');
    expect(text).toContain('Nada.');
  });
});
