import { requireWhole } from './ask-all';
import { questionsTable } from './questions-table';

const run = (milliseconds: readonly [number, number, number, number]) => ({
  first: [
    { id: '01', milliseconds: milliseconds[0], bytes: 1024 },
    { id: '02', milliseconds: milliseconds[1], bytes: 512 },
  ],
  second: [
    { id: '01', milliseconds: milliseconds[2], bytes: 1024 },
    { id: '02', milliseconds: milliseconds[3], bytes: 512 },
  ],
});

describe('the table of a measured set', () => {
  const cells = (line: string) => line.split('│').map((cell) => cell.trim());
  const rows = questionsTable([run([10, 1, 4, 7]), run([20, 90, 5, 8]), run([30, 3, 6, 9])])
    .split('\n')
    .filter((line) => line.includes('│'))
    .map((line) => cells(line).slice(1, -1));

  it('has the median of each question, first and second, and the size of its reply', () => {
    expect(rows.slice(1, 3)).toEqual([
      ['01', '20', '5', '1.0'],
      ['02', '3', '8', '0.5'],
    ]);
  });

  it('has for the set the median of whole runs, which is not the sum of the medians', () => {
    expect(rows[3]).toEqual(['all 2', '33', '13', '1.5']);
  });
});

describe('an answer that is measured', () => {
  it('is whole', () => {
    expect(() => requireWhole('07', 200, '{"data":{"nationalities":[]}}')).not.toThrow();
  });

  it.each<[string, number, string]>([
    ['with status 401 and errors: UNAUTHENTICATED', 401, '{"errors":[{"extensions":{"code":"UNAUTHENTICATED"}}]}'],
    ['with status 200 and errors: OUTAGE', 200, '{"data":{"a":1},"errors":[{"extensions":{"code":"OUTAGE"}}]}'],
    ['with status 200.', 200, '{"data":null}'],
  ])('is none %s', (told, status, text) => {
    expect(() => requireWhole('07', status, text)).toThrow(`Question 07 was answered ${told}`);
  });
});
