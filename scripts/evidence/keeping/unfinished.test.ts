import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { LEAF_FORMAT, type RecordedLeaf } from '@pasarela/schema/evidence/leaves/leaf';
import type { AppendedLeaf } from '@pasarela/schema/evidence/log/log-writer';
import { formatNoteKey } from '@pasarela/schema/evidence/notes/note-key';
import { keyFiles } from '@pasarela/schema/identity/key-files';
import { disclosure, hashOf, openLog, signer, temporaryFolder } from '@pasarela/schema/testing/evidence';
import { writeReport } from '../write-report';
import { unfinished } from './unfinished';

const requester = { party: 'PAN', agency: 'SNM', id: 'administrator', roles: ['ADMINISTRATOR' as const] };
const intent = (number: number): RecordedLeaf => ({
  kind: 'MUTATION_INTENT',
  format: LEAF_FORMAT,
  time: '2026-05-01T10:00:00.000Z',
  requestId: `request-${number}`,
  requester,
  purpose: 'MIGRATION_MANAGEMENT',
  caseReference: null,
  ruleSetVersion: 'v7',
  operation: { digest: hashOf('operation'), text: 'mutation { reviseMonthlyCrossings }' },
  coordinates: ['Mutation.reviseMonthlyCrossings'],
});
const outcome = ({ index, leafHash }: AppendedLeaf, requestId: string): RecordedLeaf => ({
  kind: 'MUTATION_OUTCOME',
  format: LEAF_FORMAT,
  time: '2026-05-01T10:00:01.000Z',
  requestId,
  intent: { index, leafHash },
  outcome: 'REFUSED',
  code: 'BAD_INPUT',
  answerDigest: null,
  subgraphs: [],
});

describe('changes without an outcome', () => {
  const { directory: data, remove } = temporaryFolder();
  const folder = path.join(data, 'evidence', 'panama-darien-flow');
  beforeAll(async () => {
    const keyFile = keyFiles.evidencePublic(data, 'panama-darien-flow');
    mkdirSync(path.dirname(keyFile), { recursive: true });
    mkdirSync(folder, { recursive: true });
    writeFileSync(keyFile, `${formatNoteKey(signer.key)}\n`);
    const log = await openLog(folder);
    await log.append(intent(1));
    const done = await log.append(intent(2));
    await log.append(disclosure(3));
    await log.append(outcome(done, 'request-2'));
    await log.append(intent(4));
    await log.close();
  });
  afterAll(remove);

  it('are the intents to which no outcome points, whatever came of the others', async () => {
    const { sheets } = await unfinished({ log: folder, lang: 'en' });
    expect(sheets[0]?.rows.map((row) => [row[1], row[3], row[6], row[7], row[8]])).toEqual([
      ['PAN', 'administrator', 'Mutation.reviseMonthlyCrossings', 'request-1', 0],
      ['PAN', 'administrator', 'Mutation.reviseMonthlyCrossings', 'request-4', 4],
    ]);
  });

  it('are told in both languages', async () => {
    const english = writeReport(await unfinished({ log: folder, lang: 'en' }), 'text', 'en');
    const spanish = writeReport(await unfinished({ log: folder, lang: 'es' }), 'csv', 'es');
    expect(english).toContain('Changes without an outcome in panama-darien-flow');
    expect(spanish).toContain('Cambios sin resultado en panama-darien-flow');
  });

  it('are not told of a log that is not what it signed, nor of a folder that is none', async () => {
    await expect(unfinished({ log: data, lang: 'en' })).rejects.toMatchObject({ text: 'noLog' });
    const segments = path.join(folder, 'segments');
    const file = path.join(segments, String(readdirSync(segments).find((name) => name.endsWith('.jsonl'))));
    writeFileSync(file, readFileSync(file, 'utf8').replace('request-2', 'request-9'));
    await expect(unfinished({ log: folder, lang: 'en' })).rejects.toMatchObject({ text: 'damaged' });
  });
});
