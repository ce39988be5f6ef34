import { keepReport } from '../report-files';
import type { BenchmarkResult } from './benchmark-run';
import { wantedVersions } from './install-peers';
import type { Machine } from './machine';
import { ratiosOf } from './report-ratios';
import { markdownText, type Report, terminalText } from './report-text';

/** Prints the report, and writes it as `bench.md` and `bench.json`. */
export function writeReport(result: BenchmarkResult, machine: Machine): void {
  const report: Report = {
    ...result,
    ratios: ratiosOf(result.rows, result.rules),
    machine,
    versions: wantedVersions(),
  };
  keepReport('bench', { markdown: markdownText(report), figures: report });
  process.stdout.write(terminalText(report));
}
