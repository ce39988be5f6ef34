import { nodeFileSystem } from '@pasarela/schema/evidence/log/file-system';
import { findingText } from '@pasarela/schema/evidence/verification/finding';
import { inspectLog } from '@pasarela/schema/evidence/verification/inspect-log';
import type { Language } from '@pasarela/schema/localized-text';
import { readHeldCheckpoints } from '../../start/held-checkpoints';
import type { Report } from '../sheet';
import { say } from '../texts';
import type { KeepingFlags } from './keeping-flags';
import { placeOfLog } from './log-place';
import { OpenIntents, type UnfinishedChange } from './open-intents';
import { KeepingFault } from './texts';

/**
 * The changes that a log says were about to be done, and of which it does not say what came: cut off by a crash, or
 * still being done. Reads the log offline, once, and changes nothing.
 * @throws KeepingFault when the log is not what it signed
 */
export async function unfinished({ log: folder, lang }: KeepingFlags): Promise<Report> {
  const { directory, name: log, dataDirectory, keys } = placeOfLog(folder);
  const held = readHeldCheckpoints(dataDirectory, log);
  const intents = new OpenIntents();
  const inspection = await inspectLog({ directory, fileSystem: nodeFileSystem, keys, held, listener: intents });
  const [finding] = inspection.findings;
  if (finding) throw new KeepingFault('damaged', { log, file: directory, finding: findingText(finding, lang) });
  return reportOf(log, { intents: intents.open, firstKept: inspection.firstKept }, lang);
}

interface Found {
  readonly intents: readonly UnfinishedChange[];
  readonly firstKept: number;
}

function reportOf(log: string, { intents, firstKept }: Found, lang: Language): Report {
  const title = say('unfinished', lang, { domain: log });
  const names = ['time', 'party', 'agency', 'requester', 'purpose', 'case', 'fields', 'request', 'leaf'] as const;
  return {
    title,
    remarks: [
      say('unfinishedMeans', lang),
      ...(firstKept > 0 ? [say('unfinishedDropped', lang, { count: firstKept })] : []),
    ],
    sheets: [
      {
        title,
        columns: names.map((column) => say(column, lang)),
        rows: intents.map(({ leaf, time, requester, purpose, caseReference, coordinates, requestId }) => [
          ...[time, requester.party, requester.agency, requester.id, purpose, caseReference ?? ''],
          ...[coordinates.join('\n'), requestId, leaf],
        ]),
      },
    ],
  };
}
