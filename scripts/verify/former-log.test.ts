import type { Checkpoint } from '@pasarela/schema/evidence/checkpoints/checkpoint';
import { formatNoteKey } from '@pasarela/schema/evidence/notes/note-key';
import { keys, signer } from '@pasarela/schema/testing/evidence';
import { formerCheckpoints } from './former-log';

const at = (size: number, byte = size): Checkpoint => ({
  origin: signer.key.name,
  size,
  root: Buffer.alloc(32, byte),
  witnesses: [],
  note: '',
});
const restoration = {
  kind: 'RESTORATION',
  format: 'pasarela-evidence-1',
  time: '2026-05-01T10:00:00.000Z',
  by: 'operations@snm.example',
  reason: 'Disk failure',
  formerKey: formatNoteKey(signer.key),
  lastKnown: { size: 9, root: at(9).root.toString('base64url') },
  firstLost: 5,
  signedBefore: 5,
  leaf: 5,
} as const;
const sorted = (...checkpoints: Checkpoint[]) =>
  formerCheckpoints(checkpoints, keys.log, { restorations: [restoration] });

describe('checkpoints of a former log', () => {
  it('bind the leaves of the copy, and are admitted up to the last known one', () => {
    const { within, findings } = sorted(at(3), at(5), at(7), at(9));
    expect([within.map(({ size }) => size), findings]).toEqual([[3, 5], []]);
  });

  it('show a loss that is larger than stated', () => {
    expect(sorted(at(12)).findings).toEqual([{ code: 'ROLLED_BACK', leaf: 9, to: 11 }]);
  });

  it('show a last known checkpoint that is none', () => {
    expect(sorted(at(9, 1)).findings).toEqual([{ code: 'FORK', leaf: 5, to: 8 }]);
  });

  it('are nothing where the log goes on from no such log', () => {
    expect(() => formerCheckpoints([at(3)], keys.log, { restorations: [] })).toThrow('does not say that it goes on');
  });
});
