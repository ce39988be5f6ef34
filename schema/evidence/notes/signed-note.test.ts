import { createPrivateKey } from 'node:crypto';
import { privateKeyOf } from '../../testing/evidence';
import { formatNoteKey, noteKeyOf, parseNoteKey } from './note-key';
import { logSigner, witnessSigner } from './note-signer';
import { addSignature, NoteRefusedError, openNote, signNote } from './signed-note';

// Keys, note and the list of malformed notes: golang.org/x/mod, sumdb/note/note_test.go (BSD-3-Clause).
const PETER_KEY = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
const PETER_SECRET = 'PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz';
const ENOCH_KEY = 'EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop';
const TEXT = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
const PETER =
  '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n';
const ENOCH =
  '— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n';

const peter = parseNoteKey(PETER_KEY);
const enoch = parseNoteKey(ENOCH_KEY);
const peterSigner = logSigner('PeterNeumann', ed25519Of(PETER_SECRET));

/** The private key of the text form of that package: behind the type's byte stands the seed. */
function ed25519Of(secret: string) {
  const seed = Buffer.from(secret.split('+').slice(4).join('+'), 'base64').subarray(1);
  const prefix = Buffer.from('302e020100300506032b657004220420', 'hex');
  return createPrivateKey({ key: Buffer.concat([prefix, seed]), format: 'der', type: 'pkcs8' });
}

describe('the key of a note', () => {
  it('has one text', () => {
    expect(formatNoteKey(peter)).toBe(PETER_KEY);
    expect(formatNoteKey(enoch)).toBe(ENOCH_KEY);
    expect(formatNoteKey(peterSigner.key)).toBe(PETER_KEY);
  });

  it('is refused when a part of the text is missing or changed', () => {
    const parts = Array.from(PETER_KEY, (_, from) => PETER_KEY.slice(from)).flatMap((rest) =>
      Array.from(rest, (_, length) => rest.slice(0, length)),
    );
    const changed = Array.from(
      PETER_KEY,
      (character, at) =>
        PETER_KEY.slice(0, at) + String.fromCharCode(character.charCodeAt(0) + 1) + PETER_KEY.slice(at + 1),
    );
    for (const text of [...parts, ...changed]) expect(() => parseNoteKey(text)).toThrow(Error);
  });

  it.each([
    ['a key of the wrong length', 'PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY=='],
    ['an unknown type of key', 'PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'],
  ])('is refused when it is %s', (_, text) => {
    expect(() => parseNoteKey(text)).toThrow('A log key is one line');
  });

  it.each(['', 'two words', 'a+b', 'a\u00a0b', 'a\nb'])('has no name like %j', (name) => {
    expect(() => noteKeyOf(name, peter.publicKey)).toThrow('The name of a log');
  });
});

describe('a signed note', () => {
  it('is signed to the letter as by the reference implementation', () => {
    expect(signNote(TEXT, [peterSigner])).toBe(`${TEXT}\n${PETER}`);
  });

  it('tells its text and the known keys that signed it', () => {
    const note = `${TEXT}\n${PETER}${ENOCH}`;
    const identityOf = ({ name, keyId }: { name: string; keyId: string }) => ({ name, keyId });
    expect(openNote(note, [peter])).toEqual({ text: TEXT, signers: [identityOf(peter)] });
    expect(openNote(note, [peter, enoch])).toEqual({ text: TEXT, signers: [peter, enoch].map(identityOf) });
    const wrong = `${PETER.slice(0, 60)}ABCD${PETER.slice(60)}`;
    for (const again of [PETER, wrong])
      expect(openNote(`${TEXT}\n${PETER}${again}${ENOCH}`, [peter]).signers).toHaveLength(1);
  });

  it.each([
    ['no known key signed it', `${TEXT}\n${PETER}${ENOCH}`, [], 'No known key signed the note.'],
    [
      'two keys have one name and id',
      `${TEXT}\n${ENOCH}`,
      [enoch, peter, enoch],
      'Two keys are known as EnochRoot+af0cfe78.',
    ],
    [
      'a known signature is wrong',
      `${TEXT}\n${PETER.slice(0, 60)}ABCD${PETER.slice(60)}`,
      [peter],
      'The signature of PeterNeumann is not valid.',
    ],
    [
      'the text is another',
      `${TEXT.replace('not', 'now')}x\n\n${PETER}`,
      [peter],
      'The signature of PeterNeumann is not valid.',
    ],
  ])('is refused when %s', (_, note, keys, message) => {
    expect(() => openNote(note, keys)).toThrow(new NoteRefusedError(message));
  });

  it.each([
    ['no signature', TEXT],
    ['no signature behind the empty line', `${TEXT}\n`],
    ['no line break at the end', `${TEXT}\n${PETER.slice(0, -1)}`],
    ['a control character', `\u0001${TEXT}\n${PETER}`],
    ['half a character', `\ud800${TEXT}\n${PETER}`],
    [
      'a name with a space',
      `${TEXT}\n— Bad Name x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n`,
    ],
    ['a line that is no signature', `${TEXT}\n${PETER}Unexpected line.\n`],
    ['more than a hundred signatures', `${TEXT}\n${PETER.repeat(101)}`],
    ['a signature without bytes', `${TEXT}\n— PeterNeumann x08gow==\n`],
  ])('is malformed with %s', (_, note) => {
    expect(() => openNote(note, [peter])).toThrow(new NoteRefusedError('This is not a signed note.'));
  });

  it.each(['abc', 'a\tb\n', '\udc00\n'])('is not made of the text %j', (text) => {
    expect(() => signNote(text, [peterSigner])).toThrow('The text cannot be signed as a note.');
  });
});

describe('a witness', () => {
  const witness = witnessSigner('witness.example/w1', privateKeyOf('witness'), () => new Date(1_679_315_147_999));
  const note = addSignature(signNote(TEXT, [peterSigner]), witness);

  it('signs the time together with the text', () => {
    expect(openNote(note, [peter, witness.key]).signers.map(({ name }) => name)).toEqual([
      'PeterNeumann',
      'witness.example/w1',
    ]);
    const line = note.trimEnd().split(' ').at(-1) as string;
    expect(Buffer.from(line, 'base64').readBigUInt64BE(4)).toBe(1_679_315_147n);
  });

  it('is refused at another time, and its key is another than a log’s of the same bytes', () => {
    const [head, encoded] = [note.slice(0, note.lastIndexOf(' ') + 1), note.trimEnd().split(' ').at(-1) as string];
    const bytes = Buffer.from(encoded, 'base64');
    bytes.writeBigUInt64BE(1_679_315_148n, 4);
    expect(() => openNote(`${head}${bytes.toString('base64')}\n`, [peter, witness.key])).toThrow(
      'witness.example/w1 is not valid',
    );
    expect(logSigner('witness.example/w1', privateKeyOf('witness')).key.keyId).not.toBe(witness.key.keyId);
    expect(parseNoteKey(formatNoteKey(witness.key))).toMatchObject({ type: 'COSIGNATURE', keyId: witness.key.keyId });
  });
});
