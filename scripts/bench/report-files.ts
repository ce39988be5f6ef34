import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Where reports are kept. */
const REPORTS = path.resolve(__dirname, '../../../test/reports');

/** Keeps a report as `NAME.md` and `NAME.json`. */
export function keepReport(name: string, { markdown, figures }: { markdown: string; figures: object }): void {
  mkdirSync(REPORTS, { recursive: true });
  writeFileSync(path.join(REPORTS, `${name}.md`), markdown);
  writeFileSync(path.join(REPORTS, `${name}.json`), `${JSON.stringify(figures, null, 2)}\n`);
}
