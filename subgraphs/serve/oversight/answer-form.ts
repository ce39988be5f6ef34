import { isConstantPart } from '@pasarela/schema/evidence/leaves/constant-part';
import { digestOf } from '@pasarela/schema/evidence/leaves/digest';
import type { OwnerLeaf } from '@pasarela/schema/evidence/leaves/leaf';
import { LRUCache } from 'lru-cache';
import type { AnsweredField, AnswerForm, DecidedField, DisclosureRow, IndexModels } from './index-models';

/** What a leaf says that many leaves say alike. */
export type FormOfLeaf = Pick<OwnerLeaf, 'agreements' | 'rules' | 'disclosed' | 'lowered' | 'withheld'>;

/** An answer that left, with what its form says. */
export interface FormedDisclosure extends DisclosureRow, Omit<AnswerForm, '_id' | 'fields'> {
  readonly fields: readonly AnsweredField[];
}

const MAX_KNOWN = 1_000;
const known = new LRUCache<string, AnswerForm>({ max: MAX_KNOWN });

/** By what they disclose: the forms of parts of leaves that never change. */
const knownParts = new WeakMap<object, { readonly of: FormOfLeaf; readonly form: AnswerForm }>();
const PARTS = ['agreements', 'rules', 'disclosed', 'lowered', 'withheld'] as const;

/** The form of the answer that a leaf records. */
export function formOf(leaf: FormOfLeaf): AnswerForm {
  const kept = knownParts.get(leaf.disclosed);
  if (kept && PARTS.every((part) => kept.of[part] === leaf[part])) return kept.form;
  const form = formByText(leaf);
  if (PARTS.every((part) => isConstantPart(leaf[part]))) knownParts.set(leaf.disclosed, { of: leaf, form });
  return form;
}

function formByText({ agreements, rules, disclosed, lowered, withheld }: FormOfLeaf): AnswerForm {
  const text = JSON.stringify([agreements, rules, disclosed, lowered, withheld]);
  const kept = known.get(text);
  if (kept) return kept;
  const shown = [...disclosed, ...lowered.map(({ coordinate }) => coordinate)];
  const fields = fieldsOf({ disclosed, lowered, withheld });
  const form = { _id: digestOf(text), agreements, rules, fields, shown };
  known.set(text, form);
  return form;
}

/** Keeps forms that are not kept yet. */
export async function keepForms({ forms }: IndexModels, given: Iterable<AnswerForm>): Promise<void> {
  const wanted = new Map([...given].map((form) => [form._id, form]));
  const kept = await forms.find({ _id: { $in: [...wanted.keys()] } }, { _id: 1 }).lean<AnswerForm[]>();
  for (const { _id } of kept) wanted.delete(_id);
  if (wanted.size > 0) await forms.insertMany([...wanted.values()], { lean: true });
}

/** Drops the forms of answers that are all gone: retention is rare, so each is looked up. */
export async function dropUnusedForms({ forms, disclosures }: IndexModels): Promise<void> {
  for (const { _id } of await forms.find({}, { _id: 1 }).lean<AnswerForm[]>())
    if (!(await disclosures.exists({ form: _id }))) await forms.deleteOne({ _id });
}

/** The same rows, with what their forms say. */
export async function withForms(
  { forms }: IndexModels,
  rows: readonly DisclosureRow[],
): Promise<readonly FormedDisclosure[]> {
  const found = await forms.find({ _id: { $in: [...new Set(rows.map(({ form }) => form))] } }).lean<AnswerForm[]>();
  const byId = new Map(found.map((form) => [form._id, form]));
  return rows.map((row) => {
    const form = byId.get(row.form);
    if (!form) throw new Error(`The index has no form for leaf ${row._id}.`);
    const { _id: _, fields, ...rest } = form;
    return { ...row, ...rest, fields: fields.map((field, at) => ({ ...field, values: row.values[at] ?? 0 })) };
  });
}

function fieldsOf({ disclosed, lowered, withheld }: Pick<FormOfLeaf, 'disclosed' | 'lowered' | 'withheld'>) {
  return [
    ...disclosed.map((coordinate): DecidedField => ({ coordinate, outcome: 'SHOWN', level: null, rule: null })),
    ...lowered.map((one): DecidedField => ({ ...one, outcome: 'LOWERED' })),
    ...withheld.map((one): DecidedField => ({ ...one, outcome: 'WITHHELD', level: null })),
  ];
}
