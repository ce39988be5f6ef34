import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { groupLives, runCommand, type StartedProduct, spawnProduct, startProduct } from '../federation/start-product';

const MINUTES_MS = 60_000;

/** What somebody meets who starts the product on a fresh machine. */
describe('start and stop', () => {
  let dataDirectory: string;
  const started: StartedProduct[] = [];

  beforeAll(async () => {
    dataDirectory = await mkdtemp(path.join(tmpdir(), 'pasarela-start-'));
  });
  afterAll(async () => {
    for (const product of started) await product.kill();
    await rm(dataDirectory, { recursive: true, force: true });
  });

  const start = async (...words: string[]) => {
    const product = await startProduct(words, { DATA_DIR: dataDirectory });
    started.push(product);
    return product;
  };

  it(
    'starts over cleanly when it was killed while it filled the stores',
    async () => {
      const product = await spawnProduct([], { DATA_DIR: dataDirectory });
      started.push(product);
      while (!/seeding panama-darien-flow: (25|50|75) %/.test(product.output())) {
        if (product.process.exitCode !== null) throw new Error(product.output());
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      await product.kill();
      const again = await start();
      expect(again.output()).not.toContain('seeding colombia-regularization');
      expect(again.output()).toContain('seeding panama-darien-flow: 100 %');
      expect(await again.interrupt()).toBe(0);
    },
    MINUTES_MS,
  );

  it.each([[[]], [['--separate']]])(
    'serves, gives tokens, answers a question and stops whole: npm start %j',
    async (words) => {
      const product = await start(...words);
      const settings = { DATA_DIR: dataDirectory, PORT: new URL(product.url).port };
      const token = await runCommand('development/token-main.js', ['analyst.pan'], settings);
      expect(token.output).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
      const answer = await runCommand(
        'ask/main.js',
        ['07', '--as', 'analyst.pan', '--purpose', 'STATISTICS', '--lang', 'en'],
        settings,
      );
      expect([answer.code, answer.output]).toEqual([0, expect.stringMatching(/Venezuela.*150,327.*1,890,185/)]);
      expect(product.output()).toContain(`${product.url}/graphql`);
      expect(await product.interrupt()).toBe(0);
      await new Promise((resolve) => setTimeout(resolve, 200));
      expect(groupLives(product.process.pid as number)).toBe(false);
    },
    MINUTES_MS,
  );

  it(
    'says in one line what is wrong, and ends with 1',
    async () => {
      const product = await start();
      const port = new URL(product.url).port;
      const cases: Array<[Record<string, string>, RegExp]> = [
        [{ PORT: port, DATA_DIR: dataDirectory }, new RegExp(`^Port ${port} is taken.*\n$`)],
        [{ PORT: 'many', DATA_DIR: dataDirectory }, /^The setting PORT is not usable: .*\n$/],
        [{ MONGODB_URI: 'http://somewhere', DATA_DIR: dataDirectory }, /^The setting MONGODB_URI is not usable: .*\n$/],
        [{ PORT: '0', RULES_DIR: '/nowhere', DATA_DIR: `${dataDirectory}/other` }, /\/nowhere.*\n$/],
      ];
      for (const [settings, line] of cases) {
        const { code, output } = await runCommand('start/main.js', [], settings);
        expect([
          code,
          output
            .split('\n')
            .filter((text) => !text.startsWith('seeding'))
            .join('\n'),
        ]).toEqual([1, expect.stringMatching(line)]);
      }
      await product.interrupt();
    },
    MINUTES_MS,
  );

  it('keeps what it keeps for its own user alone', async () => {
    const kept = (await readdir(dataDirectory, { recursive: true })).map((name) => path.join(dataDirectory, name));
    expect(kept.length).toBeGreaterThan(10);
    for (const file of kept) expect([file, (await stat(file)).mode & 0o077]).toEqual([file, 0]);
  });

  it('refuses everything simulated in production', async () => {
    const { code, output } = await runCommand('start/main.js', ['--production'], {
      DATA_DIR: dataDirectory,
      PORT: '0',
    });
    expect(code).toBe(1);
    expect(output).toContain('https://development-issuer.pan.invalid/ is a development issuer');
    expect(output).toContain('the root key of PAN is a development key');
    expect(output).toContain('panama-darien-flow holds SYNTHETIC records');
    expect(output).not.toContain('colombia-departures holds SYNTHETIC');
  });

  it('knows its personas', async () => {
    const unknown = await runCommand('development/token-main.js', ['nobody.xyz'], { DATA_DIR: dataDirectory });
    expect([unknown.code, unknown.output]).toEqual([
      1,
      expect.stringMatching(/^There is no persona nobody\.xyz\. Known are: .*dpo\.usa\.\n$/),
    ]);
    const help = await runCommand('development/token-main.js', ['--help'], { DATA_DIR: dataDirectory });
    expect(help.output).toContain('investigator.col');
  });
});
