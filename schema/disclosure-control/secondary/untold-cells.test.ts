import { auditSuppression } from '../audit/audit-suppression';
import { tableEquations } from '../linear-program/table-equations';
import { flatDimension, overlappingDimension } from '../table/dimension';
import { withMargins } from '../table/frequency-table';
import { primarySuppressions } from '../threshold/primary-suppression';
import { suppressSecondary } from './suppress-secondary';
import { untoldCells } from './untold-cells';

const DIMENSIONS = [overlappingDimension('nationality', ['A', 'B', 'C', 'D']), flatDimension('victims', ['YES', 'NO'])];
const THRESHOLD = 10;
const table = withMargins(
  DIMENSIONS,
  [
    ['A', 'YES', 4],
    ['A', 'NO', 40],
    ['B', 'YES', 2],
    ['B', 'NO', 3],
    ['D', 'YES', 12],
    ['D', 'NO', 30],
  ].map(([code, victims, persons]) => ({
    coordinates: [code as string, victims as string],
    persons: persons as number,
    key: 0,
  })),
);
const rule = { threshold: THRESHOLD, zerosSuppressed: true };
const primary = primarySuppressions(table, rule);
const suppressedWith = (known: string[]) => suppressSecondary({ table, primary, threshold: THRESHOLD, known });

it('are those of which no equation holds anything else', () => {
  const equations = tableEquations(DIMENSIONS);
  const untold = untoldCells(equations, (cell) => primary.has(equations.ids[cell] as string));
  expect([...untold].map((cell) => equations.ids[cell])).toEqual(['B|ALL', 'B|YES', 'B|NO', 'C|ALL', 'C|YES', 'C|NO']);
});

it.each([[[]], [['A|ALL', 'B|ALL', 'D|ALL']]])(
  'stay suppressed, and nothing is worked out with %j known',
  async (known) => {
    const suppressed = await suppressedWith(known);
    for (const cell of ['B|ALL', 'B|YES', 'B|NO', 'C|ALL', 'C|YES', 'C|NO', 'A|YES'])
      expect(suppressed).toContain(cell);
    for (const cell of ['D|ALL', 'D|YES', 'D|NO']) expect(suppressed).not.toContain(cell);
    expect(await auditSuppression({ table, primary, threshold: THRESHOLD, known, suppressed })).toEqual([]);
  },
);

it('has no cell of everybody where one may stand under several codes', () => {
  expect([...table.cells.keys()].filter((id) => id.startsWith('ALL'))).toEqual([]);
  expect(table.cells.get('A|ALL')).toMatchObject({ persons: 44 });
});
