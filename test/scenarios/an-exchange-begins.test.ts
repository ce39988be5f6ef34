import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { keyFiles, readSigningKey } from '@pasarela/schema/identity/key-files';
import { TOKEN_AUDIENCE } from '@pasarela/schema/identity/verify-token';
import { majorityOf } from '@pasarela/schema/rule-bundles/root-keys';
import { decodeProtectedHeader, SignJWT } from 'jose';
import { runCommand, type StartedProduct, spawnProduct } from '../federation/start-product';

const PARTIES = ['COL', 'HUM', 'PAN', 'USA'] as const;
const MINUTES_MS = 180_000;

/** Three governments and a humanitarian organisation found an exchange with production keys: an empty machine, and one command after another. */
describe('an exchange begins', () => {
  let folder: string;
  let data: string;
  let product: StartedProduct | undefined;

  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'pasarela-founding-'));
    data = path.join(folder, 'data');
  });
  afterAll(async () => {
    await product?.kill();
    rmSync(folder, { recursive: true, force: true });
  });

  const party = (...words: string[]) => runCommand('party/main.js', [...words, '--lang', 'en'], { DATA_DIR: data });
  const keyOf = (code: string, use = 'root') =>
    path.join(folder, code, 'keys', `${code.toLowerCase()}.${use}.private.jwk.json`);
  const enrol = (code: string, ...more: string[]) =>
    party(
      ...['new', code, '--name-en', code, '--name-es', code, '--agency', 'X=An agency', '--contact', 'an officer'],
      ...['--issuer', `https://identity.${code.toLowerCase()}.example/`, '--out', path.join(folder, code), ...more],
    );
  const start = async (ready: RegExp) => {
    product = await spawnProduct(['--production'], { DATA_DIR: data });
    while (!ready.test(product.output()) && product.process.exitCode === null)
      await new Promise((resolve) => setTimeout(resolve, 50));
    return product.output();
  };

  it(
    'with what each party makes on its own machine; doing it again keeps the keys',
    async () => {
      for (const code of PARTIES) {
        const made = await enrol(code);
        expect([made.code, made.output]).toEqual([0, expect.stringContaining('Made ')]);
        expect(statSync(keyOf(code)).mode & 0o777).toBe(0o600);
        const key = readFileSync(keyOf(code), 'utf8');
        const again = await enrol(code);
        expect(again.output).toContain(`Kept ${keyOf(code)}`);
        expect(readFileSync(keyOf(code), 'utf8')).toBe(key);
        expect(made.output + again.output).not.toContain(JSON.parse(key).d);
        const fingerprint = /^ {2}(\S{24})$/m.exec(again.output)?.[1] as string;
        const file = path.join(folder, code, `enrolment.${code.toLowerCase()}.json`);
        const admitted = await party('admit', file, '--fingerprint', fingerprint);
        expect([admitted.code, admitted.output]).toEqual([0, expect.stringContaining(`Admitted ${code}.`)]);
      }
    },
    MINUTES_MS,
  );

  it(
    'with the rules that each of them signs, and those of ALL that they sign one after another',
    async () => {
      const signAll = (code: string, ...more: string[]) =>
        party('found', '--owner', 'ALL', '--key', keyOf(code), ...more);
      expect((await party('found', '--owner', 'PAN', '--key', keyOf('COL'))).output).toMatch(/Still to sign: PAN/);
      rmSync(path.join(data, 'founding'), { recursive: true });
      for (const code of PARTIES) {
        const founded = await party('found', '--owner', code, '--key', keyOf(code));
        expect(founded.output).toContain(`Rule set 1 of ${code} is published.`);
      }
      expect((await party('found', '--owner', 'PAN', '--key', keyOf('PAN'))).output).toContain('published already');
      expect((await signAll('PAN')).output).toMatch(/Signed by PAN\.\nStill to sign: COL, HUM, USA\./);
      expect((await signAll('PAN')).output).toMatch(/Signed by PAN\.\nStill to sign: COL, HUM, USA\./);
      const away = path.join(folder, 'travels.json');
      writeFileSync(away, readFileSync(path.join(data, 'founding', 'all.signed.json')));
      expect((await signAll('USA', '--signed', away, '--sign-only')).output).toMatch(/Signed by PAN, USA\.\nStill to/);
      expect((await signAll('HUM', '--signed', away, '--sign-only')).output).toMatch(/Still to sign: COL\./);
      const last = await signAll('COL', '--signed', away);
      expect(last.output).toMatch(/Rule set 1 of ALL is published\.\nEvery owner has published/);
      const signatures: Array<{ protected: string }> = JSON.parse(readFileSync(away, 'utf8')).signatures;
      expect(new Set(signatures.map((one) => decodeProtectedHeader(one as never).kid)).size).toBe(PARTIES.length);
      expect(signatures.length).toBeGreaterThanOrEqual(majorityOf(PARTIES.length));
    },
    MINUTES_MS,
  );

  it(
    'and a production start runs on them: who a party vouches for is answered',
    async () => {
      expect(await start(/Pasarela is ready/)).toContain('Pasarela is ready');
      const now = Math.floor(Date.now() / 1000);
      const { kid } = JSON.parse(readFileSync(keyOf('PAN', 'issuer'), 'utf8'));
      const claims = { agency: 'SNM', roles: ['ANALYST'], purposes: ['STATISTICS'], assurance: 2 };
      const token = await new SignJWT(claims)
        .setProtectedHeader({ alg: 'EdDSA', kid })
        .setIssuer('https://identity.pan.example/')
        .setSubject('somebody')
        .setAudience(TOKEN_AUDIENCE)
        .setIssuedAt(now)
        .setExpirationTime(now + 60)
        .setJti('one')
        .sign(await readSigningKey(keyOf('PAN', 'issuer')));
      const response = await fetch(`${product?.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, 'x-purpose': 'STATISTICS' },
        body: JSON.stringify({ query: '{ receptionStations { status } }' }),
      });
      expect([response.status, await response.json()]).toEqual([
        200,
        expect.objectContaining({ data: { receptionStations: expect.any(Array) } }),
      ]);
      expect(await product?.interrupt()).toBe(0);
    },
    MINUTES_MS,
  );

  it.each<[string, () => string[], RegExp]>([
    [
      'a code in small letters',
      () => ['new', 'bra', ...SAID, '--out', path.join(folder, 'none')],
      /^What was said .*party/,
    ],
    [
      'an issuer in plain text',
      () => ['new', 'BRA', ...SAID, '--issuer', 'http://a.example/', '--out', path.join(folder, 'none')],
      /issuer/,
    ],
    [
      'a subgraph of this machine',
      () => ['new', 'BRA', ...SAID, '--subgraph', 'brazil-x=https://127.0.0.1/', '--out', path.join(folder, 'none')],
      /inner network/,
    ],
    [
      'a schema that is none',
      () => ['new', 'BRA', ...SAID, '--schema', __filename, '--out', path.join(folder, 'none')],
      /cannot be used as a schema/,
    ],
    ['a file that is not there', () => ['admit', '/nowhere.json', '--fingerprint', 'A'], /^\/nowhere\.json is missing/],
    [
      'a key of nobody',
      () => [
        'found',
        '--owner',
        'PAN',
        '--key',
        keyOf('PAN', 'issuer'),
        '--signed',
        path.join(folder, 'x'),
        '--sign-only',
      ],
      /is not the root key of a party/,
    ],
    ['rules of nobody', () => ['found', '--owner', 'BRA', '--key', keyOf('PAN')], /holds no rules of BRA/],
  ])('refuses %s in one line, and leaves no key behind', async (_, words, line) => {
    const { code, output } = await party(...words());
    expect([code, output.trimEnd()]).toEqual([1, expect.stringMatching(line)]);
    expect(output).not.toMatch(/\n {4}at /);
    expect(() => statSync(path.join(folder, 'none', 'keys'))).toThrow();
  });

  it('takes no development keys into a founding', async () => {
    const file = keyFiles.rootKeys(data);
    const keys = JSON.parse(readFileSync(file, 'utf8'));
    writeFileSync(file, JSON.stringify([{ ...keys[0], development: true }, ...keys.slice(1)]));
    const { code, output } = await party('found', '--owner', 'ALL', '--key', keyOf('PAN'));
    expect([code, output]).toEqual([1, expect.stringMatching(/developer.s machine/)]);
  });

  it('says how in both languages', async () => {
    for (const command of [[], ['new'], ['admit'], ['publish-first'], ['sign-first'], ['found']]) {
      const [en, es] = await Promise.all(
        ['en', 'es'].map((language) => runCommand('party/main.js', [...command, '--help', '--lang', language])),
      );
      expect([en?.code, es?.code]).toEqual([0, 0]);
      expect([en?.output, es?.output]).toEqual([
        expect.stringMatching(/Usage:.*Options:/s),
        expect.stringMatching(/Uso:.*Opciones:/s),
      ]);
    }
  });
});

const SAID = [
  ...['--name-en', 'Brazil', '--name-es', 'Brasil', '--agency', 'PF=Polícia Federal'],
  ...['--issuer', 'https://identity.bra.example/', '--contact', 'an officer'],
];
