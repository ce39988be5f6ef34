import type { MeasuredRow } from './measured-row';
import { mediansOf } from './measured-row';
import { ratiosOf } from './report-ratios';
import { mainCells, markdownText } from './report-text';

const roundsOf = (rps: readonly number[], { subgraphShare = 0.1, cpuMsPerRequest = 2 } = {}) =>
  rps.map((one) => ({
    rps: one,
    p50: 1,
    p95: 2.25,
    p99: 3,
    cpuMsPerRequest,
    gatewayShare: 0.9,
    rssMb: 100,
    calibration: 9000,
    subgraphShare,
    loadShare: 0.1,
    fetchesPerRequest: 9,
    executed: 0,
    answers: 100,
    bytes: 89_000,
  }));

const row = (name: string, ...rounds: Parameters<typeof roundsOf>): MeasuredRow =>
  mediansOf({ name, note: 'a note' }, roundsOf(...rounds));

const ROWS = [
  row('apollo-gateway vanilla', [100, 50, 80]),
  row('grafbase', [400, 100, 240], { subgraphShare: 0.9 }),
  row('pasarela A', [400, 300, 500]),
];
const RULES = {
  on: roundsOf([95, 49, 76], { cpuMsPerRequest: 2 }),
  off: roundsOf([100, 50, 80], { cpuMsPerRequest: 1.9 }),
};

const REPORT = {
  rows: ROWS,
  rules: RULES,
  failed: [{ name: 'mercurius', fault: 'A wrong answer:\nother data' }],
  capacity: { fetchesPerSecond: 9000, subgraphShare: 0.6 },
  cores: { pinned: true, gateway: [], others: '1' },
  options: { rows: undefined, seconds: 4, rounds: 3, help: false },
  ratios: ratiosOf(ROWS, RULES),
  machine: { date: '2026-01-15', processor: 'P', cores: 2, memoryGb: 8, node: '24', load: 0.5 },
  versions: { grafbase: '0.80.4' },
};

describe('the report', () => {
  it('compares rows with the baseline round by round, not by their medians', () => {
    expect(REPORT.ratios.toVanilla?.grafbase).toBe(3);
    expect(REPORT.ratios.rulesCost).toBeCloseTo(0.05);
    expect(REPORT.ratios.rulesCostByCpu).toBeCloseTo(0.05);
  });

  it('has no ratio where what it is of was not measured', () => {
    expect(ratiosOf([row('grafbase', [1])], undefined)).toEqual({});
  });

  it('marks a row whose subgraphs were busy, and shows a failed one', () => {
    expect(mainCells(REPORT)[1]).toEqual(['grafbase (!)', '240', '3.00', '1.00', '1.0', '2.3', '3.0', '2.00', '100']);
    const text = markdownText(REPORT);
    expect(text).toContain('(!) grafbase: the subgraphs took more than 85 % of a core');
    expect(text).toContain('FAILED: mercurius: A wrong answer: other data');
    expect(text).toContain('grafbase 0.80.4');
    expect(text).toContain('answered 9000 fetches a second with 60 % of a core');
  });

  it('shows a figure that the system does not tell as none', () => {
    const [cells] = mainCells({ rows: [row('x', [1], { cpuMsPerRequest: Number.NaN })], ratios: {} });
    expect(cells).toEqual(['x', '1', '—', '—', '1.0', '2.3', '3.0', '—', '100']);
  });
});
