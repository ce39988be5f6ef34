import { CountUnit } from '@pasarela/serve/domain/count';
import { z } from 'zod';
import { readDataFile } from './data-file';
import {
  SafeMobilityPathway as Pathway,
  SafeMobilityPrecision,
  SafeMobilityStage as Stage,
} from './safe-mobility-codes';
import type { SafeMobilityRow } from './safe-mobility-row';

const FILE = 'safe_mobility_numbers.csv';
const OFFICES: Readonly<Record<string, string>> = { Colombia: 'COL', 'Costa Rica': 'CRI', Guatemala: 'GTM' };
const numberRow = z.object({ as_of: z.string(), measure: z.string(), value: z.string(), source: z.url() });

type Measured = Pick<SafeMobilityRow, 'stage'> & Partial<SafeMobilityRow>;
const usrap = { pathway: Pathway.USRAP, destination: 'USA' } as const;

/** The file's measures; `@` stands for an office's country. */
const MEASURES: Readonly<Record<string, Measured>> = {
  '@ applicants': { stage: Stage.REGISTERED },
  '@ registered': { stage: Stage.REGISTERED },
  'referred to USRAP: @': { stage: Stage.REFERRED, ...usrap },
  'screened for other pathways': {
    stage: Stage.SCREENED_FOR_OTHER_PATHWAYS,
    note: 'Parole and work visas together; the offices of Colombia, Costa Rica and Guatemala.',
  },
  'referred to Spain (from @)': { stage: Stage.REFERRED, pathway: Pathway.RESETTLEMENT_ELSEWHERE, destination: 'ESP' },
  'applied (all)': { stage: Stage.REGISTERED, unit: CountUnit.APPLICATIONS },
  'referred for US resettlement': { stage: Stage.REFERRED, ...usrap },
  arrived: { stage: Stage.ARRIVED },
  'applications (all 4)': { stage: Stage.REGISTERED, unit: CountUnit.APPLICATIONS },
  'referred to USRAP': { stage: Stage.REFERRED, ...usrap },
  'arrived in US': { stage: Stage.ARRIVED, destination: 'USA' },
};

const AS_OF_NOTES: Readonly<Record<string, string>> = {
  '(end)': 'As of the end of the month.',
  '(mid)': 'As of the middle of the year, by context: the article has no date.',
};

const STATE_DEPARTMENT = 'USA: Department of State, through press';
const COUNTED_BY: Readonly<Record<string, string>> = {
  'dolartoday.com': STATE_DEPARTMENT,
  'thelatestnews.world': STATE_DEPARTMENT,
  'talentbeyondboundaries.org': 'USA: Safe Mobility initiative, through Talent Beyond Boundaries',
  'pledgetimes.com': 'USA: Safe Mobility initiative, through press',
};

/** The published figures in the order of the file; the row that says "closed" is no figure. */
export function publishedSafeMobility(): SafeMobilityRow[] {
  return readDataFile(FILE, numberRow)
    .filter(({ measure }) => measure !== 'status')
    .map((row, sequence) => rowOf(row, sequence));
}

/** When the initiative ended and where that was read: the file's row that says "closed". */
export function publishedClosing(): { readonly closed: string; readonly source: string } {
  const row = readDataFile(FILE, numberRow).find(({ measure }) => measure === 'status');
  if (!row?.value.startsWith('closed')) throw new Error(`${FILE}: no row says that the offices are closed`);
  return { closed: row.as_of, source: row.source };
}

/** A number as a source prints it: "almost 29000", "43600", "172600+". */
export function printedNumber(printed: string): Pick<SafeMobilityRow, 'value' | 'precision' | 'printed'> {
  const [, almost, digits, more] = printed.match(/^(almost )?(\d+)(\+)?$/) ?? [];
  if (!digits) throw new Error(`${FILE}: ${printed} is not a number as it is printed`);
  const precision = almost
    ? SafeMobilityPrecision.ALMOST
    : more
      ? SafeMobilityPrecision.MORE_THAN
      : SafeMobilityPrecision.AS_PRINTED;
  return { value: Number(digits), precision, printed };
}

/** Who counted what a source prints. */
export function countingPartyOf(source: string): string {
  const party = COUNTED_BY[new URL(source).hostname];
  if (!party) throw new Error(`${FILE}: unknown publisher ${source}`);
  return party;
}

function rowOf({ as_of, measure, value, source }: z.infer<typeof numberRow>, sequence: number): SafeMobilityRow {
  const country = Object.keys(OFFICES).find((name) => measure.includes(name));
  const measured = MEASURES[country ? measure.replace(country, '@') : measure];
  if (!measured) throw new Error(`${FILE}: unknown measure ${measure}`);
  const [asOf = '', qualifier = ''] = as_of.split(' ');
  return {
    pathway: null,
    destination: null,
    unit: CountUnit.PERSONS,
    ...measured,
    sequence,
    office: country ? (OFFICES[country] as string) : null,
    ...printedNumber(value),
    measure,
    countingParty: countingPartyOf(source),
    asOf,
    source,
    note: [AS_OF_NOTES[qualifier], measured.note].filter(Boolean).join(' ') || null,
  };
}
