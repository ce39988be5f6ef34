import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openStore, type Store } from '@pasarela/store/connect';
import { isSeeded, seedDomain } from '../../domain/seed-domain';
import { smugglingCaseModel } from '../../smuggling/smuggling-case.model';
import { statisticCellModel } from '../../statistics/statistic-cell.model';
import { heldLeafModel, releasedCellModel } from '../../statistics/stored-release.model';
import type { TestedDomain } from './smuggling-domain';

/** What holds of every owner's seed. */
export function describeSeed({ definition, domain }: TestedDomain): void {
  const opened: Array<{ store: Store; directory: string }> = [];

  async function emptyStore(): Promise<Store> {
    const directory = await mkdtemp(path.join(tmpdir(), 'pasarela-seed-'));
    const store = await openStore({ address: `embedded:${directory}`, database: 'smuggling' });
    opened.push({ store, directory });
    return store;
  }

  afterAll(async () => {
    for (const { store, directory } of opened) {
      await store.close();
      await rm(directory, { recursive: true, force: true });
    }
  });

  const casesIn = (store: Store) => smugglingCaseModel(store.connection, domain).find().sort({ _id: 1 }).lean();
  const figuresIn = ({ connection }: Store) =>
    Promise.all([
      statisticCellModel(connection).find().sort({ _id: 1 }).lean(),
      releasedCellModel(connection).find().sort({ _id: 1 }).lean(),
      heldLeafModel(connection).find().sort({ _id: 1 }).lean(),
    ]);

  it('writes the same cases and figures for the same scale', async () => {
    const [first, second] = [await emptyStore(), await emptyStore()];
    for (const { connection } of [first, second])
      await seedDomain(definition, { connection, scale: 0.4, progress: () => undefined });
    expect(await casesIn(first)).toHaveLength(Math.round(0.4 * domain.mix.casesAtScale1));
    expect(await casesIn(second)).toEqual(await casesIn(first));
    for (const rows of await figuresIn(first)) expect(rows.length).toBeGreaterThan(50);
    expect(await figuresIn(second)).toEqual(await figuresIn(first));
  });

  it('starts over after it was interrupted, and is seeded only when it ended', async () => {
    const { connection } = await emptyStore();
    const interrupt = () => {
      throw new Error('the machine stopped');
    };
    await expect(
      seedDomain(definition, { connection, scale: 2_500 / domain.mix.casesAtScale1, progress: interrupt }),
    ).rejects.toThrow('the machine stopped');
    expect(await smugglingCaseModel(connection, domain).countDocuments()).toBe(2_000);
    expect(await isSeeded(definition, connection)).toBe(false);

    const reported: number[][] = [];
    await seedDomain(definition, {
      connection,
      scale: 2_500 / domain.mix.casesAtScale1,
      progress: (...numbers) => reported.push(numbers),
    });
    expect(reported).toEqual([
      [2_000, 2_500],
      [2_500, 2_500],
    ]);
    expect(await smugglingCaseModel(connection, domain).countDocuments()).toBe(2_500);
    expect(await isSeeded(definition, connection)).toBe(true);
  });
}
