import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isSeeded, seedDomain } from '@pasarela/serve/domain/seed-domain';
import { openStore, type Store } from '@pasarela/store/connect';
import { crossingRecordModel } from './crossing-record.model';
import { panamaDarienFlow } from './index';
import { publishedFigureModel } from './published-figure.model';

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
  it('writes scale x 20,000 records in batches and reports each', async () => {
    const reports: number[][] = [];
    await seedDomain(panamaDarienFlow, {
      connection: store.connection,
      scale: 0.25,
      progress: (done, total) => reports.push([done, total]),
    });
    expect(reports).toEqual([
      [2000, 5000],
      [4000, 5000],
      [5000, 5000],
    ]);
    expect(await crossingRecordModel(store.connection).countDocuments()).toBe(5000);
  });

  it('is seeded only when the whole seed ended, and starts over cleanly after an interruption', async () => {
    const { connection } = store;
    expect(await isSeeded(panamaDarienFlow, connection)).toBe(false);
    const interrupted = seedDomain(panamaDarienFlow, {
      connection,
      scale: 0.25,
      progress: () => {
        throw new Error('interrupted');
      },
    });
    await expect(interrupted).rejects.toThrow('interrupted');
    expect(await crossingRecordModel(connection).countDocuments()).toBe(2000);
    expect(await isSeeded(panamaDarienFlow, connection)).toBe(false);
    await seedDomain(panamaDarienFlow, { connection, scale: 0.15, progress: () => undefined });
    expect(await isSeeded(panamaDarienFlow, connection)).toBe(true);
    expect(await crossingRecordModel(connection).countDocuments()).toBe(3000);
  });

  it('writes the same published figures again, once each', async () => {
    const { connection } = store;
    const counts: number[] = [];
    for (const scale of [0.005, 0.005]) {
      await seedDomain(panamaDarienFlow, { connection, scale, progress: () => undefined });
      counts.push(await publishedFigureModel(connection).countDocuments({ series: 'MONTH_TOTAL' }));
    }
    expect(counts).toEqual([63, 63]);
  });
});
