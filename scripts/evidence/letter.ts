import { PERSONAS } from '../development/personas';
import { askEvidence, type EvidenceList, purposeOf, retentionRemark } from './ask-evidence';
import { domainsOf, type EvidenceField, evidenceFieldOf } from './evidence-fields';
import { letterSheets } from './letter-sheets';
import { daysOf, type EvidenceFlags } from './options';
import type { Report, Sheet } from './sheet';
import { EvidenceFault, say } from './texts';
import { DISCLOSURE, TOTAL, type ToldDisclosure, type ToldTotal } from './told-evidence';

/** What a letter is of: one domain, or all of a party's and its part of the joint ones. */
export interface LetterFlags extends Omit<EvidenceFlags, 'domain'> {
  readonly month: string;
  readonly domain?: string;
  /** The party whose letter it is, where a token does not say. */
  readonly party?: string;
}

/** One domain's part of a letter. */
interface LetterOfDomain {
  readonly field: EvidenceField;
  readonly left: EvidenceList<ToldTotal>;
  readonly sheets: readonly Sheet[];
}

/** The monthly letter: what left, to whom, what was refused. */
export async function letter(flags: LetterFlags): Promise<Report> {
  const { domain, month, lang } = flags;
  if (domain !== undefined) {
    const part = await letterOfDomain(evidenceFieldOf(domain), flags);
    return reportOf(say('letter', lang, { domain, month }), [part], flags);
  }
  const party = PERSONAS.get(flags.as ?? '')?.party ?? flags.party;
  if (party === undefined) throw new EvidenceFault('whichParty');
  const { shown, hidden } = await lettersOf(party, flags);
  const report = reportOf(say('letterOfParty', lang, { party, month }), shown.map(titled), flags);
  return { ...report, remarks: [...report.remarks, ...partRemarks({ shown, hidden, party }, flags)] };
}

/** INVARIANT: one after the other, and a domain that is left out is named. */
async function lettersOf(party: string, flags: LetterFlags) {
  const shown: LetterOfDomain[] = [];
  const hidden: EvidenceField[] = [];
  for (const field of domainsOf(party)) {
    const part = await letterOfDomain(field, flags).catch(ifNotShown(field));
    if (part) shown.push(part);
    else hidden.push(field);
  }
  return { shown, hidden };
}

/** A party may take no part in a joint domain; its own domains are shown, or the letter is not whole. */
const ifNotShown =
  ({ isJoint }: EvidenceField) =>
  (error: unknown): undefined => {
    if (isJoint && error instanceof EvidenceFault && error.text === 'notYours') return undefined;
    throw error;
  };

async function letterOfDomain(field: EvidenceField, flags: LetterFlags): Promise<LetterOfDomain> {
  const asked = { ...flags, domain: field.domain };
  const conditions = daysOf(flags.month);
  const left = await askEvidence<ToldTotal>({ list: 'totalsByDay', selection: TOTAL, conditions }, asked);
  const answers = await askEvidence<ToldDisclosure>({ list: 'disclosures', selection: DISCLOSURE, conditions }, asked);
  const refused = await askEvidence<ToldTotal>({ list: 'withheld', selection: TOTAL, conditions }, asked);
  const told = { left: left.rows, disclosures: answers.rows, refused: refused.rows };
  return { field, left, sheets: letterSheets(told, flags.lang, field) };
}

/** Which domain each table is of. */
const titled = (part: LetterOfDomain): LetterOfDomain => ({
  ...part,
  sheets: part.sheets.map((sheet) => ({ ...sheet, title: `${part.field.domain}: ${sheet.title}` })),
});

function reportOf(title: string, parts: readonly LetterOfDomain[], flags: LetterFlags): Report {
  const { lang } = flags;
  const requestId = parts.map(({ left }) => left.requestId).join(', ');
  return {
    title,
    remarks: [
      say('asked', lang, { as: flags.as ?? 'TOKEN', purpose: purposeOf(flags), requestId }),
      say('countsOnly', lang),
      say('gatewaysWord', lang),
      ...new Set(parts.flatMap(({ left }) => retentionRemark(left, lang))),
    ],
    sheets: parts.flatMap(({ sheets }) => sheets),
  };
}

interface Parts {
  readonly shown: readonly LetterOfDomain[];
  readonly hidden: readonly EvidenceField[];
  readonly party: string;
}

function partRemarks({ shown, hidden, party }: Parts, { lang, as = 'TOKEN' }: LetterFlags): string[] {
  const joint = shown.map(({ field }) => field).filter(({ isJoint }) => isJoint);
  return [
    ...(joint.length > 0 ? [say('ownPart', lang, { domains: namesOf(joint), party })] : []),
    ...(hidden.length > 0 ? [say('notShown', lang, { domains: namesOf(hidden), as })] : []),
  ];
}

const namesOf = (fields: readonly EvidenceField[]): string => fields.map(({ domain }) => domain).join(', ');
