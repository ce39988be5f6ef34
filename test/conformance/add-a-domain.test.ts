import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { environment, freePort } from '../federation/start-product';
import { copyWorkspace, linkWorkspace } from './copied-workspace';
import { followPage, type Page, readPage } from './written-page';

const ROOT = path.join(__dirname, '..', '..');
const DOMAIN = 'colombia-darien-municipalities';
/** A copy is built, seeded in full and started, as by whoever reads the page. */
const PATIENCE_MS = 420_000;

/** Whoever adds a country's domain has nothing but the page, and does what it says to the letter. */
describe('the page "Add a country’s domain"', () => {
  let page: Page;
  let workspace: string;
  let product: ChildProcess | undefined;
  let settings: Record<string, string>;

  beforeAll(async () => {
    page = readPage(readFileSync(path.join(ROOT, 'subgraphs', 'add-a-domain.md'), 'utf8'));
    workspace = await mkdtemp(path.join(tmpdir(), 'pasarela-add-a-domain-'));
    settings = {
      PORT: String(await freePort()),
      DATA_DIR: path.join(workspace, '.data'),
      TURBO_TELEMETRY_DISABLED: '1',
    };
    await copyWorkspace(ROOT, workspace);
  });
  afterAll(async () => {
    if (product?.pid && product.exitCode === null) {
      const ended = new Promise((resolve) => product?.once('exit', resolve));
      process.kill(-product.pid, 'SIGINT');
      await ended;
    }
    await rm(workspace, { recursive: true, force: true });
  });

  /** Runs a line of the page as a shell does. */
  function shell(line: string): Promise<{ code: number; out: string; err: string }> {
    return new Promise((resolve) =>
      execFile('sh', ['-c', line], { cwd: workspace, env: environment(settings), maxBuffer: 5e7 }, (error, out, err) =>
        resolve({ code: error ? Number(error.code ?? 1) : 0, out, err }),
      ),
    );
  }

  async function isReady(): Promise<boolean> {
    const url = `http://127.0.0.1:${settings.PORT}/health/ready`;
    return fetch(url).then(
      ({ ok }) => ok,
      () => false,
    );
  }

  async function start(line: string): Promise<void> {
    let told = '';
    product = spawn('sh', ['-c', line], { cwd: workspace, env: environment(settings), detached: true });
    product.stdout?.on('data', (part) => (told += part));
    product.stderr?.on('data', (part) => (told += part));
    while (!(await isReady())) {
      if (product.exitCode !== null) throw new Error(`ended while starting: ${told}`);
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }

  it(
    'makes the domain, composes it, starts it and asks it',
    async () => {
      const commands = followPage(page, workspace);
      expect(existsSync(path.join(workspace, 'schema/subgraphs', `${DOMAIN}.graphql`))).toBe(false);
      const answers: string[] = [];
      for (const line of commands) {
        // What npm does without a network for a workspace whose packages are all there: a link.
        if (line === 'npm install')
          await linkWorkspace(workspace, `@pasarela/${DOMAIN}`, 'subgraphs/colombia/darien-municipalities');
        else if (line === 'npm start') await start(line);
        else {
          const { code, out, err } = await shell(line);
          expect([line, code, code === 0 ? '' : out + err]).toEqual([line, 0, '']);
          answers.push(out);
        }
      }
      expect(commands).toContain('npm start');
      expect(readFileSync(path.join(workspace, 'schema/supergraph.graphql'), 'utf8')).toContain(
        'type DarienMunicipality',
      );

      const rows = parse(answers.at(-2) as string, { columns: true }) as Array<Record<string, string>>;
      expect(rows.map(({ name, state, value }) => [name, state, value])).toEqual(
        ['Necoclí', 'Turbo', 'Acandí', 'Riosucio', 'Unguía'].map((name) => [name, 'NOT_PUBLISHED', '']),
      );
      const withheld = JSON.parse(answers.at(-1) as string);
      expect(withheld.data.darienMunicipalities.map(({ detections }: any) => detections)).toEqual(Array(5).fill(null));
      expect(withheld.extensions.notices.map(({ code, coordinate }: any) => [code, coordinate])).toEqual([
        ['WITHHELD', 'DarienMunicipality.detections'],
      ]);
    },
    PATIENCE_MS,
  );

  it('is linked from where a reader looks for it', () => {
    for (const file of ['README.md', 'subgraphs/README.md'])
      expect(readFileSync(path.join(ROOT, file), 'utf8')).toContain('add-a-domain.md');
  });
});
