import { readdirSync, statSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { keyFiles } from '@pasarela/schema/identity/key-files';
import { credentialHeaders } from '@pasarela/schema/identity/possession/credentials';
import { type HttpAnswer, type OpenFederation, openFederation } from '../federation/open-federation';
import { codeIn } from '../federation/rule-administration';
import { runCommand } from '../federation/start-product';
import { signedToken } from '../threats/forge/token';

const AS = 'dashboard.pan';
const PUBLIC_URL = 'https://Data.Example:443/pasarela/';
const QUESTION = { purpose: 'STATISTICS', query: '{ mirrorPeriods { period departures { series } } }' } as const;

/** Panama's ministry runs a dashboard on a machine of its own; one night its disk is copied. */
describe('a stolen token', () => {
  let federation: OpenFederation;
  let token: string;

  beforeAll(async () => {
    federation = await openFederation({ scale: 0.005 });
    token = await federation.token(AS);
  });
  afterAll(() => federation.close());

  const settings = () => ({ DATA_DIR: federation.dataDirectory, PORT: new URL(federation.gateway.url).port });
  const command = (script: string, ...words: string[]) => runCommand(script, words, settings());
  const ask = (headers: Record<string, string>): Promise<HttpAnswer> => federation.ask({ ...QUESTION, headers });
  const expectAnswered = ({ status, body }: HttpAnswer) =>
    expect([status, body.data?.mirrorPeriods.length > 0]).toEqual([200, true]);

  /** The headers that `npm run token -- ... --headers` prints. */
  async function printedHeaders(...words: string[]): Promise<Record<string, string>> {
    const { output } = await command('development/token-main.js', ...words, '--headers');
    const lines = output.trim().split('\n');
    return Object.fromEntries(lines.map((line) => line.split(': ') as [string, string]));
  }

  it('is of use to the dashboard, which holds the key', async () => {
    expectAnswered(await federation.ask({ as: AS, ...QUESTION }));
    expectAnswered(await federation.ask({ as: AS, ...QUESTION }));
  });

  it('is of no use to the thief, who is told what a rightful client would do', async () => {
    const answer = await ask({ authorization: `Bearer ${token}`, 'accept-language': 'es' });
    expect([answer.status, codeIn(answer), answer.body.data]).toEqual([401, 'PROOF_NEEDED', undefined]);
    expect(answer.headers.get('www-authenticate')).toBe('DPoP algs="EdDSA ES256"');
    expect(answer.body.errors[0].message).toContain('El token está vinculado a una clave de su cliente');
    expect(answer.text).not.toContain(token);
  });

  it('stays so when a whole request was overheard', async () => {
    const request = { method: 'POST', address: federation.gateway.address };
    const overheard = await credentialHeaders(await federation.credentials(AS), request, () => new Date());
    expectAnswered(await ask(overheard));
    expect(codeIn(await ask(overheard))).toBe('PROOF_NEEDED');
  });

  it('of a service that has no key would be refused from its first day', async () => {
    const stage = { ...federation, clock: { aheadMs: 0 } };
    const unbound = signedToken(stage, 'PAN', { claims: { sub: AS, roles: ['DASHBOARD'] } });
    const answer = await ask({ authorization: `Bearer ${unbound}` });
    expect([answer.status, codeIn(answer)]).toEqual([401, 'TOKEN_NOT_BOUND']);
    expect(answer.headers.get('www-authenticate')).toBe('Bearer, DPoP algs="EdDSA ES256"');
  });

  it('leaves no proof, token or key in any log', async () => {
    const request = { method: 'POST', address: federation.gateway.address };
    const { authorization, dpop } = await credentialHeaders(
      await federation.credentials(AS),
      request,
      () => new Date(),
    );
    expectAnswered(await ask({ authorization, dpop } as Record<string, string>));
    const codes = new Set((await federation.requestLog('gateway')).map(({ code }) => code));
    expect(codes).toContain('PROOF_NEEDED');
    const logs = readdirSync(path.join(federation.dataDirectory, 'logs'));
    for (const name of logs) {
      const entries = JSON.stringify(await federation.requestLog(name.replace('.log', '')));
      for (const secret of [authorization, dpop]) expect(entries).not.toContain(secret?.split('.').at(-1));
    }
  });

  describe('on the command line', () => {
    it('comes with a key that only its user can read, and with what to do', async () => {
      await rm(keyFiles.client(federation.dataDirectory, AS));
      const { code, output } = await command('development/token-main.js', AS);
      expect([code, output]).toEqual([0, expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+\n/)]);
      const keyFile = keyFiles.client(federation.dataDirectory, AS);
      expect([statSync(keyFile).mode & 0o777, statSync(path.dirname(keyFile)).mode & 0o777]).toEqual([0o600, 0o700]);
      expect(output).toContain(keyFile);
      expect(output).toContain(`npm run ask -- 06 --as ${AS}`);
      expect(output).toContain('npm run --silent token -- dashboard.pan --bound --headers | curl -H @-');
    });

    it('gives headers that serve once', async () => {
      const headers = await printedHeaders(AS);
      expectAnswered(await ask(headers));
      expect(codeIn(await ask(headers))).toBe('PROOF_NEEDED');
    });

    it('binds the token of anybody who wants it', async () => {
      expect(Object.keys(await printedHeaders('analyst.pan'))).toEqual(['authorization']);
      const bound = await printedHeaders('analyst.pan', '--bound');
      expectAnswered(await ask(bound));
      expect(codeIn(await ask({ authorization: `${bound.authorization}`.replace('DPoP', 'Bearer') }))).toBe(
        'PROOF_NEEDED',
      );
    });

    it('proves by itself when it asks, with a key of this machine or of a file', async () => {
      const asked = ['06', '--purpose', 'STATISTICS', '--lang', 'en'];
      const byPersona = await command('ask/main.js', ...asked, '--as', AS);
      const tokenFile = path.join(federation.dataDirectory, 'token');
      await writeFile(tokenFile, (await federation.credentials(AS)).token);
      const keyFile = keyFiles.client(federation.dataDirectory, AS);
      const byFile = await command('ask/main.js', ...asked, '--token-file', tokenFile, '--key-file', keyFile);
      const withoutKey = await command('ask/main.js', ...asked, '--token-file', tokenFile);
      expect([byPersona.code, byFile.code]).toEqual([0, 0]);
      expect([withoutKey.code, withoutKey.output]).toEqual([1, expect.stringContaining('PROOF_NEEDED')]);
    });
  });
});

/** Behind a proxy, clients know the gateway by another address than the one it listens at. */
describe('a gateway with a public address', () => {
  let federation: OpenFederation;
  beforeAll(async () => {
    federation = await openFederation({ scale: 0.005, publicUrl: PUBLIC_URL });
  });
  afterAll(() => federation.close());

  const askAt = async (address: string) => {
    const presented = credentialHeaders(
      await federation.credentials(AS),
      { method: 'POST', address },
      () => new Date(),
    );
    return federation.ask({ ...QUESTION, headers: await presented });
  };

  it('takes proofs for that address, however it is written, and for no other', async () => {
    expect((await askAt('https://data.example/pasarela/graphql?x=1')).status).toBe(200);
    expect((await askAt('https://data.example:443/other/../%70asarela/graphql')).status).toBe(200);
    for (const other of [`${federation.gateway.url}/graphql`, 'https://data.example/graphql'])
      expect(codeIn(await askAt(other))).toBe('PROOF_NEEDED');
  });

  it('is asked by commands with its settings', async () => {
    const settings = { DATA_DIR: federation.dataDirectory, PORT: new URL(federation.gateway.url).port, PUBLIC_URL };
    const words = ['06', '--as', AS, '--purpose', 'STATISTICS', '--lang', 'en'];
    expect((await runCommand('ask/main.js', words, settings)).code).toBe(0);
  });
});
