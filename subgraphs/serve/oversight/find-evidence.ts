import type { ConnectionPage, PageArguments } from '../domain/connection';
import type { OwnerEvidence } from '../evidence/owner-evidence';
import { Disclosure, DisclosureTotal } from './disclosure';
import { readEvidencePage } from './evidence-page';
import type { DisclosureRow, TotalRow } from './index-models';
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

const LEAF_NUMBER = /^\d{1,9}$/;
const TOTAL_ID = /^\d{4}-\d\d-\d\d\.[\w-]{43}$/;
const leafNumber = (cursor: string) => (LEAF_NUMBER.test(cursor) ? Number(cursor) : undefined);
const totalId = (cursor: string) => (TOTAL_ID.test(cursor) ? cursor : undefined);

/** The answers that meet every condition, in the order in which they left. */
export async function findDisclosures(
  { index }: Pick<OwnerEvidence, 'index'>,
  page: PageArguments & DisclosureConditions,
): Promise<ConnectionPage<Disclosure>> {
  const { party, field, purpose, agreement, ruleSetVersion } = page;
  const time = instantsIn(page);
  const matching = given({ party, purpose, ruleSetVersion, shown: field, agreements: agreement, time });
  await index.caughtUp();
  return disclosuresPage(index, page, matching);
}

/**
 * The answers in which a record went out. Of a record that was never disclosed, or whose salt was destroyed, there
 * are none: nobody can tell any more which they were.
 */
export async function findRecipients(
  { index, salts }: OwnerEvidence,
  { type, id, ...page }: PageArguments & RecordName,
): Promise<ConnectionPage<Disclosure>> {
  const reference = await salts.referenceOf({ type, id });
  await index.caughtUp();
  return disclosuresPage(index, page, reference === undefined ? NOTHING : [{ records: reference }]);
}

/** What left by day, field, party, purpose and version; or what was withheld. */
export async function findTotals(
  { index }: Pick<OwnerEvidence, 'index'>,
  page: PageArguments & TotalConditions,
  outcomes: ReadonlyArray<TotalRow['outcome']>,
): Promise<ConnectionPage<DisclosureTotal>> {
  const { party, field } = page;
  const matching = [{ outcome: { $in: outcomes } }, ...given({ party, coordinate: field, day: daysIn(page) })];
  await index.caughtUp();
  const nodeOf = (row: TotalRow) => Object.assign(new DisclosureTotal(), row);
  return readEvidencePage(page, { model: index.tables.totals, matching, idOf: totalId, nodeOf });
}

const NOTHING = [{ _id: { $lt: 0 } }];

function disclosuresPage({ tables }: OwnerEvidence['index'], page: PageArguments, matching: readonly object[]) {
  return readEvidencePage(page, { model: tables.disclosures, matching, idOf: leafNumber, nodeOf: disclosureOf });
}

function disclosureOf({ _id, records, ...row }: DisclosureRow): Disclosure {
  return Object.assign(new Disclosure(), row, { leaf: _id, records: records.length });
}

/** The conditions that were given, one an object. */
const given = (conditions: Readonly<Record<string, unknown>>): object[] =>
  Object.entries(conditions)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([name, value]) => ({ [name]: value }));
