import { digestOf } from '@pasarela/schema/evidence/leaves/digest';
import type { Model } from 'mongoose';
import type { IndexedDisclosure } from './index-leaf';
import type { AnswerForm, DisclosureRow, TotalRow } from './index-models';

type Total = Omit<TotalRow, 'answers' | 'values' | 'through'>;
type Sum = Pick<TotalRow, 'answers' | 'values' | 'through'>;

/** Answers of one form, day, party, purpose and version: all of them add to the same totals. */
interface AnswersAlike {
  readonly form: AnswerForm;
  readonly rows: DisclosureRow[];
  /** One for each field of the form. */
  readonly totals: readonly Total[];
}

/**
 * Adds answers to the totals of their days.
 * INVARIANT: a total says up to which leaf it counts, so leaves that are read once more add nothing.
 */
export async function addToTotals(totals: Model<TotalRow>, answers: readonly IndexedDisclosure[]): Promise<void> {
  const alike = groupAlike(answers);
  const ids = [...new Set(alike.flatMap((group) => group.totals.map(({ _id }) => _id)))];
  if (ids.length === 0) return;
  const known = await totals.find({ _id: { $in: ids } }, { through: 1 }).lean<TotalRow[]>();
  const through = new Map(known.map((row) => [row._id, row.through]));
  const sums = new Map<string, Total & Sum>();
  for (const group of alike) addGroup(group, through, sums);
  if (sums.size > 0) await totals.bulkWrite([...sums.values()].map(writeOf) as never);
}

function groupAlike(answers: readonly IndexedDisclosure[]): AnswersAlike[] {
  const groups = new Map<string, AnswersAlike>();
  for (const { row, form } of answers) {
    const { contributor, party, purpose, ruleSetVersion } = row;
    const of = { contributor, day: row.time.slice(0, 10), party, purpose, ruleSetVersion };
    const key = JSON.stringify([of, form._id]);
    const group = groups.get(key) ?? {
      form,
      rows: [],
      totals: form.fields.map((field) => totalOf({ ...of, ...field })),
    };
    group.rows.push(row);
    groups.set(key, group);
  }
  return [...groups.values()];
}

type FieldOfDay = Omit<Total, '_id' | 'contributor'> & { readonly contributor: string | undefined };

/** No member at all where there are no contributors. */
const whose = (contributor: string | undefined) => (contributor === undefined ? NOTHING : { contributor });
const NOTHING = {};

const totalOf = ({
  contributor,
  day,
  party,
  purpose,
  ruleSetVersion,
  coordinate,
  outcome,
  level,
  rule,
}: FieldOfDay): Total => {
  const of = { ...whose(contributor), day, party, purpose, ruleSetVersion, coordinate, outcome, level, rule };
  return { _id: `${day}.${digestOf(JSON.stringify(of))}`, ...of };
};

function addGroup(
  { rows, totals }: AnswersAlike,
  through: ReadonlyMap<string, number>,
  sums: Map<string, Total & Sum>,
) {
  for (const [at, total] of totals.entries()) {
    const counted = through.get(total._id) ?? -1;
    const fresh = rows.filter(({ _id }) => _id > counted);
    const last = fresh.at(-1);
    if (!last) continue;
    const sum = sums.get(total._id) ?? { answers: 0, values: 0, through: 0 };
    const values = fresh.reduce((all, row) => all + (row.values[at] ?? 0), sum.values);
    sums.set(total._id, {
      ...total,
      answers: sum.answers + fresh.length,
      values,
      through: Math.max(sum.through, last._id),
    });
  }
}

function writeOf({ _id, answers, values, through, ...total }: Total & Sum) {
  const update = { $setOnInsert: total, $inc: { answers, values }, $set: { through } };
  return { updateOne: { filter: { _id }, update, upsert: true } };
}
