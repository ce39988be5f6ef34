import { caseClass, caseMarks, datedCaseClass, isCountedForOthers, isDueForOthers } from './case-release-class';
import type { SmugglingCaseRow } from './smuggling-case.model';

const row = (handlingCode: string, tlp: string, openedMonth = '2025-09') =>
  ({ handlingCode, tlp, openedMonth }) as SmugglingCaseRow;

it.each([
  ['H0', 'CLEAR', true],
  ['H1', 'AMBER_STRICT', true],
  ['H3', 'GREEN', true],
  ['H2', 'CLEAR', false],
  ['H0', 'RED', false],
  ['H9', 'CLEAR', false],
  ['H0', 'VIOLET', false],
])('a case under %s and %s is counted for others: %p', (code, light, isCounted) => {
  expect(isCountedForOthers(caseClass(row(code, light)))).toBe(isCounted);
});

it('of what is no class, nothing is counted for others', () => {
  for (const unknown of ['', '/', 'H0', 'CLEAR/H0']) expect(isCountedForOthers(unknown)).toBe(false);
});

it('by corridor a case is counted once its month lies 90 days back, and ever after', () => {
  const at = (day: string) => isDueForOthers(datedCaseClass(row('H0', 'GREEN')), new Date(day));
  expect(['2025-12-29', '2025-12-30', '2026-01-01', '2030-01-01'].map(at)).toEqual([false, true, true, true]);
  expect(isDueForOthers(datedCaseClass(row('H2', 'GREEN')), new Date('2030-01-01'))).toBe(false);
  expect(isDueForOthers(caseClass(row('H0', 'GREEN')), new Date('2030-01-01'))).toBe(false);
});

it('marks what is made of a case as the case is marked', () => {
  const owner = { party: 'PAN', dataset: 'SYNTHETIC cases', prefix: 'Panama', name: 'Panama' };
  expect(caseMarks(owner, caseClass(row('H3', 'AMBER')))).toEqual({
    tlp: 'AMBER',
    handlingCodes: ['H3'],
    originators: ['PAN'],
    datasets: ['SYNTHETIC cases'],
    synthetic: true,
  });
});
