import type { BenchmarkResult } from './benchmark-run';
export function writeReport(result: BenchmarkResult): void {
  process.stdout.write(JSON.stringify(result, null, 1));
}
