import { digestOf } from '@pasarela/schema/evidence/leaves/digest';
import type { Model } from 'mongoose';
import type { AnsweredField, DisclosureRow, TotalRow } from './index-models';

/** What one leaf adds to one total. */
interface Addition {
  readonly leaf: number;
  readonly total: Omit<TotalRow, 'answers' | 'values' | 'through'>;
  readonly values: number;
}

type Sum = Pick<TotalRow, 'answers' | 'values' | 'through'>;

/**
 * Adds answers to the totals of their days.
 * INVARIANT: a total says up to which leaf it counts, so leaves that are read once more add nothing.
 */
export async function addToTotals(totals: Model<TotalRow>, rows: readonly DisclosureRow[]): Promise<void> {
  const additions = rows.flatMap((row) => row.fields.map((field) => additionOf(row, field)));
  if (additions.length === 0) return;
  const ids = [...new Set(additions.map(({ total }) => total._id))];
  const known = await totals.find({ _id: { $in: ids } }, { through: 1 }).lean<TotalRow[]>();
  const through = new Map(known.map((row) => [row._id, row.through]));
  const fresh = additions.filter(({ leaf, total }) => leaf > (through.get(total._id) ?? -1));
  if (fresh.length > 0) await totals.bulkWrite([...summed(fresh)].map(([id, sum]) => writeOf(id, sum)) as never);
}

function additionOf(row: DisclosureRow, { coordinate, outcome, level, rule, values }: AnsweredField): Addition {
  const { party, purpose, ruleSetVersion } = row;
  const day = row.time.slice(0, 10);
  const of = { day, party, purpose, ruleSetVersion, coordinate, outcome, level, rule };
  return { leaf: row._id, values, total: { _id: `${day}.${digestOf(JSON.stringify(of))}`, ...of } };
}

function summed(additions: readonly Addition[]): Map<string, Addition['total'] & Sum> {
  const sums = new Map<string, Addition['total'] & Sum>();
  for (const { leaf, total, values } of additions) {
    const sum = sums.get(total._id) ?? { answers: 0, values: 0 };
    sums.set(total._id, { ...total, answers: sum.answers + 1, values: sum.values + values, through: leaf });
  }
  return sums;
}

function writeOf(_id: string, { answers, values, through, ...total }: Addition['total'] & Sum) {
  const { _id: _same, ...rest } = total;
  const update = { $setOnInsert: rest, $inc: { answers, values }, $set: { through } };
  return { updateOne: { filter: { _id }, update, upsert: true } };
}
