import type { Language } from '@pasarela/schema/localized-text';
import type { EvidenceField } from './evidence-fields';
import type { Sheet } from './sheet';
import { say, type TextName } from './texts';
import type { ToldDisclosure, ToldTotal } from './told-evidence';

/** What one month's evidence says. */
export interface MonthOfEvidence {
  readonly left: readonly ToldTotal[];
  readonly disclosures: ReadonlyArray<
    Pick<ToldDisclosure, 'contributor' | 'party' | 'agency' | 'requester' | 'purpose' | 'records' | 'fields'>
  >;
  readonly refused: readonly ToldTotal[];
}

/** The tables of a letter. Those of a joint domain say of each row whose it is. */
export function letterSheets(
  { left, disclosures, refused }: MonthOfEvidence,
  language: Language,
  { isJoint }: Pick<EvidenceField, 'isJoint'>,
): Sheet[] {
  const columns = (...names: TextName[]) =>
    [...names, ...(isJoint ? (['whose'] as const) : [])].map((name) => say(name, language));
  const whose = ({ contributor }: Pick<ToldTotal, 'contributor'>) => (isJoint ? [contributor ?? ''] : []);
  return [
    {
      title: say('left', language),
      columns: columns('party', 'purpose', 'field', 'level', 'rule', 'version', 'days', 'answers', 'values'),
      rows: monthly(left).map((row) => [
        ...[row.party, row.purpose, row.coordinate, row.level ?? say('full', language), row.rule ?? ''],
        ...[row.ruleSetVersion, row.days, row.answers, row.values],
        ...whose(row),
      ]),
    },
    {
      title: say('toWhom', language),
      columns: columns('party', 'agency', 'requester', 'purpose', 'answers', 'records'),
      rows: receivers(disclosures).map(({ party, agency, requester, purpose, answers, records, ...sum }) => [
        ...[party, agency, requester, purpose, answers, records],
        ...whose(sum),
      ]),
    },
    {
      title: say('refused', language),
      columns: columns('party', 'purpose', 'field', 'rule', 'version', 'days', 'answers'),
      rows: monthly(refused).map((row) => [
        ...[row.party, row.purpose, row.coordinate, row.rule ?? say('notGranted', language)],
        ...[row.ruleSetVersion, row.days, row.answers],
        ...whose(row),
      ]),
    },
  ];
}

type MonthlyTotal = ToldTotal & { readonly days: number };

/** The totals of a month, all days of one thing together. */
function monthly(totals: readonly ToldTotal[]): MonthlyTotal[] {
  const sums = new Map<string, MonthlyTotal>();
  for (const total of totals) {
    const { party, purpose, coordinate, level, rule, ruleSetVersion, contributor } = total;
    const name = JSON.stringify([party, purpose, coordinate, level, rule, ruleSetVersion, contributor]);
    const { days, answers, values } = sums.get(name) ?? { days: 0, answers: 0, values: 0 };
    sums.set(name, { ...total, days: days + 1, answers: answers + total.answers, values: values + total.values });
  }
  return inOrder(sums);
}

type Receiver = Pick<ToldDisclosure, 'contributor' | 'party' | 'agency' | 'requester' | 'purpose' | 'records'> & {
  readonly answers: number;
};

/** Who received something; an answer in which all was refused has no receiver. */
function receivers(disclosures: MonthOfEvidence['disclosures']): Receiver[] {
  const sums = new Map<string, Receiver>();
  for (const { contributor, party, agency, requester, purpose, records, fields } of disclosures) {
    if (fields.every(({ outcome }) => outcome === 'WITHHELD')) continue;
    const name = JSON.stringify([party, agency, requester, purpose, contributor]);
    const sum = sums.get(name) ?? { answers: 0, records: 0 };
    const receiver = { contributor, party, agency, requester, purpose };
    sums.set(name, { ...receiver, answers: sum.answers + 1, records: sum.records + records });
  }
  return inOrder(sums);
}

/** By the names of what was added up, so that a letter is the same however often it is written. */
const inOrder = <Sum>(sums: ReadonlyMap<string, Sum>): Sum[] =>
  [...sums].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, sum]) => sum);
