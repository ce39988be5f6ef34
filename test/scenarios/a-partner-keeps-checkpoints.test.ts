import { createPrivateKey } from 'node:crypto';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { GATEWAY_NAME } from '@pasarela/gateway/gateway-name';
import { signCheckpoint } from '@pasarela/schema/evidence/checkpoints/checkpoint';
import { logSigner } from '@pasarela/schema/evidence/notes/note-signer';
import { keyFiles, readKeyFile } from '@pasarela/schema/identity/key-files';
import { explainStartFault } from '@pasarela/scripts/start/explain-start-fault';
import { evidenceFolder, openEvidence } from '@pasarela/scripts/start/open-evidence';
import { type OpenFederation, openFederation } from '../federation/open-federation';
import { runCommand } from '../federation/start-product';

/** Colombia keeps what the gateway of the exchange signed, so that nobody can undo it. */
describe('a partner keeps checkpoints', () => {
  let federation: OpenFederation;
  const liars: Server[] = [];
  const folder = mkdtempSync(path.join(tmpdir(), 'pasarela-kept-'));
  const kept = path.join(folder, 'kept');
  beforeAll(async () => {
    federation = await openFederation();
  });
  afterAll(async () => {
    for (const liar of liars) liar.close();
    await federation.close();
    rmSync(folder, { recursive: true });
  });

  const keep = (url = federation.gateway.url, lang = 'en') => {
    const key = keyFiles.evidencePublic(federation.dataDirectory, GATEWAY_NAME);
    return runCommand('verify/main.js', ['--keep', kept, '--once', '--url', url, '--key', key, '--lang', lang]);
  };
  /** Somebody asks, and the gateway signs it. Returns how many leaves that makes. */
  const ask = async () => {
    const { body } = await federation.ask({
      as: 'analyst.pan',
      purpose: 'STATISTICS',
      query: '{ nationalities { code } }',
    });
    const size = body.extensions.receipt.index + 1;
    for (;;) {
      const { text } = await federation.send('/evidence/checkpoint', {});
      if (Number(text.split('\n')[1]) >= size) return size;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  const keptFiles = () => readdirSync(kept).sort();
  const nameOf = (size: number, ending = 'checkpoint') => `${String(size).padStart(16, '0')}.${ending}`;

  it('has the first one, and later ones once the log is shown to go on from it', async () => {
    const first = await ask();
    expect(await keep()).toEqual({
      code: 0,
      output: expect.stringContaining(`Kept: the log ${GATEWAY_NAME} has ${first} leaves.`),
    });
    await ask();
    const next = await ask();
    expect(await keep(federation.gateway.url, 'es')).toEqual({
      code: 0,
      output: expect.stringContaining(`tiene ${next} hojas y continúa las ${first} conservadas antes.`),
    });
    expect(keptFiles()).toEqual([nameOf(first), nameOf(next)]);
    expect((await keep()).code).toBe(0);
    expect(keptFiles()).toHaveLength(2);
  });

  it('says loudly that the log forked or went back, and keeps the proof', async () => {
    const before = keptFiles();
    const size = await ask();
    const key = readKeyFile(keyFiles.evidence(federation.dataDirectory, GATEWAY_NAME));
    const signer = logSigner(GATEWAY_NAME, createPrivateKey({ key: key as never, format: 'jwk' }));
    const other = { checkpoint: '', proof: ['A'.repeat(43)] };
    const liar = createServer((request, response) =>
      response.end(request.url === '/evidence/checkpoint' ? other.checkpoint : JSON.stringify(other)),
    ).listen(0, '127.0.0.1');
    await once(liar, 'listening');
    const url = `http://127.0.0.1:${(liar.address() as AddressInfo).port}`;
    liars.push(liar);
    other.checkpoint = signCheckpoint({ size, root: Buffer.alloc(32, 7) }, signer);
    expect(await keep(url)).toEqual({ code: 1, output: expect.stringContaining('goes another way') });
    other.checkpoint = signCheckpoint({ size: 1, root: Buffer.alloc(32, 7) }, signer);
    expect(await keep(url)).toEqual({ code: 1, output: expect.stringContaining('The log is older') });
    expect(keptFiles()).toEqual([...before, nameOf(1, 'contradicts'), nameOf(size, 'contradicts')].sort());
    other.checkpoint = 'nothing signed';
    expect(await keep(url)).toEqual({ code: 2, output: expect.stringContaining('is not a checkpoint') });
    liar.close();
    liar.closeAllConnections();
    expect(await keep(url)).toEqual({ code: 2, output: expect.stringContaining('No checkpoint') });
  });

  it('stops the start of a copy that is older than what is held, in one line that says what to do', async () => {
    const { dataDirectory } = federation;
    const restored = path.join(folder, 'restored');
    cpSync(path.join(dataDirectory, 'keys'), path.join(restored, 'keys'), { recursive: true });
    cpSync(path.join(dataDirectory, 'trust'), path.join(restored, 'trust'), { recursive: true });
    cpSync(evidenceFolder(dataDirectory, GATEWAY_NAME), evidenceFolder(restored, GATEWAY_NAME), { recursive: true });
    cpSync(keyFiles.evidencePublic(dataDirectory, GATEWAY_NAME), keyFiles.evidencePublic(restored, GATEWAY_NAME));
    await ask();
    await keep();
    const held = keyFiles.heldCheckpoints(restored, GATEWAY_NAME);
    cpSync(kept, held, { recursive: true });
    const open = () =>
      openEvidence({
        dataDirectory: restored,
        log: GATEWAY_NAME,
        onFailure: (error) => {
          throw error;
        },
      });
    const line = explainStartFault(await open().catch((error: unknown) => error));
    expect(line).toMatch(
      /^The log .* is older than the checkpoint that is held.*put the newest whole copy in its place/,
    );
    expect(line).not.toContain('\n');
    rmSync(held, { recursive: true });
    await (await open()).close();
    cpSync(kept, held, { recursive: true });
    writeFileSync(path.join(held, nameOf(1)), readFileSync(path.join(kept, keptFiles().at(1) as string)).subarray(1));
    expect(explainStartFault(await open().catch((error: unknown) => error))).toMatch(
      /is not a checkpoint that the log/,
    );
  });
});
