import { BASE, GROWTHS, type GrowthPoint } from './growth-point';
import { dimensionCells, entityRatioOf, markdownText, oneMoreOf } from './growth-report';
import { type MeasuredPoint, mediansOf } from './measured-point';

/** A point whose rounds took so many milliseconds of processor a request; in a round of none it failed. */
const measured = (changes: Partial<GrowthPoint>, ...ms: number[]): MeasuredPoint =>
  mediansOf(
    { ...BASE, ...changes },
    ms.map((cpuMsPerRequest) =>
      cpuMsPerRequest === 0
        ? { fault: 'it ended' }
        : {
            startSeconds: 1.5,
            firstMs: 300,
            p50: 7,
            cpuMsPerRequest,
            rssMb: 300,
            gatewayShare: 0.9,
            subgraphShare: 0.2,
            loadShare: 0.05,
            calibration: 9_000,
            answers: 400,
            bytes: 42_000,
          },
    ),
  ) as MeasuredPoint;

const POINTS = [
  measured({}, 2, 3, 1),
  measured({ entities: 1_000 }, 11, 11, 11),
  measured({ entities: 10_000 }, 140, 101, 110),
  measured({ rules: 3_000 }, 2.5, 2.5, 2.5),
];

it('compares an entity in large answers with one in small ones, round by round', () => {
  expect(entityRatioOf(POINTS)).toBeCloseTo(0.7);
  expect(entityRatioOf(POINTS.slice(1))).toBeUndefined();
});

it('leaves out the rounds in which a point failed', () => {
  const [small, large] = [measured({}, 2, 0, 1), measured({ entities: 10_000 }, 100, 100, 0)];
  expect(large.cpuMsOfRounds).toEqual([100, 100, null]);
  expect(entityRatioOf([small, large])).toBeCloseTo(0.5);
  expect(mediansOf(BASE, [{ fault: 'it ended' }])).toBeUndefined();
});

it('tells what one more entity takes', () => {
  expect(oneMoreOf(POINTS)?.map(Math.round)).toEqual([10, 11]);
  expect(oneMoreOf(POINTS.slice(0, 2))).toBeUndefined();
});

it('lists the points of a dimension in their order, those alone that were measured', () => {
  const [entities, , rules] = GROWTHS.map((growth) => dimensionCells(growth, POINTS).map((cells) => cells.slice(0, 6)));
  expect(entities).toEqual([
    ['100', '1.50', '300', '7.0', '2.00', '20.00'],
    ['1000', '1.50', '300', '7.0', '11.00', '11.00'],
    ['10000', '1.50', '300', '7.0', '110.00', '11.00'],
  ]);
  expect(rules?.map(([first]) => first)).toEqual(['100', '3000']);
});

it.each([
  [0.7, 'met'],
  [1.31, 'NOT MET'],
])('says whether the bar is met: %d', (entityRatio, said) => {
  const machine = { date: '2026-01-15', processor: 'P', cores: 2, memoryGb: 8, node: '24', load: 0.5 };
  const text = markdownText({
    machine,
    loadAfter: 1,
    pinned: true,
    seconds: 3,
    rounds: 3,
    growths: GROWTHS,
    points: POINTS,
    failed: [{ name: 'a point', round: 2, fault: 'it\nended' }],
    entityRatio,
    oneMore: undefined,
  });
  expect(text).toContain(`(bar: 1.3): ${said}.`);
  expect(text).toContain('FAILED in round 2: a point: it ended');
  expect(text).toContain('## rules, beside 100 entities, 20 fields, 3 subgraphs');
});
