import { mkdtemp, rm } from 'node:fs/promises';
import { openStore } from '@pasarela/store/connect';
import { seed, isSeeded } from './seed';
import { crossingRecordModel } from './crossing-record.model';
import { openDomain } from '@pasarela/serve/testing/open-domain';
jest.setTimeout(900000);
test('x', async () => {
  for (const scale of [1, 1, 50]) {
    const dir = await mkdtemp('/tmp/pas-scale-');
    const store = await openStore({ address: `embedded:${dir}`, database: 'x' });
    const t = performance.now(); let peak = 0; let n = 0;
    await seed({ connection: store.connection, scale, progress: () => { peak = Math.max(peak, process.memoryUsage().rss); n++; } });
    console.log(scale, 'seconds', (performance.now() - t) / 1000, 'peak rss MB', peak / 1e6, n, await isSeeded(store.connection));
    const m = crossingRecordModel(store.connection);
    for (const f of [{}, { nationality: 'VEN' }, { month: '2023-08' }, { month: '2023-08', nationality: 'VEN' }, { month: '2023-08', nationality: 'VEN', sex: 'FEMALE' }, { nationality: 'SEN', sex: 'MALE' }]) {
      const t2 = performance.now();
      const a = await m.find(f as any).sort({ _id: 1 }).limit(101).lean();
      const last = a.at(-1)!._id; const t3 = performance.now();
      await m.find({ ...f, _id: { $gt: last } } as any).sort({ _id: 1 }).limit(101).lean();
      console.log(scale, JSON.stringify(f), (t3 - t2).toFixed(1), (performance.now() - t3).toFixed(1));
    }
    await store.close(); await rm(dir, { recursive: true });
  }
});
