import { askEvidence, type EvidenceList, type EvidenceQuestion, purposeOf, retentionRemark } from './ask-evidence';
import { evidenceFieldOf } from './evidence-fields';
import type { DisclosureFlags, EvidenceFlags } from './options';
import type { Report } from './sheet';
import { say, type TextName } from './texts';
import { DISCLOSURE, TOTAL, type ToldDisclosure, type ToldTotal } from './told-evidence';

/** The answers that left a domain, one by one. */
export function disclosures(flags: DisclosureFlags): Promise<Report> {
  const { party, field, forPurpose: purpose, agreement, ruleSetVersion, from, to } = flags;
  const conditions = { party, field, purpose, agreement, ruleSetVersion, from, to };
  const title = say('disclosures', flags.lang, { domain: flags.domain });
  return answersReport(title, { list: 'disclosures', selection: DISCLOSURE, conditions }, flags);
}

/** The answers in which a record went out. */
export function recipients(type: string, id: string, flags: EvidenceFlags): Promise<Report> {
  const title = say('recipients', flags.lang, { type, id });
  return answersReport(title, { list: 'recipients', selection: DISCLOSURE, conditions: { type, id } }, flags);
}

/** What left a domain, by day and field. */
export async function totals(flags: DisclosureFlags): Promise<Report> {
  const { party, field, from, to, lang, domain } = flags;
  const question = { list: 'totalsByDay', selection: TOTAL, conditions: { party, field, from, to } } as const;
  const list = await askEvidence<ToldTotal>(question, flags);
  const title = say('totals', lang, { domain });
  const names = ['day', 'party', 'purpose', 'field', 'level', 'rule', 'version', 'answers', 'values', 'whose'] as const;
  return reportOf(
    { title, list, names, flags },
    list.rows.map((row) => [
      ...[row.day, row.party, row.purpose, row.coordinate, row.level ?? say('full', lang), row.rule ?? ''],
      ...[row.ruleSetVersion, row.answers, row.values, row.contributor ?? ''],
    ]),
  );
}

async function answersReport(title: string, question: EvidenceQuestion, flags: EvidenceFlags): Promise<Report> {
  const list = await askEvidence<ToldDisclosure>(question, flags);
  const names = [
    'time',
    'party',
    'agency',
    'requester',
    'purpose',
    'case',
    'fields',
    'records',
    'leaf',
    'whose',
  ] as const;
  return reportOf(
    { title, list, names, flags },
    list.rows.map((row) => [
      ...[row.time, row.party, row.agency, row.requester, row.purpose, row.caseReference ?? ''],
      ...[fieldsText(row, flags), row.records, row.leaf ?? row.leafHash, row.contributor ?? ''],
    ]),
  );
}

/** `Type.field 3`, with its level where it was lowered. */
function fieldsText({ fields }: ToldDisclosure, { lang }: EvidenceFlags): string {
  return fields
    .map(({ coordinate, outcome, level, values }) => {
      if (outcome === 'WITHHELD') return `${coordinate} ${say('withheld', lang)}`;
      return level === null ? `${coordinate} ${values}` : `${coordinate} ${level} ${values}`;
    })
    .join('\n');
}

interface ReportHead {
  readonly title: string;
  readonly list: Omit<EvidenceList<unknown>, 'rows'>;
  readonly names: readonly TextName[];
  readonly flags: EvidenceFlags;
}

/** Whose it is stands in the last column, which the domain of one owner does not need. */
function reportOf({ title, list, names, flags }: ReportHead, rows: Array<Array<string | number>>): Report {
  const { as = 'TOKEN', lang, domain } = flags;
  const width = evidenceFieldOf(domain).isJoint ? names.length : names.length - 1;
  const columns = names.slice(0, width).map((name) => say(name, lang));
  return {
    title,
    remarks: [
      say('asked', lang, { as, purpose: purposeOf(flags), requestId: list.requestId }),
      ...retentionRemark(list, lang),
    ],
    sheets: [{ title, columns, rows: rows.map((row) => row.slice(0, width)) }],
  };
}
