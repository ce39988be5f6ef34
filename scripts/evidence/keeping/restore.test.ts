import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { signCheckpoint } from '@pasarela/schema/evidence/checkpoints/checkpoint';
import { formatNoteKey } from '@pasarela/schema/evidence/notes/note-key';
import { logSigner } from '@pasarela/schema/evidence/notes/note-signer';
import { keyFiles } from '@pasarela/schema/identity/key-files';
import { disclosure, openLog, privateKeyOf, temporaryFolder } from '@pasarela/schema/testing/evidence';
import { openEvidence } from '../../start/open-evidence';
import { backup } from './backup';
import { restore } from './restore';

const NAME = 'pasarela-gateway';
const privateKey = privateKeyOf(NAME);
const signer = logSigner(NAME, privateKey);
const NOW = new Date('2026-06-01T00:00:00.000Z');

describe('restore', () => {
  let data: string;
  let remove: () => void;
  const log = () => path.join(data, 'evidence', NAME);
  const copy = () => path.join(data, 'copy');
  const held = () => keyFiles.heldCheckpoints(data, NAME);
  beforeEach(async () => {
    ({ directory: data, remove } = temporaryFolder());
    jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    for (const file of [keyFiles.evidence(data, NAME), keyFiles.evidencePublic(data, NAME)])
      mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(keyFiles.evidence(data, NAME), JSON.stringify(privateKey.export({ format: 'jwk' })));
    writeFileSync(keyFiles.evidencePublic(data, NAME), `${formatNoteKey(signer.key)}\n`);
    await append(4);
    await backup({ log: log(), to: copy(), lang: 'en' });
  });
  afterEach(() => {
    jest.restoreAllMocks();
    remove();
  });

  const append = async (count: number) => {
    const opened = await openLog(log(), { keys: { log: signer.key } });
    for (let number = 0; number < count; number += 1) await opened.append(disclosure(number));
    const { note, size } = await opened.keepCheckpoint(signCheckpoint(opened.head, signer));
    await opened.close();
    return { note, size };
  };
  const lose = () => rmSync(path.join(log(), 'segments'), { recursive: true });
  const put = (changes: object = {}) => restore({ log: log(), from: copy(), lang: 'en', ...changes }, NOW);
  const openly = () => put({ acceptLoss: true, by: 'operations@snm.example', reason: 'Disk failure' });
  const sizeNow = async () => {
    const recorder = await openEvidence({
      dataDirectory: data,
      log: NAME,
      onFailure: (error) => {
        throw error;
      },
    });
    const { size } = recorder;
    await recorder.close();
    return size;
  };

  it('puts a copy in place that lacks nothing, and keeps what stood there', async () => {
    lose();
    const [line = ''] = await put();
    expect(line).toContain('stands again, 4 leaves');
    expect(readdirSync(path.dirname(log())).filter((name) => name.includes('.replaced-'))).toHaveLength(1);
    expect(await sizeNow()).toBe(4);
  });

  it('puts one where there is nothing at all', async () => {
    rmSync(log(), { recursive: true });
    expect((await put())[0]).toContain('no folder: there was none');
    expect(await sizeNow()).toBe(4);
  });

  it('does not put away a log that is whole', async () => {
    await append(1);
    await expect(openly()).rejects.toThrow('is whole, 5 leaves: there is nothing to restore');
    expect(await sizeNow()).toBe(5);
  });

  it('knows what was signed from the damaged log, from what is held, and from what is given', async () => {
    const { note } = await append(1);
    lose();
    await expect(put()).rejects.toThrow('The copy has 4 leaves, but the log pasarela-gateway signed 5: leaves 4 to 4');
    rmSync(log(), { recursive: true });
    const file = path.join(data, 'given.checkpoint');
    writeFileSync(file, note);
    await expect(put({ checkpoint: [file] })).rejects.toThrow('signed 5');
    await expect(put({ checkpoint: [keyFiles.evidencePublic(data, NAME)] })).rejects.toThrow('is not a checkpoint');
    mkdirSync(held(), { recursive: true });
    cpSync(file, path.join(held(), 'partner.checkpoint'));
    await expect(put()).rejects.toThrow('signed 5');
    expect(existsSync(log())).toBe(false);
  });

  it('puts no copy in place that was changed, whatever is accepted', async () => {
    lose();
    const segment = path.join(copy(), 'segments', '0000000000000000.jsonl');
    writeFileSync(segment, readFileSync(segment, 'utf8').replace('"PAN"', '"COL"'));
    await expect(openly()).rejects.toThrow('Leaf 0 was changed');
  });

  describe('of an older copy, openly', () => {
    beforeEach(async () => {
      const { note } = await append(2);
      mkdirSync(held(), { recursive: true });
      writeFileSync(path.join(held(), 'partner.checkpoint'), note);
      lose();
    });

    it('goes on with another key; keys and checkpoints of before stay, apart', async () => {
      const lines = await openly();
      expect(lines[0]).toContain(
        'Leaf 4 says that leaves 4 to 5 of the former log are lost, by operations@snm.example',
      );
      expect(await sizeNow()).toBe(5);
      const { keyId } = signer.key;
      expect(readFileSync(keyFiles.evidencePublic(data, NAME), 'utf8')).not.toContain(keyId);
      expect(existsSync(keyFiles.formerEvidence(data, NAME, keyId))).toBe(true);
      expect(readdirSync(path.join(held(), `former-${keyId}`))).toEqual(['partner.checkpoint']);
      const to = path.join(data, 'later-copy');
      await backup({ log: log(), to, lang: 'en' });
      expect(readFileSync(path.join(to, 'former', keyId, 'log.key'), 'utf8')).toContain(keyId);
    });

    it('is finished by the same command where it was cut off before its keys were in place', async () => {
      await openly();
      // As it stands when the log is in place and the keys are not.
      const { keyId } = signer.key;
      renameSync(keyFiles.evidence(data, NAME), keyFiles.nextEvidence(data, NAME));
      renameSync(keyFiles.formerEvidence(data, NAME, keyId), keyFiles.evidence(data, NAME));
      writeFileSync(keyFiles.evidencePublic(data, NAME), `${formatNoteKey(signer.key)}\n`);
      await expect(sizeNow()).rejects.toThrow('is not what was written and signed');
      expect(await openly()).toEqual([expect.stringContaining('It is finished now')]);
      expect(await sizeNow()).toBe(5);
    });

    it('begins again where it was cut off before the log was in place', async () => {
      cpSync(copy(), `${log()}.restoring`, { recursive: true });
      renameSync(log(), `${log()}.replaced-earlier`);
      writeFileSync(keyFiles.nextEvidence(data, NAME), readFileSync(keyFiles.evidence(data, NAME)));
      rmSync(held(), { recursive: true });
      await expect(put()).rejects.toThrow('signed 6');
      await openly();
      expect(await sizeNow()).toBe(5);
    });
  });
});
