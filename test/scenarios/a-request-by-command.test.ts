import { type OpenFederation, openFederation } from '../federation/open-federation';
import { runCommand } from '../federation/start-product';

/** Those who ask and those who answer never leave the terminal. */
describe('a request for a field, by command', () => {
  let federation: OpenFederation;
  beforeAll(async () => {
    federation = await openFederation({ governed: true, scale: 0.005 });
  });
  afterAll(() => federation.close());

  const rules = (as: string, ...words: string[]) =>
    runCommand('rules/main.js', [...words, '--as', as, '--url', `${federation.gateway.url}/graphql`], {
      DATA_DIR: federation.dataDirectory,
      LANG: 'en_US.UTF-8',
    });
  const idIn = (output: string) => /request ([\w-]+)\)/.exec(output)?.[1] ?? '';

  it('is asked, found in the inbox, granted in a draft, approved and published', async () => {
    const words = ['--purpose', 'MIGRATION_MANAGEMENT', '--reason', 'To plan', '--level', 'exact'];
    const asked = await rules('analyst.col', 'request', 'CrossingRecord.station', ...words);
    expect(asked).toEqual({
      code: 0,
      output: expect.stringMatching(/^OPEN: CrossingRecord\.station \(exact\) of PAN, for MIGRATION_MANAGEMENT/),
    });
    const inbox = await rules('administrator.pan', 'inbox');
    expect(inbox.output).toContain('ACCESS_REQUEST (PAN) since');
    expect(inbox.output).toContain('To plan');
    const granted = await rules(
      'administrator.pan',
      'grant-request',
      idIn(asked.output),
      '--agreement',
      'BORDER-MANAGEMENT',
    );
    expect(granted.output).toMatch(/^DRAFTED/);
    const draft = /approve ([\w-]+)/.exec(granted.output)?.[1] ?? '';
    const seen = await rules('deputy.pan', 'approve', draft);
    const hash = /--hash (\S+)/.exec(seen.output)?.[1] ?? '';
    expect((await rules('deputy.pan', 'approve', draft, '--hash', hash)).output).toMatch(/Approved/);
    expect((await rules('administrator.pan', 'publish', '--draft', draft)).output).toContain('is published');
    expect((await rules('analyst.col', 'requests', '--purpose', 'MIGRATION_MANAGEMENT')).output).toMatch(/^GRANTED/);
  });

  it('is declined with a reason; who asks must say why', async () => {
    const ask = (...words: string[]) =>
      rules('investigator.usa', 'request', 'CrossingRecord.sex', '--case-reference', 'CASE-1', ...words);
    expect(await ask()).toEqual({ code: 1, output: '--reason needs a sentence that says why\n' });
    const { output } = await ask('--reason', 'A case');
    const declined = await rules('administrator.pan', 'decline', idIn(output), '--reason', 'Ask by treaty');
    expect(declined.output).toMatch(/^DECLINED.*\n {2}Ask by treaty\n$/);
    expect((await rules('dpo.usa', 'inbox')).output).toContain('Ask by treaty');
    expect(await rules('analyst.usa', 'inbox')).toEqual({
      code: 1,
      output: expect.stringMatching(/purpose|administrators/),
    });
  });
});
