import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { DOCUMENT_KINDS } from '@pasarela/schema/access/rule-documents';

/** Makes the folders of rules that are not there: one without documents holds none. */
export function ensureRuleFolders(folder: string): void {
  for (const kind of DOCUMENT_KINDS) mkdirSync(path.join(folder, kind), { recursive: true, mode: 0o700 });
}
