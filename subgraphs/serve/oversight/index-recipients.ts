import type { QueryFilter } from 'mongoose';
import type { DisclosedRecord } from '../evidence/disclosed-records';
import type { OwnerEvidence } from '../evidence/owner-evidence';
import type { DisclosureLeaf, Recipients } from '../evidence/recipients';
import { type FormedDisclosure, withForms } from './answer-form';
import type { AnsweredField, DisclosureRow } from './index-models';

const PAGE = 200;

/**
 * Who received data of a record, from the index of the owner's log, a page at a time.
 * INVARIANT: what is in the log when it is asked is in what it tells, or it tells nothing. @throws EVIDENCE_BEHIND
 */
export class IndexRecipients implements Recipients {
  constructor(private readonly evidence: Pick<OwnerEvidence, 'index' | 'salts'>) {}

  get keptSince(): string | undefined {
    return this.evidence.index.keptSince;
  }

  async *of(record: DisclosedRecord): AsyncGenerator<DisclosureLeaf> {
    const reference = await this.evidence.salts.referenceOf(record);
    if (reference !== undefined) yield* this.matching({ records: reference });
  }

  all(): AsyncGenerator<DisclosureLeaf> {
    return this.matching({});
  }

  /** Answers that leave while the pages are read belong to the next question. */
  private async *matching(condition: QueryFilter<DisclosureRow>): AsyncGenerator<DisclosureLeaf> {
    const { index } = this.evidence;
    const end = index.leaves;
    await index.caughtUp();
    for (let next = 0; ; ) {
      const rows = await index.tables.disclosures
        .find({ ...condition, _id: { $gte: next, $lt: end } })
        .sort({ _id: 1 })
        .limit(PAGE)
        .lean<DisclosureRow[]>();
      const ofRecords = rows.filter(({ records }) => records.length > 0);
      yield* (await withForms(index.tables, ofRecords)).map(leafOf);
      const last = rows.at(-1);
      if (!last || rows.length < PAGE) return;
      next = last._id + 1;
    }
  }
}

/** What the leaf of a row says, as far as it is of who received what. */
function leafOf({
  party,
  agency,
  requester,
  roles,
  fields,
  agreements,
  records,
  ...row
}: FormedDisclosure): DisclosureLeaf {
  const { time, purpose, caseReference, ruleSetVersion } = row;
  const shown = fields.filter(({ outcome }) => outcome !== 'WITHHELD');
  return {
    time,
    requester: { party, agency, id: requester, roles: [...roles] },
    purpose,
    caseReference,
    ruleSetVersion,
    agreements: [...agreements],
    disclosed: shown.filter(({ outcome }) => outcome === 'SHOWN').map(({ coordinate }) => coordinate),
    lowered: shown.flatMap(loweredOf),
    counts: Object.fromEntries(shown.map(({ coordinate, values }) => [coordinate, values])),
    records: [...records],
  };
}

const loweredOf = ({ coordinate, level, rule }: AnsweredField): DisclosureLeaf['lowered'] =>
  level === null ? [] : [{ coordinate, level, rule }];
