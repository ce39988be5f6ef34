import { type OpenFederation, openFederation } from '../federation/open-federation';
import { runCommand } from '../federation/start-product';

jest.setTimeout(120_000);

/** An administrator of Colombia looks at the releases and makes one, from the terminal. */
describe('a release by command', () => {
  let federation: OpenFederation;
  beforeAll(async () => {
    federation = await openFederation({ scale: 0.005 });
  });
  afterAll(() => federation.close());

  const environment = () => ({ DATA_DIR: federation.dataDirectory, LANG: 'en_US.UTF-8' });
  const releases = (...words: string[]) =>
    runCommand('statistics/releases-main.js', [...words, '--url', `${federation.gateway.url}/graphql`], environment());
  const cells = (...words: string[]) => runCommand('statistics/cells-main.js', words, environment());

  it('lists those in force, to whom they are shared with', async () => {
    const { code, output } = await releases('list', '--as', 'analyst.pan');
    expect([code, output.trim().split('\n').length]).toEqual([0, 18]);
    expect(output).toMatch(
      /^colombia-regularization permits-by-stage: release 1 of 2024-02-29, \d+ cells published, \d+ suppressed \(threshold 10;/,
    );
    for (const owner of ['colombia', 'panama', 'usa'])
      expect(output).toContain(`${owner}-smuggling-cases persons-in-cases: release 1 of 2025-12-31`);
    const own = await releases('list', '--as', 'deputy.pan');
    expect(
      own.output
        .trim()
        .split('\n')
        .filter((line) => !line.startsWith('panama-')),
    ).toEqual([]);
    const other = await releases('list', '--as', 'deputy.pan', '--domain', 'colombia-regularization');
    expect(other).toEqual({ code: 1, output: expect.stringContaining('are not shared with whoever asks') });
  });

  it('makes the next one of a table as the administrator of the owner alone', async () => {
    const make = (as: string) => releases('make', '--table', 'permits-by-stage', '--as', as);
    expect(await make('administrator.col')).toEqual({
      code: 0,
      output: 'colombia-regularization permits-by-stage: release 2 was made\n',
    });
    expect((await make('administrator.pan')).code).toBe(1);
    const { output } = await releases(
      'list',
      '--table',
      'permits-by-stage',
      '--earlier',
      '5',
      '--as',
      'administrator.col',
    );
    expect(output.match(/release \d/g)).toEqual(['release 2', 'release 1']);
  });

  it('says in both languages what is wrong', async () => {
    expect(await releases('list')).toEqual({ code: 1, output: expect.stringContaining('Say who asks') });
    const spanish = await releases('list', '--as', 'analyst.pan', '--table', 'none', '--lang', 'es');
    expect(spanish).toEqual({ code: 1, output: expect.stringContaining('--table es una de: permits-by-stage') });
    expect((await cells('rebuild', '--domain', 'none')).output).toContain(
      '--domain is one of: colombia-regularization',
    );
  });

  it('counts no records anew while the federation runs, and does when it is stopped', async () => {
    expect(await cells('rebuild', '--lang', 'es')).toEqual({
      code: 1,
      output: expect.stringContaining('Detenga antes la federación'),
    });
    await federation.stop();
    const { code, output } = await cells('rebuild');
    expect([code, output]).toEqual([0, expect.stringContaining('colombia-regularization: 100 records counted anew.')]);
    expect(output).toContain('counting colombia-regularization: 100 %');
    federation = await openFederation({ goOnIn: federation.dataDirectory });
  });
});
