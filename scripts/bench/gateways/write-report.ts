import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { BenchmarkResult } from './benchmark-run';
import { wantedVersions } from './install-peers';
import type { Machine } from './machine';
import { ratiosOf } from './report-ratios';
import { markdownText, type Report, terminalText } from './report-text';

/** Where reports are kept. */
const REPORTS = path.resolve(__dirname, '../../../../test/reports');

/** Prints the report, and writes it as `bench.md` and `bench.json`. */
export function writeReport(result: BenchmarkResult, machine: Machine): void {
  const report: Report = { ...result, ratios: ratiosOf(result.rows), machine, versions: wantedVersions() };
  mkdirSync(REPORTS, { recursive: true });
  writeFileSync(path.join(REPORTS, 'bench.md'), markdownText(report));
  writeFileSync(path.join(REPORTS, 'bench.json'), `${JSON.stringify(report, null, 2)}\n`);
  process.stdout.write(terminalText(report));
}
