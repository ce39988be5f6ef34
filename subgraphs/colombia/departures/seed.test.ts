import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isSeeded, seedDomain } from '@pasarela/serve/domain/seed-domain';
import { openStore, type Store } from '@pasarela/store/connect';
import { departureFigureModel } from './departure-figure.model';
import { colombiaDepartures } from './index';

let directory: string;
let store: Store;
beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'pasarela-seed-'));
  store = await openStore({ address: `embedded:${directory}`, database: 'seed' });
});
afterEach(async () => {
  await store.close();
  await rm(directory, { recursive: true, force: true });
});

describe('seed', () => {
  it('writes the same published figures at every scale, once each, and reports them', async () => {
    const { connection } = store;
    const reports: number[][] = [];
    for (const scale of [1, 50]) {
      await seedDomain(colombiaDepartures, {
        connection,
        scale,
        progress: (done, total) => reports.push([done, total]),
      });
      expect(await departureFigureModel(connection).countDocuments()).toBe(22);
    }
    expect(reports).toEqual([
      [22, 22],
      [22, 22],
    ]);
  });

  it('is seeded only when the whole seed ended', async () => {
    const { connection } = store;
    expect(await isSeeded(colombiaDepartures, connection)).toBe(false);
    await expect(
      seedDomain(colombiaDepartures, {
        connection,
        scale: 1,
        progress: () => {
          throw new Error('interrupted');
        },
      }),
    ).rejects.toThrow('interrupted');
    expect(await isSeeded(colombiaDepartures, connection)).toBe(false);
    await seedDomain(colombiaDepartures, { connection, scale: 1, progress: () => undefined });
    expect(await isSeeded(colombiaDepartures, connection)).toBe(true);
  });
});
