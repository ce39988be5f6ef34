import type { Language } from '@pasarela/schema/localized-text';
import { askEvidence, purposeOf, retentionRemark } from './ask-evidence';
import { daysOf, type EvidenceFlags } from './options';
import type { Report, Sheet } from './sheet';
import { say, type TextName } from './texts';
import { DISCLOSURE, TOTAL, type ToldDisclosure, type ToldTotal } from './told-evidence';

/** What a letter is of. */
export interface LetterFlags extends EvidenceFlags {
  readonly month: string;
}

/** What one month's evidence says. */
export interface MonthOfEvidence {
  readonly left: readonly ToldTotal[];
  readonly disclosures: ReadonlyArray<
    Pick<ToldDisclosure, 'party' | 'agency' | 'requester' | 'purpose' | 'records' | 'fields'>
  >;
  readonly refused: readonly ToldTotal[];
}

/** The monthly letter of a domain: what left, to whom, what was refused. */
export async function letter(flags: LetterFlags): Promise<Report> {
  const { domain, month, lang } = flags;
  const conditions = daysOf(month);
  const left = await askEvidence<ToldTotal>({ list: 'totalsByDay', selection: TOTAL, conditions }, flags);
  const answers = await askEvidence<ToldDisclosure>({ list: 'disclosures', selection: DISCLOSURE, conditions }, flags);
  const refused = await askEvidence<ToldTotal>({ list: 'withheld', selection: TOTAL, conditions }, flags);
  const { requestId } = left;
  return {
    title: say('letter', lang, { domain, month }),
    remarks: [
      say('asked', lang, { as: flags.as ?? 'TOKEN', purpose: purposeOf(flags), requestId }),
      say('countsOnly', lang),
      say('gatewaysWord', lang),
      ...retentionRemark(left, lang),
    ],
    sheets: letterSheets({ left: left.rows, disclosures: answers.rows, refused: refused.rows }, lang),
  };
}

/** The tables of a letter. */
export function letterSheets({ left, disclosures, refused }: MonthOfEvidence, language: Language): Sheet[] {
  const columns = (...names: TextName[]) => names.map((name) => say(name, language));
  return [
    {
      title: say('left', language),
      columns: columns('party', 'purpose', 'field', 'level', 'rule', 'version', 'days', 'answers', 'values'),
      rows: monthly(left).map((row) => [
        ...[row.party, row.purpose, row.coordinate, row.level ?? say('full', language), row.rule ?? ''],
        ...[row.ruleSetVersion, row.days, row.answers, row.values],
      ]),
    },
    {
      title: say('toWhom', language),
      columns: columns('party', 'agency', 'requester', 'purpose', 'answers', 'records'),
      rows: receivers(disclosures),
    },
    {
      title: say('refused', language),
      columns: columns('party', 'purpose', 'field', 'rule', 'version', 'days', 'answers'),
      rows: monthly(refused).map((row) => [
        ...[row.party, row.purpose, row.coordinate, row.rule ?? say('notGranted', language)],
        ...[row.ruleSetVersion, row.days, row.answers],
      ]),
    },
  ];
}

type MonthlyTotal = ToldTotal & { readonly days: number };

/** The totals of a month, all days of one thing together. */
function monthly(totals: readonly ToldTotal[]): MonthlyTotal[] {
  const sums = new Map<string, MonthlyTotal>();
  for (const total of totals) {
    const { party, purpose, coordinate, level, rule, ruleSetVersion } = total;
    const name = JSON.stringify([party, purpose, coordinate, level, rule, ruleSetVersion]);
    const { days, answers, values } = sums.get(name) ?? { days: 0, answers: 0, values: 0 };
    sums.set(name, { ...total, days: days + 1, answers: answers + total.answers, values: values + total.values });
  }
  return inOrder(sums);
}

/** Who received something; an answer in which all was refused has no receiver. */
function receivers(disclosures: MonthOfEvidence['disclosures']): Array<Array<string | number>> {
  const sums = new Map<string, [string, string, string, string, number, number]>();
  for (const { party, agency, requester, purpose, records, fields } of disclosures) {
    if (fields.every(({ outcome }) => outcome === 'WITHHELD')) continue;
    const name = JSON.stringify([party, agency, requester, purpose]);
    const [, , , , answers, sum] = sums.get(name) ?? ['', '', '', '', 0, 0];
    sums.set(name, [party, agency, requester, purpose, answers + 1, sum + records]);
  }
  return inOrder(sums);
}

/** By the names of what was added up, so that a letter is the same however often it is written. */
const inOrder = <Sum>(sums: ReadonlyMap<string, Sum>): Sum[] =>
  [...sums].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, sum]) => sum);
