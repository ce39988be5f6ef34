import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readRuleFolder, versionOfFolder } from '@pasarela/schema/access/rule-documents';
import { type OpenFederation, openFederation } from '../federation/open-federation';
import { runCommand } from '../federation/start-product';

const BORDER = 'agreements/border-management.pan.yaml';

/** Panama's administrators keep their rules as files, and never leave the terminal. */
describe('rules as files', () => {
  let federation: OpenFederation;
  let folder: string;
  let pulled: string;

  beforeAll(async () => {
    federation = await openFederation({ governed: true, scale: 0.005 });
    folder = mkdtempSync(path.join(tmpdir(), 'pasarela-rule-files-'));
    pulled = path.join(folder, 'rules');
  });
  afterAll(async () => {
    await federation.close();
    rmSync(folder, { recursive: true });
  });

  const rules = (...words: string[]) => runCommand('rules/main.js', words, { DATA_DIR: federation.dataDirectory });
  const administered = (as: string, ...words: string[]) =>
    rules(...words, '--as', as, '--url', `${federation.gateway.url}/graphql`);
  const publish = (...words: string[]) =>
    administered('administrator.pan', 'publish', '--owner', 'PAN', '--dir', pulled, ...words);
  const border = () => path.join(pulled, BORDER);
  const edit = (change: (text: string) => string) => writeFileSync(border(), change(readFileSync(border(), 'utf8')));
  const sex = async () => {
    const query = '{ crossingRecords(first: 1) { edges { node { sex } } } }';
    const { body } = await federation.ask({ as: 'analyst.col', purpose: 'MIGRATION_MANAGEMENT', query });
    return body.data.crossingRecords.edges[0].node.sex;
  };

  it('are pulled as they were published, without loss', async () => {
    expect((await administered('administrator.pan', 'pull', '--into', pulled)).code).toBe(0);
    expect(versionOfFolder(pulled)).toBe(versionOfFolder(federation.rulesDirectory));
    expect(readRuleFolder(pulled)).toHaveLength(readRuleFolder(federation.rulesDirectory).length);
    expect(await publish()).toEqual({ code: 1, output: 'Rule set 1 of PAN holds these very files.\n' });
    expect((await administered('administrator.pan', 'pull', '--into', pulled)).output).toContain('is not empty');
  });

  it('are checked, compared and published: what only withholds is in force at once', async () => {
    edit((text) => text.replace('nationality, sex,', 'nationality,'));
    expect((await rules('check', '--dir', pulled)).output).toContain('hold together');
    expect((await rules('diff', '--dir', pulled, '--against', federation.rulesDirectory)).output).toBe(
      '  LOSES: COL (ANALYST; MIGRATION_MANAGEMENT): CrossingRecord.sex: full -> none\n',
    );
    expect(await sex()).not.toBeNull();
    const { code, output } = await publish('--note', 'Not the sex');
    expect([code, output.match(/in force at/g)]).toEqual([
      0,
      Array(federation.subgraphs.length + 1).fill('in force at'),
    ]);
    expect(await sex()).toBeNull();
  });

  it('what shows more waits for a second person, who says what they saw', async () => {
    edit((text) => text.replace('nationality,', 'nationality, sex,'));
    const { output } = await publish();
    expect(output).toContain('may show more: GRANTED PAN-BORDER-RECORDS CrossingRecord.sex');
    const [, draft = '', hash = ''] = /approve (\S+) --hash (\S+)/.exec(output) ?? [];
    const again = () => administered('administrator.pan', 'publish', '--draft', draft);
    expect((await again()).output).toContain('A second person of PAN has to approve it');
    expect((await administered('administrator.pan', 'approve', draft, '--hash', hash)).output).toContain(
      'Nobody approves',
    );
    expect((await administered('deputy.col', 'approve', draft, '--hash', hash)).output).toContain('no such draft');
    expect((await administered('deputy.pan', 'approve', draft, '--hash', hash)).output).toContain('Approved.');
    expect(await sex()).toBeNull();
    expect((await again()).output).toContain('Rule set 3 of PAN is published.');
    expect(await sex()).not.toBeNull();
  });

  it('say with file and line all that is wrong, and change nothing', async () => {
    edit((text) => text.replace('level: full', 'level: everything').replace('nationality,', 'nationalty,'));
    const { output: all } = await rules('check', '--dir', pulled);
    expect(all).toMatch(/CrossingRecord\.nationalty does not exist.*\(did you mean CrossingRecord\.nationality\?\)$/m);
    expect(all).toMatch(/everything is no level of Query\.crossingRecords/);
    edit((text) => text.replace('nationalty,', 'nationality,'));
    const line = /border-management\.pan\.yaml:\d+: grant PAN-BORDER-RECORDS: everything is no level/;
    for (const { code, output } of [await rules('check', '--dir', pulled), await publish()]) {
      expect(code).toBe(1);
      expect(output).toMatch(line);
    }
  });

  it('explain and simulate without a server', async () => {
    const asked = ['--as', 'analyst.col', '--purpose', 'MIGRATION_MANAGEMENT'];
    const explained = await rules('explain', 'CrossingRecord.crossedOn', ...asked);
    expect(explained.output).toContain('CrossingRecord.crossedOn: min( max(full), min(month) ) = month');
    const query = path.join(folder, 'question.graphql');
    writeFileSync(query, '{ crossingRecords { edges { node { crossedOn fullName } } } }');
    const simulated = await rules('simulate', '--file', query, ...asked);
    expect(simulated.output).toMatch(/crossedOn +│ month/);
    expect(simulated.output).toContain('WITHHELD crossingRecords.edges.@.node.fullName');
    expect((await rules('simulate', ...asked)).output).toBe('--file needs a query (.graphql)\n');
    expect((await rules('explain', 'CrossingRecord.sex', '--as', 'nobody')).output).toContain('--as needs one of');
  });
});
