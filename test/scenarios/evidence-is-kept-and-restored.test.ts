import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { GATEWAY_NAME } from '@pasarela/gateway/gateway-name';
import { keyFiles } from '@pasarela/schema/identity/key-files';
import { explainStartFault } from '@pasarela/scripts/start/explain-start-fault';
import { evidenceFolder } from '@pasarela/scripts/start/open-evidence';
import { type OpenFederation, openFederation } from '../federation/open-federation';
import { RightsOffice } from '../federation/rights-office';
import { runCommand } from '../federation/start-product';

const DOMAIN = 'panama-darien-flow';
const DAY_MS = 86_400_000;
const RECORDS = '{ crossingRecords(first: 3) { edges { node { id sex } } } }';

/** Operators of Panama let old evidence go, lose their disk, and say so; nobody's proof is lost, and no gap is hidden. */
describe('evidence is kept and restored', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'pasarela-operators-'));
  const kept = path.join(folder, 'kept');
  const receipt = path.join(folder, 'receipt.json');
  let daysAgo = 20;
  const clock = () => new Date(Date.now() - daysAgo * DAY_MS);
  let federation: OpenFederation;
  let office: RightsOffice;
  let record = '';
  beforeAll(() => open());
  afterAll(async () => {
    await federation.close();
    rmSync(folder, { recursive: true });
  });

  const open = async (goOnIn?: string) => {
    federation = await openFederation({ scale: 0.005, now: clock, tokensAt: clock, ...(goOnIn && { goOnIn }) });
    office = new RightsOffice(federation, clock);
  };
  const stop = async () => {
    await federation.stop();
    return federation.dataDirectory;
  };
  const logOf = (name: string) => evidenceFolder(federation.dataDirectory, name);
  const keyOf = (name: string) => keyFiles.evidencePublic(federation.dataDirectory, name);
  const ask = async () => {
    const answer = await office.ask(['analyst.col', 'MIGRATION_MANAGEMENT'], RECORDS);
    expect(answer.status).toBe(200);
    const size = answer.body.extensions.receipt.index + 1;
    const signed = async () => Number((await federation.send('/evidence/checkpoint', {})).text.split('\n')[1]);
    while ((await signed()) < size) await new Promise((resolve) => setTimeout(resolve, 50));
    return answer;
  };
  const evidence = (...words: string[]) =>
    runCommand('evidence/main.js', words.includes('--lang') ? words : [...words, '--lang', 'en'], {
      EVIDENCE_MIN_RETENTION: 'P7D',
      DATA_DIR: federation.dataDirectory,
    });
  const verify = (...words: string[]) => runCommand('verify/main.js', [...words, '--lang', 'en']);
  const keep = (into = kept, key = keyOf(GATEWAY_NAME)) =>
    verify('--keep', into, '--once', '--url', federation.gateway.url, '--key', key);
  const keptFiles = () => readdirSync(kept).map((name) => path.join(kept, name));
  const retain = (name: string, ...words: string[]) =>
    evidence('retain', '--log', logOf(name), '--keep', '10', '--by', 'archive@snm.example', ...words);
  const listed = (lang: string) =>
    evidence(
      'disclosures',
      '--domain',
      DOMAIN,
      '--as',
      'auditor.pan',
      '--url',
      `${federation.gateway.url}/graphql`,
      '--lang',
      lang,
    );

  it('is asked for over twenty days, and a partner and a receiver keep what they are given', async () => {
    const first = await ask();
    writeFileSync(receipt, first.text);
    record = office.internalId(first.body.data.crossingRecords.edges[0].node.id, {
      domain: DOMAIN,
      type: 'CrossingRecord',
      party: 'COL',
      purpose: 'MIGRATION_MANAGEMENT',
      agreement: 'PAN:BORDER-MANAGEMENT',
    });
    expect((await keep()).code).toBe(0);
    for (const days of [18, 16, 8, 0]) {
      daysAgo = days;
      await ask();
    }
    expect((await keep()).code).toBe(0);
  });

  it('is copied while it is written, and not dropped while it is', async () => {
    const to = path.join(folder, 'copy');
    const copied = await evidence('backup', '--log', logOf(GATEWAY_NAME), '--to', to);
    expect(copied).toEqual({ code: 0, output: expect.stringContaining(`Copied and verified: `) });
    expect(copied.output).toContain('100 %');
    expect(await evidence('backup', '--log', logOf(GATEWAY_NAME), '--to', to, '--lang', 'es')).toEqual({
      code: 1,
      output: expect.stringContaining('ya existe'),
    });
    expect(await retain(GATEWAY_NAME)).toEqual({
      code: 1,
      output: `Process ${process.pid} writes to the log ${GATEWAY_NAME}. Stop it first; nothing was changed.\n`,
    });
    expect((await verify('--log', to, '--key', keyOf(GATEWAY_NAME), '--running')).code).toBe(0);
    // More than the copy has.
    await ask();
    expect((await keep()).code).toBe(0);
  });

  it('goes when it is older than the retention, and never what the owner keeps', async () => {
    await stop();
    for (const words of [
      ['--keep', '5'],
      ['--before', clock().toISOString().slice(0, 10)],
    ])
      expect(await evidence('retain', '--log', logOf(DOMAIN), ...words, '--by', 'archive@snm.example')).toEqual({
        code: 1,
        output: expect.stringContaining('Every leaf is kept for P7D (EVIDENCE_MIN_RETENTION)'),
      });
    expect((await retain(DOMAIN, '--dry-run')).output).toMatch(
      /^Leaves 0 to \d+ of panama-darien-flow \(\d+ bytes\) would be/,
    );
    expect((await retain(DOMAIN, '--by', '')).output).toContain('Say who orders it');
    for (const name of [GATEWAY_NAME, DOMAIN])
      expect(await retain(name, '--rule', 'Schedule 7')).toEqual({
        code: 0,
        output: expect.stringMatching(
          /^Leaves 0 to \d+ of .* are kept by hash only.* by archive@snm.example, under: Schedule 7\./,
        ),
      });
    expect((await retain(DOMAIN, '--lang', 'es')).output).toContain('Ningún archivo de panama-darien-flow');
  });

  it('still verifies: the log, every checkpoint that the partner keeps, the receipt of what went', async () => {
    const words = ['--key', keyOf(GATEWAY_NAME), '--log', logOf(GATEWAY_NAME)];
    const { code, output } = await verify(...words, '--checkpoint', ...keptFiles(), '--receipt', receipt);
    expect(output).toMatch(/\n3 leaves kept by hash only: older than .*by archive@snm.example, under: Schedule 7\./);
    expect(output).toContain('It agrees with');
    expect(output).toContain('Leaf 0 is in the log');
    expect(code).toBe(0);
    await open(federation.dataDirectory);
    expect((await keep()).code).toBe(0);
    const online = await verify('--key', keyOf(GATEWAY_NAME), '--receipt', receipt, '--url', federation.gateway.url);
    expect(online).toEqual({ code: 0, output: expect.stringContaining('Leaf 0 is in the log') });
  });

  it('is told as older than retention, to oversight and to the person who asks', async () => {
    const [english, spanish] = [await listed('en'), await listed('es')];
    expect(english.output).toMatch(/Answers before .* may be older than retention: \d+ leaves are kept by hash only/);
    expect(spanish.output).toMatch(/pueden superar el plazo de conservación: de \d+ hojas solo se conserva el hash/);
    // The day before: when a day begins in UTC it has not begun in Panama.
    const receivedOn = new Date(clock().getTime() - DAY_MS).toISOString().slice(0, 10);
    const opened = await office.open({ kind: 'ACCESS', record, receivedOn, clientKey: 'c' });
    const { id } = opened.body.data.openDarienFlowRightsCase;
    const told = (await office.collect(id)).body.data.collectDarienFlowRecord;
    expect(told.keptSince).toMatch(/^\d{4}-\d\d-\d\dT/);
    expect(told.disclosures.length).toBeGreaterThan(0);
    for (const { at } of told.disclosures) expect(at >= told.keptSince).toBe(true);
  });

  it('is found as tampering where somebody removes more than was recorded', async () => {
    const data = await stop();
    const segments = path.join(logOf(DOMAIN), 'segments');
    const [first = ''] = readdirSync(segments)
      .filter((name) => name.endsWith('.jsonl'))
      .sort();
    const [text, file] = [readFileSync(path.join(segments, first)), path.join(segments, first)];
    rmSync(file);
    const { code, output } = await verify('--key', keyOf(DOMAIN), '--log', logOf(DOMAIN));
    expect([code, output]).toEqual([1, expect.stringContaining('and no leaf says that they were dropped')]);
    await expect(open(data)).rejects.toThrow('no leaf says that they were dropped');
    writeFileSync(file, text);
  });

  describe('when the disk is lost', () => {
    const restore = (...words: string[]) =>
      evidence('restore', '--log', logOf(GATEWAY_NAME), '--from', path.join(folder, 'copy'), ...words);
    let old = '';

    it('no older copy stands in silently for the log', async () => {
      old = path.join(folder, 'old.key');
      writeFileSync(old, readFileSync(keyOf(GATEWAY_NAME)));
      rmSync(path.join(logOf(GATEWAY_NAME), 'hashes'));
      rmSync(path.join(logOf(GATEWAY_NAME), 'segments'), { recursive: true });
      expect(explainStartFault(await open(federation.dataDirectory).catch((error) => error))).toContain(
        'npm run evidence -- restore --help',
      );
      const refused = await restore('--checkpoint', ...keptFiles());
      expect(refused.code).toBe(1);
      expect(refused.output).toMatch(
        /^The copy has \d+ leaves, but the log .* would be lost\. Nothing was changed\..*--accept-loss/,
      );
      expect((await restore('--lang', 'es')).output).toContain('el vacío es en sí evidencia');
      expect((await restore('--accept-loss')).output).toContain('Say who accepts the loss and why');
    });

    it('the log goes on openly: its first new leaf names what is lost', async () => {
      const words = ['--accept-loss', '--by', 'operations@snm.example', '--reason', 'Disk failure'];
      const { code, output } = await restore(...words, '--checkpoint', ...keptFiles());
      expect(output).toMatch(
        /Leaf \d+ says that leaves \d+ to \d+ of the former log are lost, by operations@snm.example/,
      );
      expect(code).toBe(0);
      const verified = await verify('--key', keyOf(GATEWAY_NAME), '--log', logOf(GATEWAY_NAME));
      expect(verified.output).toMatch(/It goes on from a copy: leaves \d+ to \d+ of the log .*: Disk failure/);
      expect(verified.code).toBe(0);
    });

    it('answers again; partners go on with its new key, and the old one is no longer signed with', async () => {
      await open(federation.dataDirectory);
      await ask();
      const words = ['--log', logOf(GATEWAY_NAME), '--key', keyOf(GATEWAY_NAME), '--running', '--former-key', old];
      const compared = await verify(...words, '--checkpoint', ...keptFiles());
      expect(compared.output).toMatch(
        /It agrees with 4 checkpoints .* goes on from: 2 of leaves that it has, 2 of leaves/,
      );
      expect(compared.code).toBe(0);
      expect((await keep(kept, old)).output).toContain('is not a checkpoint that the log signed');
      expect((await keep(path.join(folder, 'kept-anew'))).code).toBe(0);
      const online = await verify('--key', keyOf(GATEWAY_NAME), '--receipt', receipt, '--url', federation.gateway.url);
      expect(online.code).toBe(0);
    });
  });
});
