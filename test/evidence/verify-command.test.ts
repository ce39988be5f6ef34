import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { type Checkpoint, signCheckpoint } from '@pasarela/schema/evidence/checkpoints/checkpoint';
import type { AppendedLeaf } from '@pasarela/schema/evidence/log/log-writer';
import { formatNoteKey } from '@pasarela/schema/evidence/notes/note-key';
import { witnessSigner } from '@pasarela/schema/evidence/notes/note-signer';
import { addSignature } from '@pasarela/schema/evidence/notes/signed-note';
import {
  disclosure,
  LOG_NAME,
  openLog,
  privateKeyOf,
  signer,
  temporaryFolder,
} from '@pasarela/schema/testing/evidence';
import { runCommand } from '../federation/start-product';
import { type LogFiles, readLog, writeLog } from './tamper';

describe('npm run verify', () => {
  const { directory, remove } = temporaryFolder();
  const file = (name: string) => path.join(directory, name);
  const logDirectory = file('log');
  const write = (name: string, text: string) => {
    writeFileSync(file(name), text);
    return file(name);
  };
  const witness = witnessSigner('witness.example', privateKeyOf('witness'), () => new Date('2026-05-02T00:00:00Z'));
  const keyFile = write('key', `${formatNoteKey(signer.key)}\n${formatNoteKey(witness.key)}\n`);
  const verify = (...words: string[]) => runCommand('verify/main.js', ['--key', keyFile, '--lang', 'en', ...words]);
  const verifyLog = (...words: string[]) => verify('--log', logDirectory, ...words);

  let whole: LogFiles;
  let leaf: AppendedLeaf;
  let older: Checkpoint;
  let newer: Checkpoint;
  let receipt: Record<string, unknown>;
  const receiptFile = (changes: Record<string, unknown>) =>
    write('receipt.json', JSON.stringify({ ...receipt, ...changes }));

  beforeAll(async () => {
    const log = await openLog(logDirectory);
    for (let number = 0; number < 5; number += 1) leaf = await log.append(disclosure(number));
    older = await log.keepCheckpoint(signCheckpoint(log.head, signer));
    for (let number = 5; number < 9; number += 1) await log.append(disclosure(number));
    newer = await log.keepCheckpoint(addSignature(signCheckpoint(log.head, signer), witness));
    const proof = await log.inclusionProof(leaf.index, newer.size);
    const inclusionProof = proof.map((hash) => hash.toString('base64url'));
    receipt = { format: 'pasarela-receipt-1', log: LOG_NAME, ...leaf, checkpoint: newer.note, inclusionProof };
    await log.close();
    whole = readLog(logDirectory);
  });
  afterEach(() => writeLog(logDirectory, whole));
  afterAll(() => remove());

  it('says that a log is whole, in both languages, and changes nothing', async () => {
    const root = newer.root.toString('base64');
    const output = `The log ${LOG_NAME} is whole: 9 leaves, signed up to leaf 8. Root ${root}.\n`;
    expect(await verifyLog()).toEqual({ code: 0, output });
    expect((await verifyLog('--lang', 'es')).output).toContain('está íntegro: 9 hojas');
    expect(readLog(logDirectory)).toEqual(whole);
  });

  it('says what is wrong and names the leaf', async () => {
    const [[name, bytes]] = [...whole.segments] as [[string, Buffer]];
    const edited = Buffer.from(bytes.toString('utf8').replace('request-3', 'request-4'));
    writeLog(logDirectory, { ...whole, segments: new Map([[name, edited]]) });
    const output = `The log ${LOG_NAME} is NOT what was signed.\nLeaf 3 was changed: it is not what its stored hash says.\n`;
    expect(await verifyLog()).toEqual({ code: 1, output });
    expect((await verifyLog('--lang', 'es')).output).toContain('La hoja 3 fue modificada');
  });

  it('compares the log with checkpoints that are kept', async () => {
    const held = [write('older', older.note), write('newer', newer.note)];
    expect((await verifyLog('--checkpoint', ...held)).output).toContain('It agrees with 2 checkpoints that are held.');
    const [[name, bytes]] = [...whole.segments] as [[string, Buffer]];
    const lines = bytes.toString('utf8').split('\n').slice(0, 5);
    writeLog(logDirectory, {
      segments: new Map([[name, Buffer.from(`${lines.join('\n')}\n`)]]),
      hashes: whole.hashes.subarray(0, 8 * 32),
      checkpoints: Buffer.from(`${whole.checkpoints.toString('utf8').split('\n')[0]}\n`),
    });
    expect((await verifyLog()).code).toBe(0);
    expect(await verifyLog('--checkpoint', ...held)).toMatchObject({
      code: 1,
      output: expect.stringContaining('leaves 5 to 8 are not there'),
    });
  });

  it('takes unsigned leaves for wrong, unless the log is running', async () => {
    const [first] = whole.checkpoints.toString('utf8').split('\n');
    writeLog(logDirectory, { ...whole, checkpoints: Buffer.from(`${first}\n`) });
    expect(await verifyLog()).toMatchObject({ code: 1, output: expect.stringContaining('Leaves 5 to 8 are under no') });
    expect(await verifyLog('--running')).toMatchObject({
      code: 0,
      output: expect.stringContaining('Leaves 5 to 8 are not signed yet'),
    });
  });

  describe('of a receipt', () => {
    it('says that the leaf is in the log, and who witnessed it', async () => {
      const output = `Leaf 4 is in the log ${LOG_NAME}, under a checkpoint of 9 leaves.\nAlso signed by: witness.example.\n`;
      expect(await verify('--receipt', receiptFile({}))).toEqual({ code: 0, output });
      const answer = write(
        'answer.json',
        JSON.stringify({ data: {}, extensions: { receipt: { ...receipt, deleteBy: null } } }),
      );
      expect(await verify('--receipt', answer)).toEqual({ code: 0, output });
    });

    it.each<[string, Record<string, unknown>]>([
      ['another leaf', { leafHash: 'A'.repeat(43) }],
      ['another place', { index: 3 }],
      ['a proof that is short', { inclusionProof: [] }],
    ])('refuses one with %s', async (_, changes) => {
      expect(await verify('--receipt', receiptFile(changes))).toMatchObject({
        code: 1,
        output: expect.stringContaining('does not lead to the root that the log signed'),
      });
    });

    it('finds its leaf in the log, or another in its place', async () => {
      const early = receiptFile({ checkpoint: null, inclusionProof: null });
      expect(await verifyLog('--receipt', early)).toMatchObject({
        code: 0,
        output: expect.stringContaining('Leaf 4 is in'),
      });
      const other = receiptFile({ leafHash: 'A'.repeat(43), checkpoint: null, inclusionProof: null });
      expect(await verifyLog('--receipt', other)).toMatchObject({
        code: 1,
        output: expect.stringContaining('Leaf 4 is not the one that the receipt was given for.'),
      });
    });

    it('is not proven while no checkpoint covers it; --url has the proof', async () => {
      const early = receiptFile({ checkpoint: older.note, inclusionProof: null });
      expect(await verify('--receipt', early)).toMatchObject({
        code: 3,
        output: expect.stringContaining('Not proven yet'),
      });
      const asked: (string | undefined)[] = [];
      const server = await answering(receipt, asked);
      const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      expect(await verify('--receipt', early, '--url', url)).toMatchObject({ code: 0 });
      expect(asked).toEqual([`/evidence/proof?index=4&leafHash=${leaf.leafHash}`]);
      await new Promise((resolve) => server.close(resolve));
      const endless = await answering({ ...receipt, more: 'x'.repeat(300_000) }, asked);
      const longUrl = `http://127.0.0.1:${(endless.address() as AddressInfo).port}`;
      expect(await verify('--receipt', early, '--url', longUrl)).toMatchObject({ code: 2 });
      await new Promise((resolve) => endless.close(resolve));
      expect(await verify('--receipt', early, '--url', url)).toEqual({
        code: 2,
        output: `No proof could be had from ${url}.\n`,
      });
    });
  });

  it('finds a fork in two checkpoints alone', async () => {
    const forked = signCheckpoint({ size: 9, root: Buffer.alloc(32, 1) }, signer);
    const [one, other] = [write('newer', newer.note), write('forked', forked)];
    expect(await verify('--checkpoint', one, other)).toMatchObject({
      code: 1,
      output: expect.stringContaining('goes another way'),
    });
    expect(await verifyLog('--checkpoint', other)).toMatchObject({
      code: 1,
      output: expect.stringContaining('goes another way'),
    });
    expect(await verify('--receipt', receiptFile({}), '--checkpoint', other)).toMatchObject({ code: 1 });
    expect(await verify('--checkpoint', one, write('older', older.note))).toMatchObject({ code: 3 });
    expect(await verify('--checkpoint', one)).toMatchObject({ code: 0 });
  });

  it('says in one line what it needs', async () => {
    const unsigned = write('unsigned', newer.note.replace('\n9\n', '\n8\n'));
    rmSync(file('receipt.json'), { force: true });
    const cases: [string[], string][] = [
      [[], 'Give --key FILE, and --log DIR'],
      [['--log', file('nothing')], 'There is no log in'],
      [['--receipt', file('receipt.json')], 'cannot be read'],
      [['--receipt', keyFile], 'is not a receipt'],
      [
        ['--receipt', write('other.json', JSON.stringify({ ...receipt, log: 'other.example' }))],
        'is of the log other.example',
      ],
      [['--checkpoint', unsigned], 'is not a checkpoint that the log signed: The signature of'],
      [['--log', logDirectory, '--key', unsigned], 'does not hold the key of a log'],
      [['--unknown'], 'unknown option'],
    ];
    for (const [words, text] of cases) {
      const { code, output } = await verify(...words);
      expect({ words, code, output: output.trim() }).toEqual({ words, code: 2, output: expect.stringContaining(text) });
      expect(output.trim().split('\n')).toHaveLength(1);
    }
    const help = await verify('--help');
    expect(help.code).toBe(0);
    for (const word of ['--receipt', 'registro', 'Ends with 0', 'Termina con 0']) expect(help.output).toContain(word);
  });

  it('is named in the package', () => {
    const { scripts } = JSON.parse(readFileSync(path.join(__dirname, '..', '..', 'package.json'), 'utf8'));
    expect(scripts.verify).toBe('node scripts/dist/verify/main.js');
  });
});

/** A server that answers every request with one thing, and notes what was asked. */
async function answering(body: unknown, asked: (string | undefined)[]): Promise<Server> {
  const server = createServer((request, response) => {
    asked.push(request.url);
    response.end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}
