import { keys, LOG_NAME, privateKeyOf, signer } from '../../testing/evidence';
import { EMPTY_ROOT } from '../merkle/hashing';
import { logSigner, witnessSigner } from '../notes/note-signer';
import { addSignature, signNote } from '../notes/signed-note';
import { openCheckpoint, signCheckpoint, statedHead } from './checkpoint';

const root = EMPTY_ROOT.toString('base64');
const witness = witnessSigner('witness.example/w1', privateKeyOf('witness'), () => new Date(0));
const signed = (text: string) => signNote(text, [signer]);

describe('a checkpoint', () => {
  const note = signCheckpoint({ size: 7, root: EMPTY_ROOT }, signer);

  it('says size and root of the log that signed it', () => {
    expect(note.startsWith(`${LOG_NAME}\n7\n${root}\n\n— ${LOG_NAME} `)).toBe(true);
    expect(openCheckpoint(note, keys)).toEqual({ origin: LOG_NAME, size: 7, root: EMPTY_ROOT, witnesses: [], note });
    expect(statedHead(note)).toMatchObject({ size: 7, root: EMPTY_ROOT });
  });

  it('says which known witnesses signed it too', () => {
    const cosigned = addSignature(note, witness);
    expect(openCheckpoint(cosigned, keys).witnesses).toEqual([]);
    expect(openCheckpoint(cosigned, { ...keys, witnesses: [witness.key] }).witnesses).toEqual(['witness.example/w1']);
  });

  it('may have further lines', () => {
    expect(openCheckpoint(signed(`${LOG_NAME}\n7\n${root}\nmore\n`), keys).size).toBe(7);
  });

  it.each([
    ['a size with a zero before it', `${LOG_NAME}\n07\n${root}\n`],
    ['a size that is no number', `${LOG_NAME}\n-1\n${root}\n`],
    ['a short root', `${LOG_NAME}\n7\nAAAA\n`],
    ['a root in a second spelling', `${LOG_NAME}\n7\n${root.replace('=', '')}\n`],
    ['no root', `${LOG_NAME}\n7\n`],
    ['an empty further line', `${LOG_NAME}\n7\n${root}\n\nmore\n`],
  ])('is refused with %s', (_, text) => {
    expect(() => openCheckpoint(signed(text), keys)).toThrow('This is not a checkpoint.');
  });

  it('is refused when another log signed it, or it is of another log', () => {
    const other = logSigner('other.example', privateKeyOf('other'));
    expect(() => openCheckpoint(signCheckpoint({ size: 7, root: EMPTY_ROOT }, other), keys)).toThrow(
      'No known key signed',
    );
    expect(() => openCheckpoint(signed(`other.example\n7\n${root}\n`), keys)).toThrow(`not of the log ${LOG_NAME}`);
  });

  it('is refused when a witness alone signed it', () => {
    const note = signNote(`${LOG_NAME}\n7\n${root}\n`, [witness]);
    expect(() => openCheckpoint(note, { ...keys, witnesses: [witness.key] })).toThrow('did not sign the checkpoint');
  });

  it('is not believed with a key of the same name that is not pinned', () => {
    const impostor = logSigner(LOG_NAME, privateKeyOf('impostor'));
    expect(() => openCheckpoint(signCheckpoint({ size: 7, root: EMPTY_ROOT }, impostor), keys)).toThrow('No known key');
  });
});
