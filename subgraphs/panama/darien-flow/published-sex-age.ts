import { z } from 'zod';
import { asOfSource, readDataFile } from './data-file';
import { joinNotes, type PublishedFigure, publishedFigure, SNM } from './published-figure';
import { SexAgeMeasure as Measure } from './sex-age-measure';

const DATASET = 'Darien arrivals by sex and age as printed by SNM, UNICEF and the press 2022-2024';

/** The source's names of measures. A measure of the second kind is a share of another, in percent. */
const NUMBERS: Readonly<Record<string, Measure>> = {
  total: Measure.TOTAL,
  adults: Measure.ADULTS,
  minors: Measure.MINORS,
  women: Measure.WOMEN,
  men: Measure.MEN,
  boys: Measure.BOYS,
  girls: Measure.GIRLS,
  uasc: Measure.UNACCOMPANIED_AND_SEPARATED_CHILDREN,
};
const SHARES: Readonly<Record<string, { measure: Measure; of: Measure }>> = {
  minors_0_5_pct: { measure: Measure.MINORS_AGED_0_TO_5, of: Measure.MINORS },
  minors_girls_pct: { measure: Measure.GIRLS, of: Measure.MINORS },
  minors_pct: { measure: Measure.MINORS, of: Measure.TOTAL },
  uasc_0_5_pct: shareOfUnaccompanied(Measure.UNACCOMPANIED_AND_SEPARATED_AGED_0_TO_5),
  uasc_6_12_pct: shareOfUnaccompanied(Measure.UNACCOMPANIED_AND_SEPARATED_AGED_6_TO_12),
  uasc_13_17_pct: shareOfUnaccompanied(Measure.UNACCOMPANIED_AND_SEPARATED_AGED_13_TO_17),
};

function shareOfUnaccompanied(measure: Measure) {
  return { measure, of: Measure.UNACCOMPANIED_AND_SEPARATED_CHILDREN };
}

const row = z.object({
  period: z.string().regex(/^\d{4}/),
  measure: z.string(),
  value: z.string(),
  source: z.string(),
});

/** Every published figure by sex or age; what the source prints in words ("almost 3 of 4") is left out. */
export function publishedSexAndAge(): PublishedFigure[] {
  return readDataFile('darien_sex_age_snapshots.csv', row)
    .filter(({ value }) => /^\d+$/.test(value))
    .map((cell) => {
      const share = SHARES[cell.measure];
      const [source = '', misprint] = cell.source.split(' AS PRINTED; ');
      return publishedFigure({
        series: 'SEX_AND_AGE',
        period: cell.period,
        group: share?.measure ?? measureOf(cell.measure),
        value: share ? null : Number(cell.value),
        sharePercent: share ? Number(cell.value) : null,
        source,
        asOf: asOfSource(source),
        dataset: DATASET,
        countingParty: countingParty(cell.measure, source),
        ...coverageOf(cell.period),
        note: joinNotes(
          misprint && `As printed; ${misprint}.`,
          share && `Published as a share of ${share.of} only.`,
          unaccompanied(cell.measure),
        ),
      });
    });
}

function measureOf(name: string): Measure {
  const measure = NUMBERS[name];
  if (!measure) throw new Error(`darien_sex_age_snapshots.csv: unknown measure ${name}`);
  return measure;
}

function countingParty(measure: string, source: string): string {
  if (!/unicef/i.test(source)) return SNM;
  return measure.startsWith('uasc') ? 'UNICEF Panama' : `${SNM}, as printed by UNICEF Panama`;
}

function unaccompanied(measure: string): string | null {
  return measure.startsWith('uasc')
    ? 'Two groups in one figure; publishers define them differently, so their figures do not compare.'
    : null;
}

/** What a printed period covers: 2023, 2023-H1, 2024-Q1, 2024-01..11, 2024-01..12-24, 2023-07 (to 30 Jul). */
function coverageOf(period: string): { coverageFrom: string; coverageTo: string } {
  const year = period.slice(0, 4);
  const months = period.match(/^\d{4}-(\d{2})\.\.(.+)$/);
  if (months) return { coverageFrom: `${year}-${months[1]}`, coverageTo: `${year}-${months[2]}` };
  const part = { H1: '06', Q1: '03' }[period.slice(5)];
  if (part) return { coverageFrom: `${year}-01`, coverageTo: `${year}-${part}` };
  const within = period.split(' ')[0] as string;
  return { coverageFrom: within, coverageTo: within };
}
