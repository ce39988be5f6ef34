import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { QUESTIONS_DIRECTORY, savedNumbers } from '@pasarela/scripts/ask/read-question';
import { type OpenFederation, openFederation } from '../federation/open-federation';
import { runCommand } from '../federation/start-product';

const BORDER = 'agreements/border-management.pan.yaml';

/** An administrator registers what the party asks, and takes a change of rules back, from the terminal. */
describe('questions as files, and rules taken back', () => {
  let federation: OpenFederation;
  let folder: string;

  beforeAll(async () => {
    federation = await openFederation({ governed: true, scale: 0.005 });
    folder = mkdtempSync(path.join(tmpdir(), 'pasarela-question-files-'));
  });
  afterAll(async () => {
    await federation.close();
    rmSync(folder, { recursive: true });
  });

  const rules = (as: string, ...words: string[]) =>
    runCommand('rules/main.js', [...words, '--as', as, '--url', `${federation.gateway.url}/graphql`], {
      DATA_DIR: federation.dataDirectory,
    });

  it('are saved for the own party; others see how many there are', async () => {
    const numbers = savedNumbers();
    const { code, output } = await rules('administrator.pan', 'questions', 'save', QUESTIONS_DIRECTORY);
    expect([code, output.match(/^saved: PAN:\d\d: /gm)]).toEqual([
      0,
      numbers.map((number) => `saved: PAN:${number}: `),
    ]);
    expect((await rules('administrator.pan', 'questions', 'list')).output).toMatch(
      /^20 {2}.* \(ENFORCEMENT; every agency; INVESTIGATOR\)$/m,
    );
    expect((await rules('administrator.col', 'questions', 'list')).output).toBe(`PAN: ${numbers.length}\n`);
  });

  it('say what is wrong with them', async () => {
    const save = (...words: string[]) => rules('administrator.pan', 'questions', 'save', ...words);
    expect((await save(folder)).output).toContain('holds no question');
    expect((await save(QUESTIONS_DIRECTORY, '--roles', 'ANALIST')).output).toContain('did you mean ANALYST?');
    expect((await save(QUESTIONS_DIRECTORY, '--agency', 'ICBF')).output).toContain('agency is one of SNM');
  });

  it('rules are taken back to an earlier publication: what shows more again waits for a second person', async () => {
    const back = (...words: string[]) => rules('administrator.pan', 'rollback', '--owner', 'PAN', ...words);
    expect((await back()).output).toBe('--to needs the number of a publication, like 3\n');
    expect((await back('--to', '7')).output).toContain('Rule set 7 of PAN was never published');
    const pulled = path.join(folder, 'rules');
    await rules('administrator.pan', 'pull', '--into', pulled);
    rmSync(path.join(pulled, BORDER));
    const published = await rules('administrator.pan', 'publish', '--owner', 'PAN', '--dir', pulled);
    expect(published.output).toContain('Rule set 2 of PAN is published');
    const { output } = await back('--to', '1');
    const [, draft = '', hash = ''] = /approve (\S+) --hash (\S+)/.exec(output) ?? [];
    expect((await rules('deputy.pan', 'approve', draft, '--hash', hash)).output).toContain('Approved.');
    const again = await rules('administrator.pan', 'publish', '--draft', draft);
    expect(again.output).toContain('Rule set 3 of PAN is published');
    const onlyLess = await back('--to', '2');
    expect(onlyLess.output).toContain('Rule set 4 of PAN is published');
  });
});
