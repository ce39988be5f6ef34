import { type MeasuredStore, markdownText, storeCells } from './subgraph-report';

const STORE: MeasuredStore = {
  store: 'embedded',
  seedSeconds: 40,
  startSeconds: 2.25,
  rssMb: 300,
  answers: [{ what: '100 entities', rows: 100, answers: 50, p50: 20, p95: 31.25, cpuMs: 18.5 }],
};
const machine = { date: '2026-01-15', processor: 'P', cores: 2, memoryGb: 8, node: '24', load: 0.5 };
const report = (...stores: MeasuredStore[]) =>
  markdownText({ machine, loadAfter: 1, people: 200_000, rounds: 3, stores });

it('tells of each kind of question what it took, and of an entity', () => {
  expect(storeCells(STORE)).toEqual([['100 entities', '100', '20.0', '31.3', '18.50', '185.0']]);
});

it('says of whose processor it tells', () => {
  expect(report(STORE)).toContain("Processor is the subgraph's process.");
  expect(report(STORE, { ...STORE, store: 'MongoDB' })).toContain("MongoDB's is not in it");
});
