import mongoose from 'mongoose';
import { compileExpression, type Expression } from './aggregate-expression';
import { compareBson } from './bson-order';
import type { Document } from './canonical-document';
import { encodeKey } from './index-key';
import { unsupported } from './unsupported';

/** What an accumulator has gathered from a group so far; `undefined` values are missing ones. */
interface Accumulator {
  add(value: unknown): void;
  result(): unknown;
}

const ACCUMULATORS: Record<string, () => Accumulator> = {
  $sum: () => fold(0, (sum, value) => (typeof value === 'number' ? sum + value : sum)),
  $count: () => fold(0, (count) => count + 1),
  $avg: average,
  $min: () => fold<unknown>(null, (least, value) => better(value, least, -1)),
  $max: () => fold<unknown>(null, (greatest, value) => better(value, greatest, 1)),
  $first: first,
  $last: () => fold<unknown>(null, (_last, value) => value ?? null),
  $push: () => collect(() => true),
  $addToSet: () => {
    const seen = new Set<string>();
    return collect((value) => seen.size < seen.add(encodeKey(value).toString('latin1')).size);
  },
};

function fold<State>(start: State, next: (state: State, value: unknown) => State): Accumulator {
  let state = start;
  return {
    add: (value) => {
      state = next(state, value);
    },
    result: () => state,
  };
}

function better(value: unknown, best: unknown, direction: number): unknown {
  if (value === null || value === undefined) return best;
  return best === null || compareBson(value, best) * direction > 0 ? value : best;
}

function average(): Accumulator {
  let sum = 0;
  let count = 0;
  return {
    add: (value) => {
      if (typeof value !== 'number') return;
      sum += value;
      count++;
    },
    result: () => (count === 0 ? null : sum / count),
  };
}

function first(): Accumulator {
  let found: unknown;
  let any = false;
  return {
    add: (value) => {
      if (!any) found = value ?? null;
      any = true;
    },
    result: () => found,
  };
}

function collect(wanted: (value: unknown) => boolean): Accumulator {
  const values: unknown[] = [];
  return {
    add: (value) => {
      if (value !== undefined && wanted(value)) values.push(value);
    },
    result: () => values,
  };
}

interface Field {
  name: string;
  start: () => Accumulator;
  expression: Expression;
}

/** Compiles `$group`; it keeps the groups in memory, never the documents. */
export function compileGroup(specification: Document): (documents: Iterable<Document>) => Iterable<Document> {
  const { _id, ...rest } = specification;
  if (_id === undefined) {
    throw new mongoose.mongo.MongoServerError({ message: 'a group specification must include an _id', code: 15955 });
  }
  const keyOf = compileExpression(_id);
  const fields = Object.entries(rest).map(([name, accumulator]) => compileField(name, accumulator as Document));
  return (documents) => groupDocuments(documents, keyOf, fields);
}

function compileField(name: string, accumulator: Document): Field {
  const [operator = '', operand] = Object.entries(accumulator)[0] ?? [];
  const start = Object.hasOwn(ACCUMULATORS, operator) ? ACCUMULATORS[operator] : undefined;
  if (start === undefined) return unsupported(`the accumulator ${operator || name}`);
  return { name, start, expression: compileExpression(operator === '$count' ? 1 : operand) };
}

function* groupDocuments(documents: Iterable<Document>, keyOf: Expression, fields: Field[]): Generator<Document> {
  const groups = new Map<string, { _id: unknown; accumulators: Accumulator[] }>();
  for (const document of documents) {
    const _id = keyOf(document) ?? null;
    const key = encodeKey(_id).toString('latin1');
    const group = groups.get(key) ?? { _id, accumulators: fields.map(({ start }) => start()) };
    groups.set(key, group);
    for (const [i, { expression }] of fields.entries()) group.accumulators[i]?.add(expression(document));
  }
  for (const { _id, accumulators } of groups.values()) {
    yield { _id, ...Object.fromEntries(fields.map(({ name }, i) => [name, accumulators[i]?.result()])) };
  }
}
