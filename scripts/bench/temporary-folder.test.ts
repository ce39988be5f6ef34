import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inTemporaryFolder } from './temporary-folder';

describe('a temporary folder', () => {
  it('is there while something is measured, and closed and removed after that', async () => {
    const seen: boolean[] = [];
    const [made, result] = await inTemporaryFolder(async ({ folder, closeFirst }) => {
      writeFileSync(path.join(folder, 'file'), '');
      closeFirst(async () => seen.push(existsSync(path.join(folder, 'file'))));
      return [folder, 7] as const;
    });
    expect([seen, existsSync(made), result]).toEqual([[true], false, 7]);
  });

  it('is removed where the measurement or its end fails, and nobody waits for signals any more', async () => {
    const listening = process.listenerCount('SIGTERM');
    for (const fails of ['measure', 'close']) {
      let made = '';
      const measured = inTemporaryFolder(async ({ folder, closeFirst }) => {
        made = folder;
        expect(process.listenerCount('SIGTERM')).toBe(listening + 1);
        if (fails === 'measure') throw new Error(fails);
        closeFirst(() => Promise.reject(new Error(fails)));
      });
      await expect(measured).rejects.toThrow(fails);
      expect([existsSync(made), process.listenerCount('SIGTERM')]).toEqual([false, listening]);
    }
  });
});
