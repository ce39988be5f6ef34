import { tokenFor } from '../development/token';
import { type Asked, requireWhole } from './ask-all';

/** How long a question took, again and again. */
export interface MeasuredQuestion {
  readonly what: string;
  readonly rows: number;
  readonly milliseconds: readonly number[];
  /** Milliseconds of processor that the whole federation took for one, in the mean: a busy machine changes it less. */
  readonly processor: number;
}

const TIMES = 300;
const WARM_UP = 20;

const CELL = 'department ageBand sex count { value state note asOf }';
/** Questions to tables of counts, by what they ask. */
export const TABLE_QUESTIONS: ReadonlyArray<readonly [string, string]> = [
  ['holders by age band', `{ permitHolderCounts(by: { age: AGE_BAND }) { ${CELL} } }`],
  [
    'holders by all three',
    `{ permitHolderCounts(by: { department: DEPARTMENT, age: AGE_BAND, sex: SEX }) { ${CELL} } }`,
  ],
  ['permits by stage', '{ permitStageCounts { stage count { value state note asOf } } }'],
];
/** Who asks them for STATISTICS: their owner, told what is live, and another party, told the release. */
export const TABLE_ASKERS: ReadonlyArray<readonly [string, string]> = [
  ['analyst.col', 'live'],
  ['analyst.pan', 'released'],
];

/** Asks tables of counts for their owner, live, and for another party, whom the release is told. */
export async function askTables(asked: AskedFederation): Promise<MeasuredQuestion[]> {
  const measured: MeasuredQuestion[] = [];
  for (const [persona, kind] of TABLE_ASKERS)
    for (const [name, query] of TABLE_QUESTIONS)
      measured.push(await measureOne({ persona, query, what: `${name}, ${kind}` }, asked));
  return measured;
}

/** Where to ask, and how the federation there says what it took of the processor, in microseconds. */
export interface AskedFederation extends Asked {
  cpu(): Promise<number>;
}

interface Question {
  readonly persona: string;
  readonly query: string;
  readonly what: string;
}

async function measureOne(
  { persona, query, what }: Question,
  { url, dataDirectory, cpu }: AskedFederation,
): Promise<MeasuredQuestion> {
  const headers = {
    authorization: `Bearer ${await tokenFor(persona, { dataDirectory })}`,
    'content-type': 'application/json',
    'x-purpose': 'STATISTICS',
  };
  const milliseconds: number[] = [];
  let rows = 0;
  let before = 0;
  for (let time = 0; time < WARM_UP + TIMES; time += 1) {
    if (time === WARM_UP) before = await cpu();
    const start = performance.now();
    const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query }) });
    const text = await response.text();
    milliseconds.push(performance.now() - start);
    requireWhole(what, response.status, text);
    rows = Object.values(JSON.parse(text).data as Record<string, unknown[]>).flat().length;
  }
  const processor = ((await cpu()) - before) / 1000 / TIMES;
  return { what, rows, processor, milliseconds: milliseconds.slice(WARM_UP) };
}
