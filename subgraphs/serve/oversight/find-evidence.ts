import type { ConnectionPage, PageArguments } from '../domain/connection';
import { type FormedDisclosure, withForms } from './answer-form';
import { Disclosure, DisclosureTotal } from './disclosure';
import type { DisclosureIndex } from './disclosure-index';
import { type EvidenceView, leafCursors, shownTo } from './evidence-of-party';
import { readEvidencePage } from './evidence-page';
import type { AnswerForm, DisclosureRow, TotalRow } from './index-models';
import { daysIn, instantsIn, type Span } from './read-span';

/** Which answers. */
export interface DisclosureConditions extends Span {
  readonly party?: string | null;
  readonly field?: string | null;
  readonly purpose?: string | null;
  readonly agreement?: string | null;
  readonly ruleSetVersion?: string | null;
}

/** Which totals. */
export interface TotalConditions extends Span {
  readonly party?: string | null;
  readonly field?: string | null;
}

/** A stored record, by the owner's own internal id. */
export interface RecordName {
  readonly type: string;
  readonly id: string;
}

const TOTAL_ID = /^\d{4}-\d\d-\d\d\.[\w-]{43}$/;
const totalId = (cursor: string) => (TOTAL_ID.test(cursor) ? cursor : undefined);

/** The answers that meet every condition, in the order in which they left. */
export async function findDisclosures(
  view: EvidenceView,
  page: PageArguments & DisclosureConditions,
): Promise<ConnectionPage<Disclosure>> {
  const { index } = view.context.ownerEvidence;
  const { party, field, purpose, agreement, ruleSetVersion } = page;
  const time = instantsIn(page);
  const formed = given({ shown: field, agreements: agreement });
  await index.caughtUp();
  const form = formed.length > 0 ? { $in: await formsOf(index, formed) } : undefined;
  return disclosuresPage(view, page, given({ party, purpose, ruleSetVersion, form, time }));
}

/**
 * The answers in which a record went out. Of a record that was never disclosed, or whose salt was destroyed, there
 * are none: nobody can tell any more which they were.
 */
export async function findRecipients(
  view: EvidenceView,
  { type, id, ...page }: PageArguments & RecordName,
): Promise<ConnectionPage<Disclosure>> {
  const { index, salts } = view.context.ownerEvidence;
  const reference = await salts.referenceOf({ type, id });
  await index.caughtUp();
  return disclosuresPage(view, page, reference === undefined ? NOTHING : [{ records: reference }]);
}

/** What left by day, field, party, purpose and version; or what was withheld. */
export async function findTotals(
  view: EvidenceView,
  page: PageArguments & TotalConditions,
  outcomes: ReadonlyArray<TotalRow['outcome']>,
): Promise<ConnectionPage<DisclosureTotal>> {
  const { index } = view.context.ownerEvidence;
  const { party, field } = page;
  const conditions = given({ party, coordinate: field, day: daysIn(page) });
  const matching = [...shownTo(view), { outcome: { $in: outcomes } }, ...conditions];
  await index.caughtUp();
  const nodesOf = async (rows: readonly TotalRow[]) => rows.map((row) => Object.assign(new DisclosureTotal(), row));
  return readEvidencePage(page, {
    model: index.tables.totals,
    matching,
    cursors: { of: String, idOf: totalId },
    nodesOf,
  });
}

const NOTHING = [{ _id: { $lt: 0 } }];

function disclosuresPage(view: EvidenceView, page: PageArguments, conditions: readonly object[]) {
  const { tables } = view.context.ownerEvidence.index;
  const nodesOf = async (rows: readonly DisclosureRow[]) => (await withForms(tables, rows)).map(disclosureOf);
  const matching = [...shownTo(view), ...conditions];
  return readEvidencePage(page, { model: tables.disclosures, matching, cursors: leafCursors(view), nodesOf });
}

/** The forms of answers that meet every condition: as many as there are operations that were ever asked. */
async function formsOf({ tables }: Pick<DisclosureIndex, 'tables'>, conditions: readonly object[]): Promise<string[]> {
  const found = await tables.forms.find({ $and: [...conditions] }, { _id: 1 }).lean<AnswerForm[]>();
  return found.map(({ _id }) => _id);
}

/** INVARIANT: in a joint domain the number of a leaf, which counts what others received of others, is not told. */
function disclosureOf({ _id, records, ...row }: FormedDisclosure): Disclosure {
  const leaf = row.contributor === undefined ? _id : null;
  return Object.assign(new Disclosure(), row, { leaf, records: records.length });
}

/** The conditions that were given, one an object. */
const given = (conditions: Readonly<Record<string, unknown>>): object[] =>
  Object.entries(conditions)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([name, value]) => ({ [name]: value }));
